const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A day without a time is that day wherever one is: it must not move with the time zone. */
export function parseWhen(text: string): { date: Date; dayOnly: boolean } {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return day
    ? { date: new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])), dayOnly: true }
    : { date: new Date(text), dayOnly: false };
}

const startOfDay = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** A date as a list says it: relative while recent, then the weekday, then the day, and for other years the month. `now` in milliseconds. */
export function formatWhen(text: string, now: number, locale: string): string {
  const { date, dayOnly } = parseWhen(text);
  const age = now - date.getTime();
  if (Number.isNaN(age)) return text;
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(date)) / DAY);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'narrow' });
  if (!dayOnly && age >= 0 && age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute');
  if (!dayOnly && age >= 0 && days === 0) return relative.format(-Math.floor(age / HOUR), 'hour');
  if (days >= 0 && days <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(date);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, { month: 'short', ...(sameYear ? { day: 'numeric' } : { year: 'numeric' }) }).format(date);
}

/** The same in full, for a tooltip. */
export function formatFull(text: string, locale: string): string {
  const { date, dayOnly } = parseWhen(text);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...(dayOnly ? {} : { timeStyle: 'short' }) }).format(date);
}
