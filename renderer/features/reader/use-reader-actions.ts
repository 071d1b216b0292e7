import { useCallback } from 'react';
import type { CommandId } from '../../../electron/contract/commands.table.ts';
import type { ArticleRow } from '../../../electron/contract/entities.ts';
import { useBridge } from '../../bridge/context.tsx';
import { useMutationWithUndo } from '../../bridge/mutations.ts';
import { BridgeError, sentenceOf } from '../../bridge/types.ts';
import { runCommand, useCommands, type CommandHandlers } from '../../commands/registry.ts';
import { useUiStore } from '../../state/ui-store.ts';

export type Flag = 'read' | 'starred' | 'later' | 'archived';

export interface ReaderActions {
  toggle: (flag: Flag) => void;
  organise: (kind: 'tag' | 'collect' | 'edit') => void;
  trash: () => void;
  restore: () => void;
  openExternal: (url: string) => void;
  renew: (what: 'again' | 'reextract') => void;
  versions: () => void;
}

const COMMAND: Record<Flag, CommandId> = {
  read: 'article.toggleRead',
  starred: 'article.toggleStar',
  later: 'article.toggleLater',
  archived: 'article.toggleArchive',
};

/** True when a command about "the article" means the open one: with a selection in the list it would mean that. */
function commandMeansOpen(id: string): boolean {
  const ui = useUiStore.getState();
  ui.setPane('reader');
  return ui.activeId === id && [...ui.selection.ids].every((selected) => selected === id);
}

/**
 * What the toolbar does to the open article. The list's own command does it where it means the same (it moves its cursor on, too); in the
 * window of one article there is no list, and the keys of those commands are answered here.
 */
export function useReaderActions(article: ArticleRow): ReaderActions {
  const { id } = article;
  const alone = useUiStore((state) => state.alone);
  const bridge = useBridge();
  const { mutate: setFlags } = useMutationWithUndo('articles.setFlags');
  const { mutate: trash } = useMutationWithUndo('articles.trash');
  const { mutate: restore } = useMutationWithUndo('articles.restore');
  const openExternal = useCallback(
    (url: string) => {
      bridge.call('app.openExternal', { url }).catch((error: unknown) => {
        // A browser can open it itself.
        if (error instanceof BridgeError && error.code === 'not-supported-here') window.open(url, '_blank', 'noopener,noreferrer');
        else useUiStore.getState().showToast({ tone: 'error', message: sentenceOf(error), undo: null });
      });
    },
    [bridge],
  );
  const either = (command: CommandId, own: () => void): void => {
    if (alone || !(commandMeansOpen(id) && runCommand(command))) own();
  };
  const actions: ReaderActions = {
    toggle: (flag) => either(COMMAND[flag], () => setFlags({ ids: [id], flags: { [flag]: !article[flag] } })),
    organise: (kind) => useUiStore.getState().openDialog({ kind, ids: [id] }),
    trash: () => either('article.trash', () => trash({ ids: [id] })),
    restore: () => either('article.restore', () => restore({ ids: [id] })),
    openExternal,
    renew: (what) =>
      either(what === 'again' ? 'article.saveAgain' : 'article.reextract', () => {
        bridge
          .call('capture.renew', { ids: [id], what })
          .catch((error: unknown) => useUiStore.getState().showToast({ tone: 'error', message: sentenceOf(error), undo: null }));
      }),
    versions: () => useUiStore.getState().openDialog({ kind: 'versions', id }),
  };
  useCommands(alone ? commandsOf(article, actions) : {});
  return actions;
}

/** The keys of what can be done to an article, for a window without a list. */
function commandsOf({ trashed, url }: ArticleRow, actions: ReaderActions): CommandHandlers {
  if (trashed) return { 'article.restore': actions.restore };
  return {
    'article.toggleRead': () => actions.toggle('read'),
    'article.toggleStar': () => actions.toggle('starred'),
    'article.toggleLater': () => actions.toggle('later'),
    'article.toggleArchive': () => actions.toggle('archived'),
    'article.tag': () => actions.organise('tag'),
    'article.collect': () => actions.organise('collect'),
    'article.edit': () => actions.organise('edit'),
    'article.trash': actions.trash,
    'article.openOriginal': () => (url === null ? false : actions.openExternal(url)),
  };
}
