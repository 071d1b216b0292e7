import { words } from '../../i18n/words.ts';

/** Apart from the rest of this feature's words, which only its dialogs need. */
export const text = words({
  refreshing: {
    id: 'feeds.refreshing',
    defaultMessage:
      '{count, plural, =0 {{key, select, none {There are no feeds to refresh.} other {There are no feeds to refresh. Add one with {key}.}}} one {Refreshing # feed} other {Refreshing # feeds}}',
  },
});
