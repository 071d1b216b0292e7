import { words } from '../../i18n/words.ts';

/** Apart from the rest of this feature's words, which only an open article needs. */
export const text = words({
  nothingOpen: { id: 'reader.nothingOpen', defaultMessage: 'Nothing open' },
  nothingOpenText: {
    id: 'reader.nothingOpenText',
    defaultMessage:
      '{key, select, none {Choose an article in the list.} other {Choose an article in the list, or press {key} for the next unread one.}}',
  },
});
