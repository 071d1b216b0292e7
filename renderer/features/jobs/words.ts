import type { IntlShape } from 'react-intl';
import type { JobTotals } from '../../../electron/contract/entities.ts';
import { text } from './messages.ts';

/** What the strip says: what is under way, or how it ended. */
export function stripWords(intl: IntlShape, totals: JobTotals): string {
  const { total, waiting, running, done, existing, incomplete, cancelled, saves, paused } = totals;
  const active = waiting + running;
  if (paused && running === 0 && waiting > 0) return intl.formatMessage(text.paused, { count: waiting });
  if (active > 0) return intl.formatMessage(saves ? text.saving : text.working, { at: Math.min(total, total - active + 1), total });
  // "Ready to read offline" is said of whole articles only.
  if (done === total && incomplete === 0) {
    if (!saves) return intl.formatMessage(text.done);
    return intl.formatMessage(existing === total ? text.existing : text.ready, { count: total });
  }
  const parts = [
    saves && done > incomplete ? intl.formatMessage(text.someReady, { count: done - incomplete, total }) : null,
    incomplete > 0 ? intl.formatMessage(text.incomplete, { count: incomplete }) : null,
    cancelled > 0 ? intl.formatMessage(text.cancelled, { count: cancelled }) : null,
  ].filter((part) => part !== null);
  return parts.join(' · ');
}

/** How many failed, or null. */
export function failureWords(intl: IntlShape, { failed, saves }: JobTotals): string | null {
  return failed === 0 ? null : intl.formatMessage(saves ? text.failures : text.failuresOther, { count: failed });
}
