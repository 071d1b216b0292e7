import { useMemo } from 'react';
import type { View } from '../../electron/contract/entities.ts';
import type { ListOf } from '../bridge/keys.ts';
import { useListLook } from '../bridge/list-look.ts';
import { useUiStore, type UiState } from './ui-store.ts';

/** The view a list asks for: a query with the scope "everything" leaves the view. */
export function effectiveView(state: Pick<UiState, 'view' | 'query' | 'scope'>): View {
  return state.query !== '' && state.scope === 'everything' ? { kind: 'everything' } : state.view;
}

export function listOf(state: Pick<UiState, 'view' | 'query' | 'scope' | 'visit'>): ListOf {
  return { view: effectiveView(state), query: state.query, visit: state.visit };
}

/** What the list shows now. */
export function useListOf(): ListOf {
  const view = useUiStore((state) => state.view);
  const query = useUiStore((state) => state.query);
  const scope = useUiStore((state) => state.scope);
  const visit = useUiStore((state) => state.visit);
  const of = useMemo(() => listOf({ view, query, scope, visit }), [view, query, scope, visit]);
  const { sort } = useListLook(of.view);
  return useMemo(() => (sort === undefined ? of : { ...of, sort }), [of, sort]);
}
