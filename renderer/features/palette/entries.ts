import type { IntlShape } from 'react-intl';
import { COMMANDS, type CommandId } from '../../../electron/contract/commands.table.ts';
import type { ArticleRow, Sidebar, UndoState, View } from '../../../electron/contract/entities.ts';
import { hasHandler } from '../../commands/registry.ts';
import { commandLabel, commandName } from '../../i18n/command-words.ts';
import { undoLabel } from '../../i18n/undo-words.ts';
import { text } from './messages.ts';

export type Part = 'recent' | 'commands' | 'places' | 'articles';

/** Something to go to or to do. */
export interface Entry {
  /** Stable, so that what was chosen is found again. */
  readonly key: string;
  readonly name: string;
  /** What is found by instead of its name: a name that quotes another thing must not stand before that thing. */
  readonly found?: string;
  readonly kind: 'command' | 'view' | 'smart' | 'collection' | 'tag' | 'feed' | 'article';
  /** Said after the name: the outlet of an article. */
  readonly note?: string;
  readonly command?: CommandId;
  readonly view?: View;
  readonly articleId?: string;
}

const VIEWS = ['all', 'unread', 'later', 'starred', 'archive', 'incomplete', 'trash', 'recent', 'highlighted'] as const;
/** What only makes sense from where one is. */
const LEFT_OUT: ReadonlySet<CommandId> = new Set<CommandId>(['palette.open', 'window.back', 'reader.pageDown', 'reader.pageUp']);

export function commandEntries(undo: UndoState, intl: IntlShape): Entry[] {
  // Nothing to take back, or to do again: no entry that would only say so.
  const empty = (id: CommandId): boolean => (id === 'edit.undo' && undo.undo === null) || (id === 'edit.redo' && undo.redo === null);
  return COMMANDS.filter(({ id }) => hasHandler(id) && !LEFT_OUT.has(id) && !empty(id)).map(({ id }) => {
    const label = commandLabel(intl, id);
    const change = id === 'edit.undo' ? undo.undo : id === 'edit.redo' ? undo.redo : null;
    const what = change === null ? null : undoLabel(intl, id === 'edit.undo' ? undo.undoWords : undo.redoWords, change);
    const name = what === null ? commandName(intl, id) : intl.formatMessage(id === 'edit.undo' ? text.undo : text.redo, { what });
    return { key: `command:${id}`, name, found: label, kind: 'command' as const, command: id };
  });
}

export function placeEntries(sidebar: Sidebar | undefined, intl: IntlShape): Entry[] {
  const views = VIEWS.map((kind): Entry => ({ key: `view:${kind}`, name: intl.formatMessage(text[kind]), kind: 'view', view: { kind } }));
  if (!sidebar) return views;
  return [
    ...views,
    ...sidebar.smart.map(({ id, name }): Entry => ({ key: id, name, kind: 'smart', view: { kind: 'smart', id } })),
    ...sidebar.collections.map(({ id, path }): Entry => ({ key: id, name: path, kind: 'collection', view: { kind: 'collection', id } })),
    ...sidebar.feeds.map(({ id, title }): Entry => ({ key: id, name: title, kind: 'feed', view: { kind: 'feed', id } })),
    ...sidebar.tags.map(({ id, name }): Entry => ({ key: id, name, kind: 'tag', view: { kind: 'tag', id } })),
  ];
}

export function articleEntry({ id, title, source }: ArticleRow): Entry {
  return { key: `article:${id}`, name: title, kind: 'article', note: source, articleId: id };
}
