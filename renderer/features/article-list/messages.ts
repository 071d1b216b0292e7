import { words } from '../../i18n/words.ts';

/** Words of a row. */
export const rowText = words({
  unread: { id: 'row.unread', defaultMessage: 'Unread.' },
  minutes: { id: 'row.minutes', defaultMessage: '{minutes} min' },
  minutesLong: { id: 'row.minutesLong', defaultMessage: '{minutes, plural, one {# minute} other {# minutes}} to read' },
  starred: { id: 'row.starred', defaultMessage: 'Starred' },
  later: { id: 'row.later', defaultMessage: 'Read later' },
  archived: { id: 'row.archived', defaultMessage: 'Archived' },
  complete: {
    id: 'row.complete',
    defaultMessage: 'Readable offline{images, plural, =0 {} one {, its image stored} other {, all # images stored}}',
  },
  partial: { id: 'row.partial', defaultMessage: 'Partly offline: {stored} of {images} images stored' },
  partialText: { id: 'row.partialText', defaultMessage: 'Partly offline: the text may be cut short' },
  failed: { id: 'row.failed', defaultMessage: 'Not stored: saving failed' },
  published: { id: 'row.published', defaultMessage: 'Published {published}; saved {saved}' },
  saved: { id: 'row.saved', defaultMessage: 'Saved {saved}' },
  loading: { id: 'row.loading', defaultMessage: 'Loading…' },
  tags: { id: 'row.tags', defaultMessage: 'Tags: {tags}' },
});

/** Words of the list around the rows. */
export const listText = words({
  completeAll: { id: 'list.completeAll', defaultMessage: 'Try all again' },
  list: { id: 'list.name', defaultMessage: 'Articles' },
  count: { id: 'list.count', defaultMessage: '{count, plural, =0 {No articles} one {# article} other {# articles}}' },
  results: { id: 'list.results', defaultMessage: '{count, plural, =0 {No results} one {# result} other {# results}}' },
  viewOptions: { id: 'list.viewOptions', defaultMessage: 'How the list is shown' },
  sortBy: { id: 'list.sortBy', defaultMessage: 'Sort by' },
  sort_saved: { id: 'list.sort.saved', defaultMessage: 'When saved' },
  sort_published: { id: 'list.sort.published', defaultMessage: 'When published' },
  sort_title: { id: 'list.sort.title', defaultMessage: 'Title' },
  sort_source: { id: 'list.sort.source', defaultMessage: 'Source' },
  sort_length: { id: 'list.sort.length', defaultMessage: 'Length' },
  sort_progress: { id: 'list.sort.progress', defaultMessage: 'How far read' },
  reverse: { id: 'list.reverse', defaultMessage: 'Turn the order round' },
  groupBy: { id: 'list.groupBy', defaultMessage: 'Group by' },
  group_none: { id: 'list.group.none', defaultMessage: 'Nothing' },
  group_day: { id: 'list.group.day', defaultMessage: 'Day' },
  group_source: { id: 'list.group.source', defaultMessage: 'Source' },
  today: { id: 'list.today', defaultMessage: 'Today' },
  yesterday: { id: 'list.yesterday', defaultMessage: 'Yesterday' },
  noDate: { id: 'list.noDate', defaultMessage: 'No date' },
  density: { id: 'list.density', defaultMessage: 'Row size' },
  compact: { id: 'list.compact', defaultMessage: 'Compact' },
  comfortable: { id: 'list.comfortable', defaultMessage: 'Comfortable' },
  cards: { id: 'list.cards', defaultMessage: 'Cards' },
  showSidebar: { id: 'list.showSidebar', defaultMessage: 'Show the sidebar' },
  failed: { id: 'list.failed', defaultMessage: 'The list could not be shown' },
  retry: { id: 'list.retry', defaultMessage: 'Try again' },
  rowMenu: { id: 'list.rowMenu', defaultMessage: 'Actions for {count, plural, one {the article} other {# articles}}' },
  dragged: { id: 'list.dragged', defaultMessage: '{count, plural, one {# article} other {# articles}}' },
});

/** Actions on articles, as menus and the bulk bar say them. */
export const actionText = words({
  open: { id: 'action.open', defaultMessage: 'Read' },
  markRead: { id: 'action.markRead', defaultMessage: 'Mark read' },
  markUnread: { id: 'action.markUnread', defaultMessage: 'Mark unread' },
  star: { id: 'action.star', defaultMessage: 'Star' },
  unstar: { id: 'action.unstar', defaultMessage: 'Unstar' },
  later: { id: 'action.later', defaultMessage: 'Read later' },
  notLater: { id: 'action.notLater', defaultMessage: 'Not later' },
  archive: { id: 'action.archive', defaultMessage: 'Archive' },
  unarchive: { id: 'action.unarchive', defaultMessage: 'Take out of archive' },
  tag: { id: 'action.tag', defaultMessage: 'Tags…' },
  collect: { id: 'action.collect', defaultMessage: 'Collections…' },
  why: { id: 'action.why', defaultMessage: 'Why is it here?' },
  edit: { id: 'action.edit', defaultMessage: 'Edit details…' },
  openOriginal: { id: 'action.openOriginal', defaultMessage: 'Open original' },
  trash: { id: 'action.trash', defaultMessage: 'Move to Trash' },
  restore: { id: 'action.restore', defaultMessage: 'Put back' },
  purge: { id: 'action.purge', defaultMessage: 'Delete for good…' },
  selected: { id: 'action.selected', defaultMessage: '{count, plural, one {# selected} other {# selected}}' },
  bar: { id: 'action.bar', defaultMessage: 'Selected articles' },
  clear: { id: 'action.clear', defaultMessage: 'Clear selection' },
});

/** What a toast says after an action. `count` = articles that changed; `title` of the first. */
export const doneText = words({
  read: { id: 'done.read', defaultMessage: 'Marked {count, plural, one {# article} other {# articles}} read' },
  unread: { id: 'done.unread', defaultMessage: 'Marked {count, plural, one {# article} other {# articles}} unread' },
  starred: { id: 'done.starred', defaultMessage: 'Starred {count, plural, one {# article} other {# articles}}' },
  unstarred: { id: 'done.unstarred', defaultMessage: 'Unstarred {count, plural, one {# article} other {# articles}}' },
  later: { id: 'done.later', defaultMessage: 'Put {count, plural, one {# article} other {# articles}} aside for later' },
  notLater: { id: 'done.notLater', defaultMessage: 'Took {count, plural, one {# article} other {# articles}} out of Later' },
  archived: { id: 'done.archived', defaultMessage: 'Archived {count, plural, one {# article} other {# articles}}' },
  unarchived: { id: 'done.unarchived', defaultMessage: 'Took {count, plural, one {# article} other {# articles}} out of the archive' },
  trashed: { id: 'done.trashed', defaultMessage: 'Moved {count, plural, one {# article} other {# articles}} to Trash' },
  restored: { id: 'done.restored', defaultMessage: 'Put {count, plural, one {# article} other {# articles}} back' },
});
