import type { QueryProblem } from '../../../contract/entities.ts';
import type { Span } from './ast.ts';

export type Lexeme = Span &
  (
    | { readonly type: 'open' | 'close' | 'or' | 'minus' }
    /** `name:value`; `quoted` where the value stood in quotation marks. */
    | { readonly type: 'operator'; readonly name: string; readonly value: string; readonly valueStart: number; readonly quoted: boolean }
    | { readonly type: 'text'; readonly value: string; readonly quoted: boolean; readonly exact: boolean }
  );

const OPERATOR = /(\p{L}{2,20}):(?!\/\/)/uy;
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”', '«': '»', '”': '”' };
const BLANK = /\s/;

/** Cuts a query into its pieces; mistakes in quotation marks are reported and read as if they were closed at the end. */
export function lex(query: string, problems: QueryProblem[]): Lexeme[] {
  const found: Lexeme[] = [];
  let at = 0;

  /** A quoted text that starts at `at`, or null. */
  const quoted = (): string | null => {
    const closing = CLOSING[query[at] ?? ''];
    if (closing === undefined) return null;
    const start = at;
    let end = at + 1;
    while (end < query.length && !closing.includes(query[end] ?? '') && query[end] !== '"') end++;
    const value = query.slice(start + 1, end);
    at = Math.min(end + 1, query.length);
    if (end >= query.length) {
      problems.push({ message: 'This quotation mark is not closed; everything after it is read as one phrase.', start, end: query.length });
    }
    return value;
  };
  /** Runs to the next blank, bracket or straight quotation mark. */
  const plain = (): string => {
    const start = at;
    while (at < query.length && !BLANK.test(query[at] ?? '') && !'()"'.includes(query[at] ?? '')) at++;
    return query.slice(start, at);
  };

  while (at < query.length) {
    const start = at;
    const character = query[at] ?? '';
    const next = query[at + 1] ?? '';
    OPERATOR.lastIndex = at;
    const operator = OPERATOR.exec(query);
    if (BLANK.test(character)) at++;
    else if (character === '(' || character === ')') {
      at++;
      found.push({ type: character === '(' ? 'open' : 'close', start, end: at });
    } else if (character === '-' && next !== '' && !BLANK.test(next) && next !== ')') {
      at++;
      found.push({ type: 'minus', start, end: at });
    } else if (operator) {
      at = OPERATOR.lastIndex;
      const valueStart = at;
      const phrase = quoted();
      const value = phrase ?? plain();
      found.push({ type: 'operator', name: operator[1] ?? '', value, valueStart, quoted: phrase !== null, start, end: at });
    } else {
      const exact = character === '=' && next !== '' && !BLANK.test(next);
      if (exact) at++;
      const phrase = quoted();
      const value = phrase ?? plain();
      if (!exact && phrase === null && value === 'OR') found.push({ type: 'or', start, end: at });
      else found.push({ type: 'text', value, quoted: phrase !== null, exact, start, end: at });
    }
  }
  return found;
}
