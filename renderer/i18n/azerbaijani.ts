import { MONTHS, RELATIVE, UNITS, WEEKDAYS } from './azerbaijani.table.ts';

/**
 * Chromium has no Azerbaijani in its ICU data: it writes "2026 M11 24", "yesterday" and "12,345.6". Azerbaijani writes dates and numbers
 * as Turkish does, with names of its own (CLDR 47), so `Intl` is given those for `az`; every other locale goes to the browser as before.
 * Whatever formats in the window (react-intl, React Aria, our own) asks `Intl`, which makes this the one place.
 */
const LIKE = 'tr';

const isAzerbaijani = (locales: unknown): boolean => {
  const first: unknown = Array.isArray(locales) ? locales[0] : locales;
  return typeof first === 'string' && /^az(?:-|$)/i.test(first) && !/^az-(?:Cyrl|Arab)\b/i.test(first);
};

const names = new Map([...MONTHS, ...WEEKDAYS].map(([turkish, own]) => [turkish, own]));

/** Parts as Azerbaijani has them: its names, and a weekday behind the date after a comma. */
function ownParts(parts: Intl.DateTimeFormatPart[]): Intl.DateTimeFormatPart[] {
  return parts.map((part, at) => {
    if (part.type === 'month' || part.type === 'weekday') return { ...part, value: names.get(part.value) ?? part.value };
    if (part.type === 'literal' && part.value === ' ' && at > 0 && parts[at + 1]?.type === 'weekday') return { ...part, value: ', ' };
    return part;
  });
}

function dateFormat(Native: Intl.DateTimeFormatConstructor, options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const turkish = new Native(LIKE, options);
  const formatToParts = (date?: Date | number): Intl.DateTimeFormatPart[] => ownParts(turkish.formatToParts(date));
  const format = (date?: Date | number): string =>
    formatToParts(date)
      .map(({ value }) => value)
      .join('');
  return {
    format,
    formatToParts,
    formatRange: (start, end) => `${format(start as Date)} – ${format(end as Date)}`,
    formatRangeToParts: (start, end) => turkish.formatRangeToParts(start, end),
    resolvedOptions: () => ({ ...turkish.resolvedOptions(), locale: 'az' }),
  };
}

function relativeFormat(options: Intl.RelativeTimeFormatOptions = {}): Intl.RelativeTimeFormat {
  const numbers = new Intl.NumberFormat('az');
  const format = (value: number, unit: Intl.RelativeTimeFormatUnit): string => {
    const one = unit.replace(/s$/, '') as keyof typeof UNITS;
    const word = options.numeric === 'auto' ? RELATIVE[one]?.[Object.is(value, -0) ? 0 : value] : undefined;
    if (word !== undefined) return word;
    const past = value < 0 || Object.is(value, -0);
    return `${numbers.format(Math.abs(value))} ${UNITS[one]} ${past ? 'öncə' : 'ərzində'}`;
  };
  return {
    format,
    formatToParts: (value, unit) => [{ type: 'literal', value: format(value, unit) }],
    resolvedOptions: () => ({
      locale: 'az',
      style: options.style ?? 'long',
      numeric: options.numeric ?? 'always',
      numberingSystem: 'latn',
    }),
  };
}

type Make = (options: object | undefined) => object;

/** The constructor, which makes what `make` gives where Azerbaijani is asked for. */
function taught<C extends new (...args: never[]) => object>(native: C, make: Make): C {
  const ask = (args: unknown[]): object | null => (isAzerbaijani(args[0]) ? make(args[1] as object | undefined) : null);
  return new Proxy(native, {
    construct: (target, args: unknown[]) => ask(args) ?? new target(...(args as never[])),
    apply: (target, self, args: unknown[]) => ask(args) ?? (Reflect.apply(target, self, args) as object),
  });
}

const november = new Date(2026, 10, 24);

/** Teaches `Intl` Azerbaijani where the browser does not know it; does nothing where it does. */
export function teachAzerbaijani(): void {
  if (new Intl.DateTimeFormat('az', { month: 'long' }).format(november) === 'noyabr') return;
  const { DateTimeFormat, NumberFormat, RelativeTimeFormat, Collator } = Intl;
  Object.assign(Intl, {
    DateTimeFormat: taught(DateTimeFormat, (options) => dateFormat(DateTimeFormat, options)),
    // Turkish writes the percent sign in front; Indonesian has the same numbers with the sign behind.
    NumberFormat: taught(
      NumberFormat,
      (options?: Intl.NumberFormatOptions) => new NumberFormat(options?.style === 'percent' ? 'id' : LIKE, options),
    ),
    RelativeTimeFormat: taught(RelativeTimeFormat, relativeFormat),
    Collator: taught(Collator, (options) => new Collator(LIKE, options)),
  });
}
