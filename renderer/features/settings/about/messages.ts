import { words } from '../../../i18n/words.ts';

export const text = words({
  versions: { id: 'about.versions', defaultMessage: 'Versions' },
  browser: { id: 'about.browser', defaultMessage: 'Chromium' },
  format: { id: 'about.format', defaultMessage: 'Library format' },
  library: { id: 'about.library', defaultMessage: 'Library' },
  copy: { id: 'about.copy', defaultMessage: 'Copy the versions' },
  copied: { id: 'about.copied', defaultMessage: 'Copied.' },
  copyFailed: { id: 'about.copyFailed', defaultMessage: 'That could not be copied. Select the lines and copy them by hand.' },
  unknown: { id: 'about.unknown', defaultMessage: 'not known' },
  log: { id: 'about.log', defaultMessage: 'Log and diagnostics' },
  logNote: {
    id: 'about.logNote',
    defaultMessage:
      'Offprint notes on this computer what fails: names of its own parts, codes and times, half a megabyte at most. No text and no title of an article is noted, and nothing is sent.',
  },
  logAddresses: { id: 'about.logAddresses', defaultMessage: 'Also note addresses and file names of what fails' },
  save: { id: 'about.save', defaultMessage: 'Save diagnostics…' },
  saveNote: {
    id: 'about.saveNote',
    defaultMessage: 'One plain text with the versions, the library in numbers and the log. Read it before you send it to anyone.',
  },
  saveFailed: { id: 'about.saveFailed', defaultMessage: 'The diagnostics could not be put together. Try again.' },
  licences: { id: 'about.licences', defaultMessage: 'Licences' },
  licencesNote: {
    id: 'about.licencesNote',
    defaultMessage:
      'Offprint itself is under the MIT licence. {count, plural, one {# part} other {# parts}} made by others {count, plural, one {comes} other {come}} with it:',
  },
  licencesLoading: { id: 'about.licencesLoading', defaultMessage: 'Reading the licences…' },
  licencesMissing: {
    id: 'about.licencesMissing',
    defaultMessage: 'The licences could not be read. They lie in the file licences.json of the program.',
  },
  licencesElectron: {
    id: 'about.licencesElectron',
    defaultMessage:
      'Electron and Chromium come with the program as well; their licences are in the files LICENSE and LICENSES.chromium.html beside it.',
  },
  noText: { id: 'about.noText', defaultMessage: 'This package brings no text; its licence is called {name}.' },
});
