import { useIntl, defineMessages } from 'react-intl';
import { useCommands, type CommandHandler } from '../../commands/registry.ts';
import type { ListOf } from '../../bridge/keys.ts';
import { useUiStore } from '../../state/ui-store.ts';
import type { ArticleActions } from './use-article-actions.ts';
import type { CursorMoves } from './use-cursor.ts';
import type { ListSelection } from './use-list-selection.ts';

const text = defineMessages({
  noneUnread: { id: 'list.noneUnread', defaultMessage: 'No more unread articles in this list.' },
});

interface Parts {
  of: ListOf;
  cursor: CursorMoves;
  selection: ListSelection;
  actions: ArticleActions;
  open: () => void;
  focusList: () => void;
}

/**
 * The articles a command is about: the selection; else what is being read, when the reader is in use; else the row under the cursor; else
 * what is open.
 */
export function targets(): string[] {
  const { selection, pane, activeId, cursor } = useUiStore.getState();
  if (selection.ids.size > 0) return [...selection.ids];
  const id = pane === 'reader' ? (activeId ?? cursor?.id) : (cursor?.id ?? activeId);
  return id == null ? [] : [id];
}

/** Handles every command about the list and its articles. */
export function useListCommands({ of, cursor, selection, actions, open, focusList }: Parts): void {
  const intl = useIntl();
  const inTrash = of.view.kind === 'trash';
  const on = (act: (ids: string[]) => void): CommandHandler => {
    return () => {
      const ids = targets();
      if (ids.length === 0) return false;
      act(ids);
      return true;
    };
  };
  const alive = (act: (ids: string[]) => void): CommandHandler => on((ids) => (inTrash ? undefined : act(ids)));
  /** A key that moves in the list from the sidebar takes the keyboard along, so that the next one (Delete, say) means the article. */
  const leaveSidebar = (): void => {
    if (document.activeElement?.closest('[data-pane=sidebar]')) focusList();
  };
  const move = (step: number): void => {
    leaveSidebar();
    void cursor.by(step);
  };
  const unread = async (step: 1 | -1): Promise<void> => {
    leaveSidebar();
    if (!(await cursor.unread(step))) useUiStore.getState().announce(intl.formatMessage(text.noneUnread));
  };
  const extend = async (step: number): Promise<void> => {
    const index = useUiStore.getState().cursor?.index ?? 0;
    await cursor.by(step, { open: false });
    await selection.extendTo(useUiStore.getState().cursor?.index ?? index, index);
  };

  useCommands({
    'list.next': () => move(1),
    'list.previous': () => move(-1),
    'list.nextUnread': () => void unread(1),
    'list.previousUnread': () => void unread(-1),
    'list.open': open,
    'list.toggleSelected': () => {
      const at = useUiStore.getState().cursor;
      if (at) selection.toggleAt(at.index, at.id);
    },
    'list.extendDown': () => void extend(1),
    'list.extendUp': () => void extend(-1),
    'list.selectAll': () => {
      focusList();
      void selection.all();
    },
    // The reader pages first; with nothing open, Space goes to the next unread article.
    'reader.pageDown': () => (useUiStore.getState().activeId === null ? void unread(1) : false),
    'article.toggleRead': alive((ids) => actions.toggle('read', ids)),
    'article.toggleStar': alive((ids) => actions.toggle('starred', ids)),
    'article.toggleLater': alive((ids) => actions.toggle('later', ids)),
    'article.toggleArchive': alive((ids) => actions.toggle('archived', ids)),
    'article.tag': alive((ids) => actions.organise('tag', ids)),
    'article.collect': alive((ids) => actions.organise('collect', ids)),
    'article.edit': alive((ids) => actions.organise('edit', ids)),
    'article.openOriginal': on(actions.openOriginal),
    'article.complete': alive((ids) => actions.renew('complete', ids)),
    'article.saveAgain': alive((ids) => actions.renew('again', ids)),
    'article.reextract': alive((ids) => actions.renew('reextract', ids)),
    'article.versions': alive((ids) => actions.versions(ids)),
    'article.trash': on((ids) => (inTrash ? actions.purge(ids) : actions.trash(ids))),
    'article.restore': on((ids) => {
      if (inTrash) actions.restore(ids);
    }),
  });
}
