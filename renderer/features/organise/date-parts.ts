/** A date as two fields hold it: `2023-03-09` and `14:05` (empty where only the day is known), in this computer's time zone. */
export interface DateParts {
  day: string;
  time: string;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The parts of a date of the library (a day, or a moment with its zone). */
export function partsOf(text: string | null): DateParts {
  if (text === null) return { day: '', time: '' };
  if (text.length === 10) return { day: text, time: '' };
  const date = new Date(text);
  return {
    day: `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  };
}

/** The date of two fields: null for none, undefined where they make no date. A day without a time stays a day. */
export function dateOf({ day, time }: DateParts): string | null | undefined {
  if (day === '') return time === '' ? null : undefined;
  const [year, month, date] = day.split('-').map(Number);
  const [hours, minutes] = time === '' ? [0, 0] : time.split(':').map(Number);
  const moment = new Date(year ?? NaN, (month ?? NaN) - 1, date ?? NaN, hours ?? NaN, minutes ?? NaN);
  const real = moment.getFullYear() === year && moment.getMonth() + 1 === month && moment.getDate() === date;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !real) return undefined;
  return time === '' ? day : moment.toISOString();
}
