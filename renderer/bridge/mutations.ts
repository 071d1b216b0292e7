import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { ArticleRow } from '../../electron/contract/entities.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../electron/contract/methods.ts';
import { undoLabel } from '../i18n/undo-words.ts';
import { words } from '../i18n/words.ts';
import { useUiStore } from '../state/ui-store.ts';
import { patchRows } from './apply-events.ts';
import { useBridge } from './context.tsx';
import { keys } from './keys.ts';
import { sentenceOf } from './types.ts';

/** The methods whose result carries the label that Undo has now. */
export type UndoableMethod = { [M in MethodName]: MethodOutput<M> extends { undo: string | null } ? M : never }[MethodName];

/** What a change will do to a row, to show it at once; null where only the core knows. */
function foresee<M extends UndoableMethod>(method: M, input: MethodInput<M>): ((row: ArticleRow) => ArticleRow) | null {
  if (method === 'articles.setFlags') {
    const { ids, flags } = input as MethodInput<'articles.setFlags'>;
    const set = new Set(ids);
    const given = flags as Partial<ArticleRow>;
    const patch = given.archived === true ? { ...given, later: false } : given;
    return (row) => (set.has(row.id) ? { ...row, ...patch } : row);
  }
  return null;
}

/** Undoes a forecast that did not come true. */
function rollBack(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: keys.lists });
  void client.invalidateQueries({ queryKey: keys.articles });
}

interface Options<M extends UndoableMethod> {
  /** The sentence of the toast ("Moved 3 articles to Trash"), or null for none. Undo stands beside it where the core offers it. */
  done?: (result: MethodOutput<M>, input: MethodInput<M>) => string | null;
}

/**
 * A change that can be undone: shown at once where its effect is known, taken back with a sentence when the core refuses, and followed by a
 * toast with Undo where `done` gives one.
 */
export function useMutationWithUndo<M extends UndoableMethod>(
  method: M,
  options: Options<M> = {},
): UseMutationResult<MethodOutput<M>, Error, MethodInput<M>> {
  const bridge = useBridge();
  const client = useQueryClient();
  const showToast = useUiStore((state) => state.showToast);
  const { done } = options;
  return useMutation({
    mutationFn: (input) => bridge.call(method, input),
    onMutate: (input) => {
      const patch = foresee(method, input);
      if (patch) patchRows(client, patch);
    },
    onSuccess: (result, input) => {
      const message = done?.(result, input) ?? null;
      if (message === null) return;
      // Where nothing changed, the label is that of an older change.
      const { changed = 1, undo } = result as { changed?: number; undo: string | null };
      showToast({ tone: 'info', message, undo: changed === 0 ? null : undo });
    },
    onError: (error) => {
      rollBack(client);
      showToast({ tone: 'error', message: sentenceOf(error), undo: null });
    },
  });
}

const text = words({
  undo: { id: 'undo.done', defaultMessage: 'Undid: {what}' },
  redo: { id: 'redo.done', defaultMessage: 'Redid: {what}' },
  skipped: { id: 'undo.skipped', defaultMessage: '“{what}” cannot be taken back any more: it has all changed since. Nothing was touched.' },
  noUndo: { id: 'undo.nothing', defaultMessage: 'There is nothing to undo.' },
  noRedo: { id: 'redo.nothing', defaultMessage: 'There is nothing to redo.' },
});

/** Undoes or redoes the last change, and says what was done. */
export function useUndo(): (which: 'undo' | 'redo') => Promise<void> {
  const intl = useIntl();
  const bridge = useBridge();
  const showToast = useUiStore((state) => state.showToast);
  return useCallback(
    async (which) => {
      try {
        const { done, skipped, words: said } = await bridge.call(which === 'undo' ? 'undo.undo' : 'undo.redo', {});
        const nothing = which === 'undo' ? text.noUndo : text.noRedo;
        const message =
          skipped !== undefined
            ? intl.formatMessage(text.skipped, { what: undoLabel(intl, said, skipped) })
            : done === null
              ? intl.formatMessage(nothing)
              : intl.formatMessage(text[which], { what: undoLabel(intl, said, done) });
        showToast({ tone: 'info', message, undo: null });
      } catch (error) {
        showToast({ tone: 'error', message: sentenceOf(error), undo: null });
      }
    },
    [bridge, intl, showToast],
  );
}
