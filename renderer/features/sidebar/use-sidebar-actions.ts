import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { useSidebar } from '../../bridge/queries.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { text } from './messages.ts';
import type { Move } from './moves.ts';

export interface Named {
  readonly kind: 'collection' | 'tag';
  readonly id: string;
  readonly name: string;
}

export interface SidebarActions {
  /** Resolves with whether the name was taken over; the toast tells why not. */
  rename: (what: Named, name: string) => Promise<boolean>;
  remove: (what: Named) => Promise<void>;
  move: (move: Move, name: string) => Promise<void>;
  /** Articles dropped on a collection or tag. */
  receive: (what: Named, ids: string[]) => Promise<void>;
}

/** What the sidebar does to collections and tags. Every one of it can be undone, so none asks first. */
export function useSidebarActions(): SidebarActions {
  const intl = useIntl();
  const collections = useSidebar().data?.collections;
  const say = intl.formatMessage;

  const renameTag = useMutationWithUndo('tags.rename').mutateAsync;
  const renameCollection = useMutationWithUndo('collections.rename').mutateAsync;
  const nameOf = (id: string): string => collections?.find((one) => one.id === id)?.name ?? '';
  const deleteTag = useMutationWithUndo('tags.delete').mutateAsync;
  const deleteCollection = useMutationWithUndo('collections.delete', {
    done: (_result, { id }) => say(text.deletedCollection, { name: nameOf(id) }),
  }).mutateAsync;
  const moveCollection = useMutationWithUndo('collections.move').mutateAsync;
  const collect = useMutationWithUndo('articles.collect', {
    done: ({ changed }, { add }) => (changed === 0 ? null : say(text.collected, { count: changed, name: nameOf(add?.[0] ?? '') })),
  }).mutateAsync;
  const tag = useMutationWithUndo('articles.tag', {
    done: ({ changed }, { add }) => (changed === 0 ? null : say(text.tagged, { count: changed, name: add?.[0] ?? '' })),
  }).mutateAsync;

  return useMemo<SidebarActions>(() => {
    const ui = useUiStore.getState;
    return {
      rename: async ({ kind, id, name: before }, raw) => {
        const name = raw.trim();
        if (name === '' || name === before) return true;
        return (kind === 'tag' ? renameTag({ id, name }) : renameCollection({ id, name })).then(
          () => true,
          () => false,
        );
      },
      remove: async ({ kind, id, name }) => {
        const result = await (kind === 'tag' ? deleteTag({ id }) : deleteCollection({ id })).catch(() => null);
        if (!result) return;
        if (kind === 'tag') ui().showToast({ tone: 'info', message: say(text.deletedTag, { name }), undo: result.undo });
        const { view } = ui();
        if ('id' in view && view.id === id) ui().setView({ kind: 'all' });
      },
      move: async (move, name) => {
        await moveCollection({ ...move }).then(
          () => ui().announce(say(text.moved, { name })),
          () => undefined,
        );
      },
      receive: async ({ kind, id, name }, ids) => {
        if (ids.length === 0) return;
        await (kind === 'tag' ? tag({ ids, add: [name] }) : collect({ ids, add: [id] })).catch(() => undefined);
      },
    };
  }, [collect, deleteCollection, deleteTag, moveCollection, renameCollection, renameTag, say, tag]);
}
