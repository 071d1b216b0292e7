import { words } from '../../i18n/words.ts';

/** Words of the dialogs about collections, smart collections and tags themselves. */
export const lookText = words({
  collectionTitle: { id: 'look.collection', defaultMessage: 'Collection {name}' },
  tagTitle: { id: 'look.tag', defaultMessage: 'Tag {name}' },
  description: { id: 'look.description', defaultMessage: 'Description' },
  descriptionHint: { id: 'look.description.hint', defaultMessage: 'What belongs in it. Shown above its articles.' },
  save: { id: 'look.save', defaultMessage: 'Save' },
  newSmart: { id: 'smart.new', defaultMessage: 'New smart collection' },
  editSmart: { id: 'smart.edit', defaultMessage: 'Smart collection {name}' },
  create: { id: 'smart.create', defaultMessage: 'Create' },
  name: { id: 'smart.name', defaultMessage: 'Name' },
  nameMissing: { id: 'smart.name.missing', defaultMessage: 'Give it a name.' },
  query: { id: 'smart.query', defaultMessage: 'Query' },
  queryHint: {
    id: 'smart.query.hint',
    defaultMessage: 'As in the search field: words, "phrases", tag:name, is:unread, saved:7d, site:example.org…',
  },
  queryMissing: { id: 'smart.query.missing', defaultMessage: 'Say what it should find.' },
  preview: {
    id: 'smart.preview',
    defaultMessage: '{count, plural, =0 {No article fits now} one {# article fits now} other {# articles fit now}}',
  },
  created: { id: 'smart.created', defaultMessage: 'Created the smart collection {name}' },
  mergeTitle: { id: 'merge.title', defaultMessage: 'Merge two tags?' },
  mergeBody: {
    id: 'merge.body',
    defaultMessage:
      'There is a tag “{into}” already. Merging puts the {count, plural, one {# article} other {# articles}} of “{from}” under it, and “{from}” goes. Undo takes the two apart again.',
  },
  merge: { id: 'merge.confirm', defaultMessage: 'Merge' },
  merged: { id: 'merge.done', defaultMessage: 'Merged {from} into {into}' },
  unusedTitle: { id: 'unused.title', defaultMessage: 'Unused tags' },
  unusedNone: { id: 'unused.none', defaultMessage: 'Every tag is used by some article or highlight.' },
  unusedBody: {
    id: 'unused.body',
    defaultMessage:
      '{count, plural, one {No article and no highlight has this tag:} other {No article and no highlight has these # tags:}}',
  },
  unusedDelete: { id: 'unused.delete', defaultMessage: 'Delete {count, plural, one {it} other {all #}}' },
  unusedDone: { id: 'unused.done', defaultMessage: 'Deleted {count, plural, one {an unused tag} other {# unused tags}}' },
  close: { id: 'unused.close', defaultMessage: 'Close' },
});
