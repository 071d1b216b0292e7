import type { FeedRecord, FeedStateRecord } from '../domain/records.ts';

/** When a feed is asked again. Times are milliseconds since the epoch, intervals minutes. */

const MINUTE = 60_000;
/** Without a word from the person, the feed or the server. */
const USUAL = 60;
/** However often a feed or a server asks for it. */
const LEAST = 30;
const MOST = 24 * 60;
/** A failing feed is asked at least so often. */
const MOST_FAILING = 2 * 24 * 60;
/** A server that asks for a longer pause than this is asked all the same. */
const MOST_PAUSE = 7 * 24 * 60;

/** What the person set, otherwise the longest that feed and server ask for, within bounds. */
export function intervalOf({ settings }: Pick<FeedRecord, 'settings'>, ttl: number | null, freshFor: number | null): number {
  if (settings.interval !== null) return settings.interval;
  return Math.min(MOST, Math.max(LEAST, ttl ?? 0, freshFor ?? 0, ttl === null && freshFor === null ? USUAL : 0));
}

/** `random` gives 0–1: feeds that were added together are not asked together for ever. */
export function nextAfterSuccess(now: number, interval: number, random: () => number): number {
  return now + interval * MINUTE * (1 + (random() - 0.5) * 0.2);
}

/** Doubles with every failure in a row. `retryAfter` is what the server asks for, in seconds. */
export function nextAfterFailure(now: number, interval: number, failures: number, retryAfter: number | null, random: () => number): number {
  const backOff = Math.min(MOST_FAILING, Math.min(interval, 60) * 2 ** Math.min(failures - 1, 10)) * MINUTE * (0.8 + random() * 0.4);
  const asked = (retryAfter ?? 0) * 1000;
  return now + Math.max(backOff, Math.min(asked, MOST_PAUSE * MINUTE));
}

/** Whether it is time to ask. A feed that is gone for good waits for the person. */
export function isDue(feed: FeedRecord, state: FeedStateRecord | undefined, now: number): boolean {
  if (feed.settings.paused || isGone(state)) return false;
  return state?.nextAt == null || Date.parse(state.nextAt) <= now;
}

export function isGone(state: FeedStateRecord | undefined): boolean {
  return state?.error?.status === 410;
}

/** Failures that another network, or this one again, may mend. */
export function isNetworkFailure(state: FeedStateRecord | undefined): boolean {
  return state?.error != null && ['address-not-found', 'connection-failed', 'timed-out'].includes(state.error.code);
}

/** Minutes for which `Cache-Control` or `Expires` say that an answer stays as it is, or null. */
export function freshMinutes(headers: Readonly<Record<string, string | undefined>>, now: number): number | null {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(?:cache|store)\b/i.test(control)) return null;
  const age = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1];
  if (age !== undefined) return Number(age) > 0 ? Math.round(Number(age) / 60) : null;
  const expires = Date.parse(headers['expires'] ?? '');
  return Number.isNaN(expires) || expires <= now ? null : Math.round((expires - now) / MINUTE);
}
