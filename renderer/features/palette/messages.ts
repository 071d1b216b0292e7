import { words } from '../../i18n/words.ts';

export const text = words({
  title: { id: 'palette.title', defaultMessage: 'Go to anything' },
  field: { id: 'palette.field', defaultMessage: 'Command, collection, tag, feed or article' },
  list: { id: 'palette.list', defaultMessage: 'What fits' },
  found: { id: 'palette.found', defaultMessage: '{count, plural, =0 {Nothing fits} one {# fits} other {# fit}}' },
  recentPart: { id: 'palette.recentPart', defaultMessage: 'Recent' },
  commandsPart: { id: 'palette.commandsPart', defaultMessage: 'Commands' },
  placesPart: { id: 'palette.placesPart', defaultMessage: 'Places' },
  articlesPart: { id: 'palette.articlesPart', defaultMessage: 'Articles' },
  undo: { id: 'palette.undo', defaultMessage: 'Undo: {what}' },
  redo: { id: 'palette.redo', defaultMessage: 'Redo: {what}' },
  all: { id: 'palette.all', defaultMessage: 'All articles' },
  unread: { id: 'palette.unread', defaultMessage: 'Unread' },
  later: { id: 'palette.later', defaultMessage: 'Later' },
  starred: { id: 'palette.starred', defaultMessage: 'Starred' },
  archive: { id: 'palette.archive', defaultMessage: 'Archive' },
  incomplete: { id: 'palette.incomplete', defaultMessage: 'Incomplete' },
  trash: { id: 'palette.trash', defaultMessage: 'Trash' },
  recent: { id: 'palette.recent', defaultMessage: 'Recently read' },
  highlighted: { id: 'palette.highlighted', defaultMessage: 'With highlights' },
});
