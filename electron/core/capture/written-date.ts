import { dayText } from './day.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './months.table.ts';

/** Dates as people and sites write them, read at the start of a text. */
export interface WrittenDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** UTF-16 units of the text that the date (with weekday and time) takes up. */
  readonly length: number;
}

const MONTH_OF = new Map(MONTH_NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
const LATIN_MONTHS = [...MONTH_OF].filter(([name]) => /^\p{Script=Latin}{4,}$/u.test(name));

const lower = (text: string): string => text.replace(/İ/g, 'i').toLocaleLowerCase('und').normalize('NFC');

function monthOf(name: string): number | null {
  const key = lower(name).replace(/\.$/, '');
  const exact = MONTH_OF.get(key) ?? MONTH_OF.get(lower(name.replace(/I/g, 'ı')).replace(/\.$/, ''));
  if (exact !== undefined) return exact;
  if (key.length < 3 || !/^\p{Script=Latin}+$/u.test(key)) return null;
  const months = new Set(LATIN_MONTHS.filter(([full]) => full.startsWith(key)).map(([, month]) => month));
  return months.size === 1 ? ([...months][0] ?? null) : null;
}

/** Arabic-Indic, Persian and full-width digits as ASCII; one character for one, so that lengths stay. */
function asciiDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}

const YEAR = String.raw`(\d{4})`;
const MONTH = String.raw`(\p{L}[\p{L}\p{M}]{1,14}(?:\s(?:الثاني|الأول))?\.?)`;
// A text-size control may be glued to the date: `2023-03-0916 px`.
const END = String.raw`(?:(?!\d)|(?=\d{1,3}\s?px))`;

type Reader = (match: RegExpExecArray, monthFirst: boolean) => string | null;
const words = (year?: string, month?: string, day?: string): string | null => {
  const number = monthOf(month ?? '');
  return number === null ? null : dayText(Number(year), number, Number(day));
};

const SHAPES: readonly (readonly [RegExp, Reader])[] = [
  [new RegExp(String.raw`^${YEAR}([-/.])(\d{1,2})\2(\d{1,2})${END}`), (m) => dayText(Number(m[1]), Number(m[3]), Number(m[4]))],
  [
    new RegExp(String.raw`^${YEAR}\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号]`),
    (m) => dayText(Number(m[1]), Number(m[2]), Number(m[3])),
  ],
  [
    new RegExp(String.raw`^(\d{1,2})([./-])\s?(\d{1,2})\2\s?${YEAR}${END}`),
    (m, monthFirst) => {
      const [first, second, year] = [Number(m[1]), Number(m[3]), Number(m[4])];
      // Dots always put the day first; a slash does not say, unless one number cannot be a month.
      const swap = second > 12 || (m[2] === '/' && monthFirst && first <= 12);
      return swap ? dayText(year, first, second) : dayText(year, second, first);
    },
  ],
  [
    new RegExp(
      String.raw`^(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª|-го)?[\s-]*(?:de\s|of\s)?\s*${MONTH}[\s,-]*(?:de\s|del\s)?\s*${YEAR}${END}`,
      'u',
    ),
    (m) => words(m[3], m[2], m[1]),
  ],
  [new RegExp(String.raw`^${MONTH}\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+${YEAR}${END}`, 'u'), (m) => words(m[3], m[1], m[2])],
  [new RegExp(String.raw`^${YEAR}[\s.]+${MONTH}\s*(\d{1,2})${END}\.?`, 'u'), (m) => words(m[1], m[2], m[3])],
];

const TIME =
  /^(?:T|[\s,;|·•–—-]*(?:at|um|saat|à|a las|ore|klo|в|г\.|year|,)?\s*)(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?!\d|[.:]\d)(?:\s?(?:[ap]\.?m\b\.?|Uhr\b|h\b))?(?:\s?(?:Z|UTC|GMT|[A-Z]{2,4}T|TSİ)(?!\p{L}))?(?:\s?[+-]\d{2}:?\d{2})?/iu;

function weekdayLength(text: string): number {
  const match = /^([\p{L}\p{M}’-]+(?:\s(?:ertəsi|axşamı))?)\.?,?\s+/u.exec(text);
  return match && WEEKDAY_NAMES.has(lower(match[1] ?? '')) ? match[0].length : 0;
}

/**
 * Reads a date at the very start of `text`, with a weekday before it and a time or weekday after it. `monthFirst` settles `03/09/2023`
 * (the American reading); dots and other separators put the day first.
 */
export function readWrittenDate(text: string, options: { monthFirst?: boolean } = {}): WrittenDate | null {
  const plain = asciiDigits(text.slice(0, 120));
  const start = weekdayLength(plain);
  const rest = plain.slice(start);
  for (const [shape, read] of SHAPES) {
    const match = shape.exec(rest);
    if (!match) continue;
    const date = read(match, options.monthFirst ?? false);
    if (date === null) continue;
    let length = start + match[0].length;
    const after = /^,?\s*\(?([\p{L}\p{M}]+(?:\s(?:ertəsi|axşamı))?)\)?/u.exec(plain.slice(length));
    if (after && WEEKDAY_NAMES.has(lower(after[1] ?? '')) && (after[1] ?? '').length > 2) length += after[0].length;
    const time = TIME.exec(plain.slice(length));
    if (time) length += time[0].length;
    return { date, length };
  }
  return null;
}
