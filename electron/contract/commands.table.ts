/**
 * Every command of the window, once: the native menu, the key map, the tooltips and the shortcut sheet are all made from this table.
 * Keys: `Mod` is Cmd on macOS and Ctrl elsewhere. A key without a modifier is a single key: off inside inputs, and it can be switched off.
 */
export type CommandScope = 'anywhere' | 'list-or-reader' | 'reader';
export type CommandMenu = 'app' | 'file' | 'edit' | 'view' | 'article' | 'go' | 'help';
export type CommandGroup = 'Library' | 'Moving' | 'Article' | 'Reading' | 'Window';

export interface Command {
  readonly id: string;
  /** English, sentence case. */
  readonly label: string;
  readonly group: CommandGroup;
  readonly scope: CommandScope;
  /** `KeyboardEvent.key` names joined with `+`, e.g. `Mod+N`, `Shift+J`, `?`. The first is the one shown. */
  readonly keys: readonly string[];
  readonly menu?: CommandMenu;
}

export const COMMANDS = [
  { id: 'library.add', label: 'Add article…', group: 'Library', scope: 'anywhere', keys: ['Mod+n'], menu: 'file' },
  { id: 'feeds.add', label: 'Add feed…', group: 'Library', scope: 'anywhere', keys: ['Shift+A'], menu: 'file' },
  { id: 'feeds.refresh', label: 'Refresh feeds', group: 'Library', scope: 'anywhere', keys: ['r'], menu: 'file' },
  { id: 'feeds.manage', label: 'Feeds and their health…', group: 'Library', scope: 'anywhere', keys: [], menu: 'file' },
  { id: 'offline.prepare', label: 'Get ready for offline…', group: 'Library', scope: 'anywhere', keys: [], menu: 'file' },
  { id: 'library.export', label: 'Export library…', group: 'Library', scope: 'anywhere', keys: [], menu: 'file' },
  { id: 'library.import', label: 'Import library…', group: 'Library', scope: 'anywhere', keys: [], menu: 'file' },
  { id: 'library.verify', label: 'Check library…', group: 'Library', scope: 'anywhere', keys: [], menu: 'file' },
  { id: 'library.health', label: 'Library health…', group: 'Library', scope: 'anywhere', keys: [], menu: 'file' },
  { id: 'app.settings', label: 'Settings…', group: 'Window', scope: 'anywhere', keys: ['Mod+,'], menu: 'app' },
  { id: 'edit.undo', label: 'Undo', group: 'Library', scope: 'anywhere', keys: ['Mod+z'], menu: 'edit' },
  { id: 'edit.redo', label: 'Redo', group: 'Library', scope: 'anywhere', keys: ['Mod+Shift+z'], menu: 'edit' },
  { id: 'edit.history', label: 'History…', group: 'Library', scope: 'anywhere', keys: ['Mod+Shift+h'], menu: 'edit' },
  { id: 'palette.open', label: 'Go to anything…', group: 'Moving', scope: 'anywhere', keys: ['Mod+k'], menu: 'go' },
  { id: 'rules.open', label: 'Rules…', group: 'Library', scope: 'anywhere', keys: [], menu: 'file' },
  { id: 'article.why', label: 'Why is it here?', group: 'Article', scope: 'list-or-reader', keys: [], menu: 'article' },
  { id: 'smart.create', label: 'New smart collection…', group: 'Library', scope: 'anywhere', keys: [], menu: 'file' },
  { id: 'search.focus', label: 'Search', group: 'Moving', scope: 'anywhere', keys: ['/'], menu: 'edit' },
  { id: 'list.next', label: 'Next article', group: 'Moving', scope: 'list-or-reader', keys: ['j'], menu: 'go' },
  { id: 'list.previous', label: 'Previous article', group: 'Moving', scope: 'list-or-reader', keys: ['k'], menu: 'go' },
  { id: 'list.nextUnread', label: 'Next unread article', group: 'Moving', scope: 'list-or-reader', keys: ['n'], menu: 'go' },
  { id: 'list.previousUnread', label: 'Previous unread article', group: 'Moving', scope: 'list-or-reader', keys: ['p'], menu: 'go' },
  { id: 'list.open', label: 'Read article', group: 'Moving', scope: 'list-or-reader', keys: ['Enter'], menu: 'go' },
  { id: 'list.toggleSelected', label: 'Select article', group: 'Moving', scope: 'list-or-reader', keys: ['x'] },
  { id: 'list.extendDown', label: 'Extend selection down', group: 'Moving', scope: 'list-or-reader', keys: ['Shift+J'] },
  { id: 'list.extendUp', label: 'Extend selection up', group: 'Moving', scope: 'list-or-reader', keys: ['Shift+K'] },
  { id: 'list.selectAll', label: 'Select all articles in the list', group: 'Moving', scope: 'list-or-reader', keys: ['Mod+a'] },
  { id: 'window.back', label: 'Back, or out one level', group: 'Moving', scope: 'anywhere', keys: ['Escape'] },
  { id: 'window.close', label: 'Close the window of an article', group: 'Window', scope: 'anywhere', keys: ['Mod+w'] },
  { id: 'window.nextPane', label: 'Next pane', group: 'Moving', scope: 'anywhere', keys: ['F6'] },
  { id: 'window.previousPane', label: 'Previous pane', group: 'Moving', scope: 'anywhere', keys: ['Shift+F6'] },
  { id: 'article.toggleRead', label: 'Mark read or unread', group: 'Article', scope: 'list-or-reader', keys: ['m'], menu: 'article' },
  { id: 'article.toggleStar', label: 'Star or unstar', group: 'Article', scope: 'list-or-reader', keys: ['s'], menu: 'article' },
  { id: 'article.toggleLater', label: 'Read later, or not', group: 'Article', scope: 'list-or-reader', keys: ['l'], menu: 'article' },
  { id: 'article.toggleArchive', label: 'Archive or unarchive', group: 'Article', scope: 'list-or-reader', keys: ['e'], menu: 'article' },
  { id: 'article.tag', label: 'Tags…', group: 'Article', scope: 'list-or-reader', keys: ['t'], menu: 'article' },
  { id: 'article.collect', label: 'Collections…', group: 'Article', scope: 'list-or-reader', keys: ['c'], menu: 'article' },
  { id: 'article.edit', label: 'Edit details…', group: 'Article', scope: 'list-or-reader', keys: ['Shift+E'], menu: 'article' },
  {
    id: 'article.openWindow',
    label: 'Open in a window of its own',
    group: 'Article',
    scope: 'list-or-reader',
    keys: ['Shift+O'],
    menu: 'article',
  },
  { id: 'article.openOriginal', label: 'Open original', group: 'Article', scope: 'list-or-reader', keys: ['o'], menu: 'article' },
  {
    id: 'article.complete',
    label: 'Try again: fetch what is missing',
    group: 'Article',
    scope: 'list-or-reader',
    keys: [],
    menu: 'article',
  },
  { id: 'article.saveAgain', label: 'Save again', group: 'Article', scope: 'list-or-reader', keys: [], menu: 'article' },
  { id: 'article.reextract', label: 'Extract again', group: 'Article', scope: 'list-or-reader', keys: [], menu: 'article' },
  { id: 'article.versions', label: 'Earlier versions…', group: 'Article', scope: 'list-or-reader', keys: [], menu: 'article' },
  {
    id: 'article.trash',
    label: 'Move to Trash',
    group: 'Article',
    scope: 'list-or-reader',
    keys: ['Delete', 'Mod+Backspace'],
    menu: 'article',
  },
  { id: 'article.restore', label: 'Put back from Trash', group: 'Article', scope: 'list-or-reader', keys: [], menu: 'article' },
  { id: 'reader.pageDown', label: 'Page down, then next unread', group: 'Reading', scope: 'list-or-reader', keys: [' '] },
  { id: 'reader.pageUp', label: 'Page up', group: 'Reading', scope: 'list-or-reader', keys: ['Shift+ '] },
  { id: 'reader.find', label: 'Find in article…', group: 'Reading', scope: 'reader', keys: ['Mod+f'], menu: 'edit' },
  { id: 'reader.highlight', label: 'Highlight', group: 'Reading', scope: 'reader', keys: ['h'], menu: 'article' },
  { id: 'reader.highlights', label: 'Highlights of this article…', group: 'Reading', scope: 'reader', keys: ['Shift+H'], menu: 'article' },
  { id: 'reader.copyWithSource', label: 'Copy with source', group: 'Reading', scope: 'reader', keys: ['Mod+Shift+c'], menu: 'edit' },
  { id: 'reader.lookUp', label: 'Search the library for the selection', group: 'Reading', scope: 'reader', keys: [], menu: 'edit' },
  { id: 'reader.readAloud', label: 'Read aloud', group: 'Reading', scope: 'reader', keys: ['Mod+Shift+u'], menu: 'article' },
  { id: 'reader.print', label: 'Print…', group: 'Reading', scope: 'reader', keys: ['Mod+p'], menu: 'file' },
  { id: 'reader.savePdf', label: 'Save as PDF…', group: 'Reading', scope: 'reader', keys: [], menu: 'file' },
  { id: 'reader.fullScreen', label: 'Read in full screen', group: 'Reading', scope: 'anywhere', keys: ['F11'], menu: 'view' },
  { id: 'reader.focus', label: 'Focus mode', group: 'Reading', scope: 'reader', keys: ['f'], menu: 'view' },
  { id: 'history.back', label: 'Back to the article before', group: 'Moving', scope: 'anywhere', keys: ['Alt+ArrowLeft'], menu: 'go' },
  { id: 'history.forward', label: 'Forward again', group: 'Moving', scope: 'anywhere', keys: ['Alt+ArrowRight'], menu: 'go' },
  { id: 'library.recent', label: 'Recently read', group: 'Moving', scope: 'anywhere', keys: ['Shift+R'], menu: 'go' },
  { id: 'highlights.open', label: 'All highlights', group: 'Moving', scope: 'anywhere', keys: [], menu: 'go' },
  { id: 'reader.larger', label: 'Larger text', group: 'Reading', scope: 'anywhere', keys: ['Mod+=', 'Mod++'], menu: 'view' },
  { id: 'reader.smaller', label: 'Smaller text', group: 'Reading', scope: 'anywhere', keys: ['Mod+-'], menu: 'view' },
  { id: 'reader.resetSize', label: 'Reset text size', group: 'Reading', scope: 'anywhere', keys: ['Mod+0'], menu: 'view' },
  { id: 'window.toggleSidebar', label: 'Show or hide the sidebar', group: 'Window', scope: 'anywhere', keys: ['Mod+\\'], menu: 'view' },
  { id: 'window.toggleList', label: 'Show or hide the list', group: 'Window', scope: 'anywhere', keys: ['Mod+Shift+l'], menu: 'view' },
  { id: 'collections.create', label: 'New collection…', group: 'Library', scope: 'anywhere', keys: ['Mod+Shift+n'], menu: 'file' },
  { id: 'help.about', label: 'About Offprint', group: 'Window', scope: 'anywhere', keys: [], menu: 'help' },
  { id: 'help.shortcuts', label: 'Keyboard shortcuts', group: 'Window', scope: 'anywhere', keys: ['?'], menu: 'help' },
] as const satisfies readonly Command[];

export type CommandId = (typeof COMMANDS)[number]['id'];
