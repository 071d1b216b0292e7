import type { IntlShape } from 'react-intl';

type Dates = Pick<IntlShape, 'formatDate'>;

/** `2023-03-09` is a day, wherever one is: never a moment that another time zone moves to the day before. */
function isDay(text: string): boolean {
  return text.length === 10;
}

/** A date as people write it: a day as a day, a moment with its time (of this computer's zone). */
export function dateInWords(intl: Dates, text: string): string {
  if (isDay(text)) return intl.formatDate(`${text}T00:00:00Z`, { dateStyle: 'long', timeZone: 'UTC' });
  return intl.formatDate(text, { dateStyle: 'long', timeStyle: 'short' });
}

/** The day of a date, without the year where it is this one. `now` in milliseconds. */
export function shortDay(intl: Dates, text: string, now: number): string {
  const day = isDay(text);
  const date = new Date(day ? `${text}T00:00:00Z` : text);
  const thisYear = (day ? date.getUTCFullYear() : date.getFullYear()) === new Date(now).getFullYear();
  return intl.formatDate(date, {
    day: 'numeric',
    month: 'short',
    ...(thisYear ? {} : { year: 'numeric' }),
    ...(day ? { timeZone: 'UTC' } : {}),
  });
}
