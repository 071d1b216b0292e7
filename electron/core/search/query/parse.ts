import type { QueryProblem } from '../../../contract/entities.ts';
import type { QueryNode, WordsNode } from './ast.ts';
import { formsOf } from './forms.ts';
import { lex, type Lexeme } from './lex.ts';
import { isOperator, readOperator } from './operators.ts';

export interface ParsedQuery {
  /** Null = no condition at all: everything in the view. */
  readonly root: QueryNode | null;
  readonly problems: QueryProblem[];
}

/** Brackets nested deeper are read as if they were not there. */
const DEEPEST = 24;

function group(kind: 'and' | 'or', of: readonly QueryNode[]): QueryNode | null {
  if (of.length < 2) return of[0] ?? null;
  return { kind, of: of.flatMap((node) => (node.kind === kind ? node.of : [node])) };
}

class Parser {
  readonly problems: QueryProblem[] = [];
  private readonly lexemes: Lexeme[];
  private readonly now: number;
  private at = 0;
  private depth = 0;

  constructor(query: string, now: number) {
    this.now = now;
    this.lexemes = lex(query, this.problems);
  }

  query(): QueryNode | null {
    const nodes: QueryNode[] = [];
    while (this.at < this.lexemes.length) {
      const node = this.alternatives();
      if (node) nodes.push(node);
      const stray = this.lexemes[this.at];
      if (stray?.type !== 'close') continue;
      this.report('This bracket closes nothing; it is left out.', stray.start, stray.end);
      this.at++;
    }
    return group('and', nodes);
  }

  private report(message: string, start: number, end: number): void {
    this.problems.push({ message, start, end });
  }

  /** `a b OR c d` is (a and b) or (c and d). */
  private alternatives(): QueryNode | null {
    const sides: QueryNode[] = [];
    let or: Lexeme | null = null;
    for (;;) {
      const side = this.sequence();
      const here = this.lexemes[this.at];
      const isOr = here?.type === 'or';
      if (side) sides.push(side);
      else if (or) this.report('OR needs something to its right; it is left out.', or.start, or.end);
      else if (isOr) this.report('OR needs something to its left; it is left out.', here.start, here.end);
      if (!isOr) return group('or', sides);
      or = side || sides.length > 0 ? here : null;
      this.at++;
    }
  }

  private sequence(): QueryNode | null {
    const nodes: QueryNode[] = [];
    for (;;) {
      const here = this.lexemes[this.at];
      if (!here || here.type === 'or' || here.type === 'close') return group('and', nodes);
      const node = this.item();
      if (node) nodes.push(node);
    }
  }

  private item(): QueryNode | null {
    const here = this.lexemes[this.at];
    if (!here) return null;
    this.at++;
    switch (here.type) {
      case 'minus':
        return this.negated(here);
      case 'open':
        return this.bracket(here);
      case 'operator':
        return this.operator(here);
      case 'text':
        return this.words(here.value, here, here.quoted, here.exact);
      case 'or':
      case 'close':
        return null;
    }
  }

  private negated(minus: Lexeme): QueryNode | null {
    const next = this.lexemes[this.at];
    if (!next || next.type === 'or' || next.type === 'close') {
      this.report('The minus has nothing to leave out.', minus.start, minus.end);
      return null;
    }
    // What is left out is meant as it stands: a half-typed word must not hide every word that starts like it.
    const of = next.type === 'text' ? this.closedText(next) : this.item();
    if (!of) return null;
    return of.kind === 'not' ? of.of : { kind: 'not', of };
  }

  private closedText(text: Lexeme & { type: 'text' }): QueryNode | null {
    this.at++;
    return this.words(text.value, text, true, text.exact);
  }

  private bracket(open: Lexeme): QueryNode | null {
    if (this.depth >= DEEPEST) {
      this.report('These brackets are nested too deeply; they are left out.', open.start, open.end);
      return null;
    }
    this.depth++;
    const node = this.alternatives();
    this.depth--;
    const close = this.lexemes[this.at];
    if (close?.type === 'close') {
      this.at++;
      if (!node) this.report('There is nothing between these brackets.', open.start, close.end);
    } else this.report('This bracket is not closed.', open.start, open.end);
    return node;
  }

  private operator(lexeme: Lexeme & { type: 'operator' }): QueryNode | null {
    const { name, value, quoted, start, end, valueStart } = lexeme;
    if (isOperator(name)) {
      const report = (message: string, from: number, to: number): void => this.report(message, from, to);
      return readOperator(lexeme, { now: this.now, report, open: this.isLast(lexeme) });
    }
    const word = this.words(name, { start, end: start + name.length }, false, false);
    if (value === '') return word;
    this.report(`“${name}:” is not something Offprint can filter by; it is searched for as words.`, start, end);
    const rest = this.words(value, { start: valueStart, end }, quoted, false);
    return group(
      'and',
      [word, rest].filter((node) => node !== null),
    );
  }

  private isLast(lexeme: { readonly end: number }): boolean {
    return (this.lexemes[this.lexemes.length - 1]?.end ?? 0) === lexeme.end;
  }

  private words(typed: string, span: { start: number; end: number }, phrase: boolean, exact: boolean): WordsNode | null {
    const { start, end } = span;
    const forms = formsOf(typed, !phrase && !exact && this.isLast(span));
    if (forms.length > 0) return { kind: 'words', field: 'any', typed, phrase, forms, exact, start, end };
    if (/\S/.test(typed)) this.report(`There is no letter or digit to search for in “${typed}”.`, start, end);
    else this.report('There is nothing between these quotation marks.', start, end);
    return null;
  }
}

/**
 * Reads a query. A mistake never stops it: it is reported with its place, and the search runs on the rest.
 * @param now milliseconds since the epoch, for ages such as `7d`.
 */
export function parseQuery(query: string, now: number): ParsedQuery {
  const parser = new Parser(query, now);
  const root = parser.query();
  return { root, problems: parser.problems.sort((a, b) => a.start - b.start || a.end - b.end) };
}
