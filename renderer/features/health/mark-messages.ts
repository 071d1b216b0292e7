import { words } from '../../i18n/words.ts';

/** Apart from the rest of this feature's words, which only its dialog needs. */
export const text = words({
  title: { id: 'health.title', defaultMessage: 'Library health' },
  mark: { id: 'health.mark', defaultMessage: '{count, plural, one {# file is} other {# files are}} missing or damaged' },
  markOpen: { id: 'health.markOpen', defaultMessage: 'Show in Library health' },
});
