/**
 * Dates of a query: `2023`, `2023-05`, `2023-05-09`, a range of them (`2023-01..2023-03`, open at either end), an age (`12h`, `7d`, `2w`,
 * `3m`, `1y` back from now), `today`, `yesterday`.
 */
export interface DateRange {
  /** Milliseconds since the epoch in the person's own time zone; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** The same as days, both inclusive. */
  readonly firstDay: string;
  readonly lastDay: string;
}

const LATEST_DAY = '9999-12-31';
const NEVER_ENDING: DateRange = {
  from: Number.MAX_SAFE_INTEGER,
  to: Number.MAX_SAFE_INTEGER,
  firstDay: LATEST_DAY,
  lastDay: LATEST_DAY,
};
/** Where a range without a beginning begins. */
const EVER: DateRange = { from: Number.MIN_SAFE_INTEGER, to: Number.MIN_SAFE_INTEGER, firstDay: '0000-01-01', lastDay: '0000-01-01' };
const DATE = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const AGE = /^(\d{1,4})([hdwmy])$/i;
const HOUR = 3_600_000;
const MINUTE = 60_000;

function dayText(date: Date): string {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

/** Midnight; years below 100 are themselves, not 19xx. */
function midnight(year: number, month: number, day: number): Date {
  const date = new Date(2000, 0, 1);
  date.setFullYear(year, month, day);
  return date;
}

function between(first: Date, after: Date): DateRange {
  const last = midnight(after.getFullYear(), after.getMonth(), after.getDate() - 1);
  return { from: first.getTime(), to: after.getTime(), firstDay: dayText(first), lastDay: dayText(last) };
}

function calendar(text: string): DateRange | null {
  const found = DATE.exec(text);
  if (!found) return null;
  const year = Number(found[1]);
  const month = found[2] === undefined ? null : Number(found[2]);
  const day = found[3] === undefined ? null : Number(found[3]);
  if (month === null) return between(midnight(year, 0, 1), midnight(year + 1, 0, 1));
  if (month < 1 || month > 12) return null;
  if (day === null) return between(midnight(year, month - 1, 1), midnight(year, month, 1));
  const date = midnight(year, month - 1, day);
  if (day < 1 || date.getMonth() !== month - 1) return null;
  return between(date, midnight(year, month - 1, day + 1));
}

function age(text: string, now: number): DateRange | null {
  const found = AGE.exec(text);
  if (!found) return null;
  const count = Number(found[1]);
  const today = new Date(now);
  const date = new Date(now);
  switch ((found[2] ?? '').toLowerCase()) {
    case 'h':
      date.setTime(now - count * HOUR);
      break;
    case 'd':
      date.setDate(today.getDate() - count);
      break;
    case 'w':
      date.setDate(today.getDate() - 7 * count);
      break;
    case 'm':
      date.setMonth(today.getMonth() - count);
      break;
    default:
      date.setFullYear(today.getFullYear() - count);
  }
  // Whole minutes, so that the same question within a minute is the same question.
  const from = Math.floor(date.getTime() / MINUTE) * MINUTE;
  return { from, to: Number.MAX_SAFE_INTEGER, firstDay: dayText(date), lastDay: LATEST_DAY };
}

function one(text: string, now: number): DateRange | null {
  const today = new Date(now);
  const word = text.toLowerCase();
  if (word === 'today' || word === 'yesterday') {
    const back = word === 'today' ? 0 : 1;
    const at = (shift: number): Date => midnight(today.getFullYear(), today.getMonth(), today.getDate() - back + shift);
    return between(at(0), at(1));
  }
  return calendar(text) ?? age(text, now);
}

/** The stretch of time a date text names, or null where it is none. `now` in milliseconds since the epoch. */
export function parseDates(text: string, now: number): DateRange | null {
  const gap = text.indexOf('..');
  if (gap < 0) return one(text, now);
  const [left, right] = [text.slice(0, gap), text.slice(gap + 2)];
  if (left === '' && right === '') return null;
  const start = left === '' ? EVER : one(left, now);
  const end = right === '' ? NEVER_ENDING : one(right, now);
  if (!start || !end) return null;
  // A range written backwards means the same days.
  const backwards = left !== '' && right !== '' && start.from > end.from;
  const [low, high] = backwards ? [end, start] : [start, end];
  // An age is a moment here, and reaches to now only where it stands alone.
  const isAge = high !== NEVER_ENDING && high.to === NEVER_ENDING.to;
  return { from: low.from, to: isAge ? high.from : high.to, firstDay: low.firstDay, lastDay: isAge ? high.firstDay : high.lastDay };
}
