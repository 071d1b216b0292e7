import { words } from '../../i18n/words.ts';

export const text = words({
  title: { id: 'settings.title', defaultMessage: 'Settings' },
  tabs: { id: 'settings.tabs', defaultMessage: 'Settings sections' },
  appearance: { id: 'settings.appearance', defaultMessage: 'Appearance' },
  reading: { id: 'settings.reading', defaultMessage: 'Reading' },
  keys: { id: 'settings.keys', defaultMessage: 'Keys' },
  limits: { id: 'settings.limits', defaultMessage: 'Limits' },
  library: { id: 'settings.library', defaultMessage: 'Library' },

  theme: { id: 'settings.theme', defaultMessage: 'Theme' },
  themeSystem: { id: 'settings.themeSystem', defaultMessage: 'System' },
  themeLight: { id: 'settings.themeLight', defaultMessage: 'Light' },
  themeSepia: { id: 'settings.themeSepia', defaultMessage: 'Sepia' },
  themeDark: { id: 'settings.themeDark', defaultMessage: 'Dark' },
  themeBlack: { id: 'settings.themeBlack', defaultMessage: 'Black' },
  density: { id: 'settings.density', defaultMessage: 'Rows of the list' },
  compact: { id: 'settings.compact', defaultMessage: 'Compact' },
  comfortable: { id: 'settings.comfortable', defaultMessage: 'Comfortable' },
  cards: { id: 'settings.cards', defaultMessage: 'Cards' },

  font: { id: 'settings.font', defaultMessage: 'Typeface' },
  fontSerif: { id: 'settings.fontSerif', defaultMessage: 'Serif' },
  fontSans: { id: 'settings.fontSans', defaultMessage: 'Sans' },
  fontMono: { id: 'settings.fontMono', defaultMessage: 'Mono' },
  fontDyslexia: { id: 'settings.fontDyslexia', defaultMessage: 'Dyslexia-friendly' },
  fontNote: {
    id: 'settings.fontNote',
    defaultMessage: 'Uses OpenDyslexic, Atkinson Hyperlegible or Lexend where this computer has one, otherwise Verdana.',
  },
  fontSize: { id: 'settings.fontSize', defaultMessage: 'Text size' },
  pixels: { id: 'settings.pixels', defaultMessage: '{value} px' },
  lineHeight: { id: 'settings.lineHeight', defaultMessage: 'Line height' },
  times: { id: 'settings.times', defaultMessage: '{value, number, ::.0}' },
  measure: { id: 'settings.measure', defaultMessage: 'Line length' },
  characters: { id: 'settings.characters', defaultMessage: '{value} characters' },
  justify: { id: 'settings.justify', defaultMessage: 'Lines of equal length' },
  keepSearches: { id: 'settings.keepSearches', defaultMessage: 'Remember what was searched for' },
  markRead: { id: 'settings.markRead', defaultMessage: 'Mark an article read when it is opened' },

  singleKeys: { id: 'settings.singleKeys', defaultMessage: 'Single-key shortcuts' },
  singleKeysNote: {
    id: 'settings.singleKeysNote',
    defaultMessage: 'Letters such as J, K or S act at once, outside of text fields. Turn them off if they get in the way of speech input.',
  },
  showKeys: { id: 'settings.showKeys', defaultMessage: 'Show all shortcuts' },

  limitsNote: {
    id: 'settings.limitsNote',
    defaultMessage: 'What is larger is not stored; the article’s receipt says so. Changes count for what is saved from now on.',
  },
  maxPage: { id: 'settings.maxPage', defaultMessage: 'Largest page' },
  maxImage: { id: 'settings.maxImage', defaultMessage: 'Largest image' },
  maxArticle: { id: 'settings.maxArticle', defaultMessage: 'Largest article, images included' },
  megabytes: { id: 'settings.megabytes', defaultMessage: 'MB' },
  range: { id: 'settings.range', defaultMessage: 'Whole megabytes from {min} to {max}.' },

  about: { id: 'library.about', defaultMessage: 'Offprint {version}' },
  notes: { id: 'library.notes', defaultMessage: 'What opening it put right' },
  export: { id: 'library.export', defaultMessage: 'Export' },
  exportNote: {
    id: 'library.exportNote',
    defaultMessage:
      'The whole library as one .zip archive: articles, images, tags, collections, settings. Importing it gives the same library again.',
  },
  exportLink: { id: 'library.exportLink', defaultMessage: 'Download the archive' },
  import: { id: 'library.import', defaultMessage: 'Import' },
  importNote: {
    id: 'library.importNote',
    defaultMessage: 'Opens an archive in place of this library. The library you have now is kept beside it.',
  },
  importChoose: { id: 'library.importChoose', defaultMessage: 'Choose an archive…' },
  importSure: { id: 'library.importSure', defaultMessage: 'Make “{name}” the library? The library you have now is kept beside it.' },
  importConfirm: { id: 'library.importConfirm', defaultMessage: 'Import' },
  cancel: { id: 'library.cancel', defaultMessage: 'Cancel' },
  importSending: { id: 'library.importSending', defaultMessage: 'Reading the archive…' },
  importOpening: { id: 'library.importOpening', defaultMessage: 'Checking and opening it…' },
  importDone: {
    id: 'library.importDone',
    defaultMessage: 'Imported {count, plural, one {# article} other {# articles}}. The library you had is kept at {path}.',
  },
  importDoneAlone: { id: 'library.importDoneAlone', defaultMessage: 'Imported {count, plural, one {# article} other {# articles}}.' },
  check: { id: 'library.check', defaultMessage: 'Check' },
  checkNote: { id: 'library.checkNote', defaultMessage: 'Reads every stored file and compares it with what was saved.' },
  checkStart: { id: 'library.checkStart', defaultMessage: 'Check the library' },
  checking: { id: 'library.checking', defaultMessage: 'Checking…' },
  checkOk: {
    id: 'library.checkOk',
    defaultMessage:
      'All is well: {articles, plural, one {# article} other {# articles}}, {files, plural, one {# file} other {# files}} and {images, plural, one {# image} other {# images}} are as they were saved.',
  },
  checkBad: {
    id: 'library.checkBad',
    defaultMessage: '{count, plural, one {# problem} other {# problems}}: some of what was saved is missing or altered.',
  },
  repair: { id: 'library.repair', defaultMessage: 'Repair what can be repaired' },
  openArticle: { id: 'library.openArticle', defaultMessage: 'Open the article' },
});
