import { words } from '../../i18n/words.ts';

export const text = words({
  strip: { id: 'jobs.strip', defaultMessage: 'Background work' },
  saving: { id: 'jobs.saving', defaultMessage: 'Saving {at, number} of {total, number} …' },
  working: { id: 'jobs.working', defaultMessage: 'Working: {at, number} of {total, number} …' },
  ready: {
    id: 'jobs.ready',
    defaultMessage: '{count, plural, one {The article is ready to read offline} other {All # articles are ready to read offline}}',
  },
  existing: {
    id: 'jobs.existing',
    defaultMessage: '{count, plural, one {The article was in your library already} other {All # articles were in your library already}}',
  },
  done: { id: 'jobs.done', defaultMessage: 'Done' },
  someReady: {
    id: 'jobs.someReady',
    defaultMessage: '{count, number} of {total, plural, one {# article} other {# articles}} ready to read offline',
  },
  cancelled: { id: 'jobs.cancelled', defaultMessage: '{count, plural, one {# cancelled} other {# cancelled}}' },
  failures: { id: 'jobs.failures', defaultMessage: '{count, plural, one {# could not be saved} other {# could not be saved}}' },
  failuresOther: { id: 'jobs.failuresOther', defaultMessage: '{count, plural, one {# failed} other {# failed}}' },
  panel: { id: 'jobs.panel', defaultMessage: 'Background work' },
  clear: { id: 'jobs.clear', defaultMessage: 'Clear finished' },
  cancel: { id: 'jobs.cancel', defaultMessage: 'Cancel' },
  retry: { id: 'jobs.retry', defaultMessage: 'Try again' },
  open: { id: 'jobs.open', defaultMessage: 'Open' },
  dismiss: { id: 'jobs.dismiss', defaultMessage: 'Dismiss' },
  waiting: { id: 'jobs.state.waiting', defaultMessage: 'Waiting' },
  stateDone: { id: 'jobs.state.done', defaultMessage: 'Ready to read offline' },
  stateExisting: { id: 'jobs.state.existing', defaultMessage: 'In your library already' },
  stateOver: { id: 'jobs.state.over', defaultMessage: 'Done' },
  stateCancelled: { id: 'jobs.state.cancelled', defaultMessage: 'Cancelled' },
  stateFailed: { id: 'jobs.state.failed', defaultMessage: 'Failed' },
  progress: { id: 'jobs.progress', defaultMessage: 'Progress of {label}' },
  overall: { id: 'jobs.overall', defaultMessage: 'Progress' },
  more: { id: 'jobs.more', defaultMessage: '… and {count, number} more' },
});
