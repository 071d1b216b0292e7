import type { IntlShape } from 'react-intl';
import type { JobTotals, Sidebar } from '../../../electron/contract/entities.ts';
import { text } from './messages.ts';

/** Articles of the library that count here: all that are not in the trash. */
type Counts = Pick<Sidebar['counts'], 'all' | 'archive' | 'incomplete'>;

/** What the strip says: what is under way, or how it ended and how the library stands. */
export function stripWords(intl: IntlShape, totals: JobTotals, counts: Counts | null): string {
  const { total, waiting, running, done, existing, incomplete, cancelled, saves, paused } = totals;
  const active = waiting + running;
  if (paused && running === 0 && waiting > 0) return intl.formatMessage(text.paused, { count: waiting });
  if (active > 0) return intl.formatMessage(saves ? text.saving : text.working, { at: Math.min(total, total - active + 1), total });
  // "Ready to read offline" is said of whole articles only.
  if (done === total && incomplete === 0) {
    if (!saves) return intl.formatMessage(text.done);
    if (existing === total) return intl.formatMessage(text.existing, { count: total });
    return counts ? libraryWords(intl, counts) : intl.formatMessage(text.ready, { count: total });
  }
  const parts = [
    saves && done > incomplete ? intl.formatMessage(text.someReady, { count: done - incomplete, total }) : null,
    incomplete > 0 ? intl.formatMessage(text.incomplete, { count: incomplete }) : null,
    cancelled > 0 ? intl.formatMessage(text.cancelled, { count: cancelled }) : null,
  ].filter((part) => part !== null);
  return parts.join(' · ');
}

/** "Ready to read offline" of all that is in the library, or of how much of it. */
function libraryWords(intl: IntlShape, { all, archive, incomplete }: Counts): string {
  const total = all + archive;
  if (incomplete === 0) return intl.formatMessage(text.ready, { count: total });
  return intl.formatMessage(text.libraryReady, { count: total - incomplete, total });
}

/** How many failed, or null. */
export function failureWords(intl: IntlShape, { failed, saves }: JobTotals): string | null {
  return failed === 0 ? null : intl.formatMessage(saves ? text.failures : text.failuresOther, { count: failed });
}
