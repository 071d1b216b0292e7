import { words } from '../../i18n/words.ts';

export const text = words({
  title: { id: 'add.title', defaultMessage: 'Add article' },
  field: { id: 'add.field', defaultMessage: 'Link or text' },
  placeholder: { id: 'add.placeholder', defaultMessage: 'https://…' },
  hint: {
    id: 'add.hint',
    defaultMessage:
      'Paste a link, several links, a text, or part of a page. Files and saved pages with their folder can be dropped anywhere on the window.',
  },
  oneLink: { id: 'add.oneLink', defaultMessage: 'The page will be fetched, cleaned and stored on this computer.' },
  manyLinks: { id: 'add.manyLinks', defaultMessage: '{count, number} links will be saved as {count, number} articles.' },
  someUnusable: {
    id: 'add.someUnusable',
    defaultMessage:
      '{count, plural, one {# link} other {# links}} will be saved. {unusable, plural, one {This line is not a link} other {These lines are not links}}: {lines}',
  },
  aText: { id: 'add.aText', defaultMessage: 'A text of {words, plural, one {# word} other {# words}} will be saved as an article.' },
  aPage: { id: 'add.aPage', defaultMessage: 'The pasted page will be saved as an article.' },
  badScheme: {
    id: 'add.badScheme',
    defaultMessage: 'Offprint saves web addresses that begin with http:// or https://. For a file on this computer, choose the file.',
  },
  badShape: { id: 'add.badShape', defaultMessage: 'This does not look like a link yet. A link looks like https://example.org/story.' },
  known: { id: 'add.known', defaultMessage: 'This address is in your library already.' },
  openKnown: { id: 'add.openKnown', defaultMessage: 'Open it' },
  chooseFiles: { id: 'add.chooseFiles', defaultMessage: 'Choose files…' },
  files: { id: 'add.files', defaultMessage: 'Files to save' },
  removeFile: { id: 'add.removeFile', defaultMessage: 'Leave out {name}' },
  badFiles: {
    id: 'add.badFiles',
    defaultMessage: '{names} cannot be saved: Offprint reads web pages, PDFs and plain text (.html, .mhtml, .pdf, .txt, .md).',
  },
  unreadableFile: {
    id: 'add.unreadableFile',
    defaultMessage: '“{name}” could not be read. Check that it is still there, then choose it again.',
  },
  tags: { id: 'add.tags', defaultMessage: 'Tags' },
  tagsPlaceholder: { id: 'add.tagsPlaceholder', defaultMessage: 'Add a tag' },
  collections: { id: 'add.collections', defaultMessage: 'Collections' },
  collectionsPlaceholder: { id: 'add.collectionsPlaceholder', defaultMessage: 'Add to a collection' },
  save: { id: 'add.save', defaultMessage: 'Save' },
  saving: { id: 'add.saving', defaultMessage: 'Saving {count, plural, one {# article} other {# articles}}' },
  pastedPage: { id: 'add.pastedPage', defaultMessage: 'Pasted page' },
});
