import { fold, foldName } from '../fold.ts';
import type { Flag, QueryNode } from './ast.ts';
import { parseDates, type DateRange } from './dates.ts';
import { formsOf } from './forms.ts';
import type { Lexeme } from './lex.ts';

export type OperatorLexeme = Extract<Lexeme, { type: 'operator' }>;

const FLAGS: ReadonlySet<string> = new Set<Flag>([
  'unread',
  'read',
  'starred',
  'later',
  'archived',
  'incomplete',
  'highlighted',
  'trashed',
]);
const HELD: Readonly<Record<string, Flag>> = {
  image: 'image',
  note: 'note',
  highlight: 'highlighted',
  tag: 'tagged',
  collection: 'collected',
  feed: 'fed',
};

interface Context {
  readonly now: number;
  readonly report: (message: string, start: number, end: number) => void;
  /** True where the person may still be typing this value. */
  readonly open: boolean;
}

type Reader = (lexeme: OperatorLexeme, context: Context) => QueryNode | null;

/** `News / Turkey`, `news/turkey` and `NEWS/ Turkey` are one path. */
export function foldPath(path: string): string {
  return path
    .split('/')
    .map((name) => foldName(name))
    .join('/');
}

function dates(make: (range: DateRange) => QueryNode): Reader {
  return (lexeme, { now, report }) => {
    const range = parseDates(lexeme.value.trim(), now);
    if (range) return make(range);
    report(
      `“${lexeme.value}” is not a date. Write 2024, 2024-05, 2024-05-31, a range such as 2024-01..2024-03, or an age such as 7d.`,
      lexeme.valueStart,
      lexeme.end,
    );
    return null;
  };
}

const MOST = Number.MAX_SAFE_INTEGER;
const LEAST = Number.MIN_SAFE_INTEGER;

/** What each operator makes of its value; null = a mistake that was reported, and no condition. */
const OPERATORS: Readonly<Record<string, Reader>> = {
  tag: ({ value }) => ({ kind: 'tag', name: foldName(value) }),
  in: ({ value }) => ({ kind: 'in', name: foldPath(value) }),
  feed: ({ value }) => ({ kind: 'feed', name: foldPath(value) }),
  site: ({ value }) => ({ kind: 'site', name: fold(value.replace(/^https?:\/\//i, '').replace(/\/+$/, '')) }),
  lang: ({ value }) => ({ kind: 'lang', name: value.trim().toLowerCase().replaceAll('_', '-') }),
  by: ({ value, quoted, start, end, valueStart }, { open, report }) => {
    const forms = formsOf(value, open && !quoted);
    if (forms.length > 0) return { kind: 'words', field: 'byline', typed: value, phrase: quoted, forms, exact: false, start, end };
    report(`There is no letter or digit to search for in “${value}”.`, valueStart, end);
    return null;
  },
  is: ({ value, valueStart, end }, { report }) => {
    const flag = value.trim().toLowerCase();
    if (FLAGS.has(flag)) return { kind: 'flag', flag: flag as Flag };
    report(
      `“is:” does not know “${value}”. Use unread, read, starred, later, archived, incomplete, highlighted or trashed.`,
      valueStart,
      end,
    );
    return null;
  },
  has: ({ value, valueStart, end }, { report }) => {
    const name = value.trim().toLowerCase().replace(/s$/, '');
    const flag = Object.hasOwn(HELD, name) ? HELD[name] : undefined;
    if (flag) return { kind: 'flag', flag };
    report(`“has:” does not know “${value}”. Use image, note, highlight, tag, collection or feed.`, valueStart, end);
    return null;
  },
  saved: dates(({ from, to }) => ({ kind: 'saved', from, to })),
  published: dates(({ firstDay, lastDay }) => ({ kind: 'published', from: firstDay, to: lastDay })),
  before: dates(({ from }) => ({ kind: 'saved', from: LEAST, to: from })),
  // As mail programs have it: the day named is in.
  after: dates(({ from }) => ({ kind: 'saved', from, to: MOST })),
};

/** True for the names the language has; case does not matter. */
export function isOperator(name: string): boolean {
  return Object.hasOwn(OPERATORS, name.toLowerCase());
}

export function readOperator(lexeme: OperatorLexeme, context: Context): QueryNode | null {
  const reader = OPERATORS[lexeme.name.toLowerCase()];
  if (!reader) return null;
  if (lexeme.value.trim() === '') {
    context.report(`“${lexeme.name}:” needs a value right after the colon.`, lexeme.start, lexeme.end);
    return null;
  }
  return reader(lexeme, context);
}
