import { dayText } from './day.ts';
import { readWrittenDate } from './written-date.ts';

/**
 * Dates of articles: `2023-03-09` where only the day is known, ISO 8601 with its own zone otherwise. A time without a zone is dropped: the
 * day is what it proves.
 */

const ISO =
  /^([+-]?\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/;
const MAIL = /^(?:[a-z]{3,9},?\s+)?\d{1,2}\s+[a-z]{3}[a-z]*\.?\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:GMT|UTC|Z|[+-]\d{4})$/i;

const pad = (value: number): string => String(value).padStart(2, '0');

function withTime(
  day: string | null,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
) {
  if (day === null || hour === undefined || minute === undefined || zone === undefined) return day;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? '0') > 59) return day;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.replace(':', '').slice(3, 5) || '00'}` : 'Z';
  if (Number(offset.slice(1, 3)) > 14) return day;
  return `${day}T${pad(Number(hour))}:${minute}:${pad(Number(second ?? '0'))}${offset}`;
}

/** Any date a page may carry in its metadata, or null where it is none. */
export function normaliseDate(raw: string | null | undefined): string | null {
  const text = raw?.trim();
  if (text === undefined || text === '' || text.length > 200) return null;
  const iso = ISO.exec(text);
  if (iso) return withTime(dayText(Number(iso[1]), Number(iso[2]), Number(iso[3])), iso[4], iso[5], iso[6], iso[7]);
  const compact = COMPACT.exec(text);
  if (compact) {
    const day = dayText(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    if (day !== null) return withTime(day, compact[4], compact[5], compact[6], compact[7]);
  }
  if (/^\d{9,10}$|^\d{12,13}$/.test(text)) {
    const time = Number(text) * (text.length > 10 ? 1 : 1000);
    return `${new Date(time).toISOString().slice(0, 19)}Z`;
  }
  if (MAIL.test(text)) {
    const time = Date.parse(text);
    if (!Number.isNaN(time)) return `${new Date(time).toISOString().slice(0, 19)}Z`;
  }
  return readWrittenDate(text)?.date ?? null;
}

/** The day in an address such as `/2023/03/09/story`, or null. */
export function dateOfAddress(address: string): string | null {
  const path = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/.exec(address);
  return path ? dayText(Number(path[1]), Number(path[2]), Number(path[3])) : null;
}
