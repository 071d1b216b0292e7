import type { IntlShape } from 'react-intl';
import type { Feed } from '../../../electron/contract/entities.ts';
import { text } from './messages.ts';

const DAY = 86_400_000;

/** `Tuesday` within a week, a date before that. */
function dayWords(intl: IntlShape, at: string, now: number): string {
  const time = Date.parse(at);
  if (now - time < DAY) return intl.formatTime(time, { hour: 'numeric', minute: 'numeric' });
  return now - time < 6 * DAY
    ? intl.formatDate(time, { weekday: 'long' })
    : intl.formatDate(time, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** How a feed does, as a sentence or two. */
export function healthWords(intl: IntlShape, feed: Feed, now: number): string {
  const { state, since, status, message, fix, note } = feed.health;
  const when = since === null ? '' : dayWords(intl, since, now);
  const offer = fix?.kind === 'use-address' ? ` ${intl.formatMessage(text.offered, { url: fix.url })}` : '';
  const more = note === null ? '' : ` ${note}`;
  switch (state) {
    case 'ok':
      return intl.formatMessage(text.healthOk, { when: feed.checkedAt === null ? '' : dayWords(intl, feed.checkedAt, now) }) + more;
    case 'new':
      return intl.formatMessage(text.healthNew);
    case 'paused':
      return intl.formatMessage(text.healthPaused);
    case 'gone':
      return intl.formatMessage(text.healthGone, { since: when }) + offer;
    case 'failing':
      return (
        intl.formatMessage(status === null ? text.healthFailing : text.healthStatus, { since: when, status, message: message ?? '' }) +
        offer
      );
  }
}
