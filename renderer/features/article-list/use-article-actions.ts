import { useCallback, useMemo } from 'react';
import { useIntl, type MessageDescriptor } from 'react-intl';
import type { ArticleRow } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { BridgeError, sentenceOf } from '../../bridge/types.ts';
import { without } from '../../state/selection.ts';
import { useUiStore } from '../../state/ui-store.ts';
import type { Leaving } from './leaves-view.ts';
import { doneText } from './messages.ts';
import { useRowsLookup } from './use-rows-lookup.ts';

export type Flag = 'read' | 'starred' | 'later' | 'archived';

const FLAG_DONE: Readonly<Record<Flag, readonly [on: MessageDescriptor, off: MessageDescriptor]>> = {
  read: [doneText.read, doneText.unread],
  starred: [doneText.starred, doneText.unstarred],
  later: [doneText.later, doneText.notLater],
  archived: [doneText.archived, doneText.unarchived],
};

export interface ArticleActions {
  /** Sets a flag where some lack it, clears it where all have it. */
  toggle: (flag: Flag, ids: readonly string[]) => void;
  set: (flag: Flag, on: boolean, ids: readonly string[]) => void;
  trash: (ids: readonly string[]) => void;
  restore: (ids: readonly string[]) => void;
  purge: (ids: readonly string[]) => void;
  organise: (kind: 'tag' | 'collect' | 'edit', ids: readonly string[]) => void;
  /** Tells why one article is here, hidden or tagged. */
  why: (ids: readonly string[]) => void;
  openOriginal: (ids: readonly string[]) => void;
  /** Begins to save again, to fetch what is missing or to extract again: the strip at the foot of the window shows how it goes. */
  renew: (what: 'again' | 'complete' | 'reextract', ids: readonly string[]) => void;
  /** Shows what one article was before. */
  versions: (ids: readonly string[]) => void;
  /** Whether every one of these has the flag, as far as the window knows. */
  all: (flag: Flag, ids: readonly string[]) => boolean;
  rows: (ids: readonly string[]) => ArticleRow[];
}

const WEB = /^https?:\/\//i;

/**
 * What can be done to articles, with keys, menus, drag and the bulk bar alike. `leave` is called when a change may take rows out of the
 * list, before it is made, and returns what to do once it is.
 */
export function useArticleActions(leave: (action: Leaving, ids: readonly string[]) => () => void): ArticleActions {
  const intl = useIntl();
  const bridge = useBridge();
  const rows = useRowsLookup();

  const say = useCallback((message: MessageDescriptor, changed: number): string => intl.formatMessage(message, { count: changed }), [intl]);
  const setFlags = useMutationWithUndo('articles.setFlags', {
    done: ({ changed }, { flags }) => {
      const entry = Object.entries(flags)[0] as [Flag, boolean] | undefined;
      if (!entry || changed === 0) return null;
      const [flag, on] = entry;
      // A single star or read mark is seen in its row; what leaves the list, or happened to many, is said.
      if (changed === 1 && flag !== 'archived') return null;
      return say(FLAG_DONE[flag][on ? 0 : 1], changed);
    },
  }).mutateAsync;
  const trash = useMutationWithUndo('articles.trash', { done: ({ changed }) => say(doneText.trashed, changed) }).mutateAsync;
  const restore = useMutationWithUndo('articles.restore', { done: ({ changed }) => say(doneText.restored, changed) }).mutateAsync;

  return useMemo<ArticleActions>(() => {
    const ui = useUiStore.getState;
    /** Runs a change that may take rows out of the list; the toast has told already what went wrong. */
    const leaving = (action: Leaving, ids: readonly string[], change: () => Promise<unknown>): void => {
      const after = leave(action, ids);
      change().then(
        () => {
          ui().setSelection(without(ui().selection, ids));
          after();
        },
        () => undefined,
      );
    };
    const all = (flag: Flag, ids: readonly string[]): boolean => {
      const known = rows(ids);
      return known.length === ids.length && known.every((row) => row[flag]);
    };
    const set = (flag: Flag, on: boolean, ids: readonly string[]): void => {
      if (ids.length === 0) return;
      const change = (): Promise<unknown> => setFlags({ ids: [...ids], flags: { [flag]: on } });
      if (flag === 'archived') return leaving(on ? 'archive' : 'unarchive', ids, change);
      if (flag === 'read' && on) ui().keepInList(ids);
      change().catch(() => undefined);
    };
    return {
      all,
      rows,
      set,
      toggle: (flag, ids) => set(flag, !all(flag, ids), ids),
      trash: (ids) => {
        if (ids.length > 0) leaving('trash', ids, () => trash({ ids: [...ids] }));
      },
      restore: (ids) => {
        if (ids.length > 0) leaving('restore', ids, () => restore({ ids: [...ids] }));
      },
      purge: (ids) => {
        if (ids.length > 0) ui().openDialog({ kind: 'purge', ids: [...ids] });
      },
      organise: (kind, ids) => {
        if (ids.length > 0) ui().openDialog({ kind, ids: kind === 'edit' ? ids.slice(0, 1) : [...ids] });
      },
      why: ([id]) => {
        if (id !== undefined) ui().openDialog({ kind: 'why', id });
      },
      versions: ([id]) => {
        if (id !== undefined) ui().openDialog({ kind: 'versions', id });
      },
      renew: (what, ids) => {
        if (ids.length === 0) return;
        bridge
          .call('capture.renew', { ids: [...ids], what })
          .catch((error: unknown) => ui().showToast({ tone: 'error', message: sentenceOf(error), undo: null }));
      },
      openOriginal: (ids) => {
        const url = rows(ids.slice(0, 1))[0]?.url ?? null;
        if (url === null || !WEB.test(url)) return;
        bridge.call('app.openExternal', { url }).catch((error: unknown) => {
          if (error instanceof BridgeError && error.code === 'not-supported-here') window.open(url, '_blank', 'noopener,noreferrer');
          else ui().showToast({ tone: 'error', message: sentenceOf(error), undo: null });
        });
      },
    };
  }, [bridge, leave, restore, rows, setFlags, trash]);
}
