import { normaliseDate } from '../capture/dates.ts';

/**
 * Dates of feeds, which say the moment: RFC 822 with every zone name and slip seen in the wild, W3C dates, and written ones. Answers ISO
 * 8601 UTC with milliseconds, or null. A day without a time is taken at midnight UTC.
 */

const ZONES: Readonly<Record<string, number>> = {
  ut: 0, utc: 0, gmt: 0, z: 0, wet: 0, west: 60, bst: 60, cet: 60, met: 60, cest: 120, mest: 120, eet: 120, eest: 180, msk: 180, trt: 180,
  ist: 330, jst: 540, kst: 540, aest: 600, aedt: 660, nzst: 720, nzdt: 780, sgt: 480, hkt: 480, art: -180, brt: -180, ast: -240, adt: -180,
  est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, akst: -540, akdt: -480, hst: -600,
}; // prettier-ignore
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const MAIL =
  /^(?:[\p{L}.]+\s*,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?\s*([a-z]{1,5}|(?:gmt|utc)?[+-]\d{1,2}:?\d{0,2})?/iu;
/** `Thu Jan  1 19:48:21 2004`, as C's asctime writes it, and `January 1, 2004 19:48`. */
const ASCTIME =
  /^(?:[a-z]{3,9}\.?,?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(?:(\d{4}),?\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([ap]m)\s*)?([a-z]{3,5}|[+-]\d{2}:?\d{2})?\s*(\d{4})?/i;
const W3C =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[t\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i;

/** @param now milliseconds: what lies more than a day after it is no date of publication (left out: any date). */
export function feedDate(raw: string | null | undefined, now = Infinity): string | null {
  const text = raw?.replace(/\s+/g, ' ').trim() ?? '';
  if (text === '' || text.length > 100) return null;
  const time = w3c(text) ?? mail(text) ?? asctime(text) ?? written(text);
  if (time === null || Number.isNaN(time) || time < -62_135_596_800_000 || time > 8_000_000_000_000) return null;
  if (time > now + 86_400_000) return null;
  return new Date(time).toISOString();
}

function w3c(text: string): number | null {
  const match = W3C.exec(text);
  if (!match) {
    const month = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
    return month ? Date.UTC(Number(month[1]), Number(month[2] ?? '1') - 1, 1) : null;
  }
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  const whole = utc(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  return whole === null ? null : whole + Math.floor(Number(`0.${fraction || '0'}`) * 1000) - offset(zone) * 60_000;
}

function mail(text: string): number | null {
  const match = MAIL.exec(text);
  if (!match) return null;
  const [, day, name, year = '', hour = '0', minute = '0', second = '0', zone] = match;
  const month = MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
  if (month === 0) return null;
  const full = year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year);
  const time = utc(full, month, Number(day), Number(hour), Number(minute), Number(second));
  return time === null ? null : time - offset(zone) * 60_000;
}

function asctime(text: string): number | null {
  const match = ASCTIME.exec(text);
  if (!match) return null;
  const [, name, day, early, hour = '0', minute, second = '0', half, zone, late] = match;
  const month = MONTHS.indexOf((name ?? '').toLowerCase()) + 1;
  const year = early ?? late;
  if (month === 0 || year === undefined) return null;
  const hours = (Number(hour) % (half ? 12 : 25)) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  const time = utc(Number(year), month, Number(day), hours, Number(minute), Number(second));
  return time === null ? null : time - offset(zone) * 60_000;
}

function written(text: string): number | null {
  const iso = normaliseDate(text);
  return iso === null ? null : Date.parse(iso);
}

/** Midnight may be written 24:00; a leap second is the second after. */
function utc(year: number, month: number, day: number, hour: number, minute: number, second: number): number | null {
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 61) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Minutes east of Greenwich. */
function offset(zone: string | undefined): number {
  const name = zone?.toLowerCase().replace(/^(?:gmt|utc)(?=[+-])/, '') ?? '';
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (match) {
    const minutes = Number(match[2]) * 60 + Number(match[3] ?? '0');
    return minutes > 14 * 60 ? 0 : match[1] === '-' ? -minutes : minutes;
  }
  return ZONES[name] ?? 0;
}
