import type { Condition, WordsCondition } from './condition.ts';
import type { Flag } from './query/ast.ts';
import { ftsExpression, isPlainWords } from './fts.ts';

/** A condition as SQL over `art a` (tables as in adapters/index/schema.ts). `params` are bound in order. */
export interface SqlCondition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

export interface SqlContext {
  /** Ids that count as unread wherever unread is asked for. */
  readonly keep: readonly string[];
  /** Finds the rowids of the articles that have the words spelled exactly so. */
  readonly exact: (words: WordsCondition) => readonly number[];
}

const TRUE: SqlCondition = { sql: '1', params: [] };
const COLUMN: Readonly<Record<Flag, string>> = {
  unread: 'a.read = 0',
  read: 'a.read = 1',
  starred: 'a.starred = 1',
  later: 'a.later = 1',
  archived: 'a.archived = 1',
  trashed: 'a.trashed = 1',
  incomplete: 'a.incomplete = 1',
  highlighted: 'a.highlighted = 1',
  opened: 'a.opened > 0',
  image: 'a.image = 1',
  note: 'a.note = 1',
  tagged: 'exists (select 1 from art_tag where rid = a.rowid)',
  collected: 'exists (select 1 from art_col where rid = a.rowid and own = 1)',
  fed: 'exists (select 1 from art_feed where rid = a.rowid)',
};
const IN_LIST = 'in (select value from json_each(?))';

function fts(expression: string): SqlCondition {
  return { sql: 'a.rowid in (select rowid from fts where fts match ?)', params: [expression] };
}

function combine(parts: readonly SqlCondition[], operator: 'and' | 'or'): SqlCondition {
  if (parts.length === 0) return operator === 'and' ? TRUE : { sql: '0', params: [] };
  return { sql: `(${parts.map(({ sql }) => sql).join(` ${operator} `)})`, params: parts.flatMap(({ params }) => params) };
}

function flagCondition(flag: Flag, keep: readonly string[], negated: boolean): SqlCondition {
  const sql = COLUMN[flag];
  if (keep.length === 0) return { sql, params: [] };
  if (flag === 'unread' && !negated) return { sql: `(${sql} or a.id ${IN_LIST})`, params: [JSON.stringify(keep)] };
  if (flag === 'read' && negated) return { sql: `(${sql} and not a.id ${IN_LIST})`, params: [JSON.stringify(keep)] };
  return { sql, params: [] };
}

function wordsCondition(words: WordsCondition, context: SqlContext): SqlCondition {
  if (words.exact !== null) return { sql: `a.rowid ${IN_LIST}`, params: [JSON.stringify(context.exact(words))] };
  const text = fts(ftsExpression(words));
  if (words.tags.length === 0) return text;
  return combine([text, { sql: tagsSql, params: [JSON.stringify(words.tags)] }], 'or');
}

const tagsSql = `a.rowid in (select rid from art_tag where tag ${IN_LIST})`;

/** Parts that full-text search can answer together become one expression, which it evaluates far faster than SQL intersects results. */
function several(condition: Extract<Condition, { kind: 'and' | 'or' }>, context: SqlContext, negated: boolean): SqlCondition {
  const flat = condition.kind === 'and' ? condition.of.flatMap((part) => (part.kind === 'and' ? part.of : [part])) : condition.of;
  const plain = flat.filter(isPlainWords);
  const rest = flat.filter((part) => !isPlainWords(part));
  const parts = rest.map((part) => compile(part, context, negated));
  if (plain.length > 0) parts.unshift(fts(ftsExpression({ kind: condition.kind, of: plain })));
  return combine(parts, condition.kind);
}

/** The same answers as `meets` in evaluate.ts, as SQL. */
export function compile(condition: Condition, context: SqlContext, negated = false): SqlCondition {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return several(condition, context, negated);
    case 'not': {
      const { sql, params } = compile(condition.of, context, !negated);
      return { sql: `not ${sql}`, params };
    }
    case 'words':
      return wordsCondition(condition, context);
    case 'flag':
      return flagCondition(condition.flag, context.keep, negated);
    case 'tags':
      return { sql: tagsSql, params: [JSON.stringify(condition.ids)] };
    case 'feeds':
      return { sql: `a.rowid in (select rid from art_feed where feed ${IN_LIST})`, params: [JSON.stringify(condition.ids)] };
    case 'collections': {
      const own = condition.inherited ? '' : 'own = 1 and ';
      return { sql: `a.rowid in (select rid from art_col where ${own}col ${IN_LIST})`, params: [JSON.stringify(condition.ids)] };
    }
    case 'site':
      return { sql: 'instr(a.site, ?) > 0', params: [condition.needle] };
    case 'lang':
      return { sql: '(a.lang = ? or substr(a.lang, 1, ?) = ?)', params: [condition.lang, condition.lang.length + 1, `${condition.lang}-`] };
    case 'saved':
      return { sql: '(a.saved >= ? and a.saved < ?)', params: [condition.from, condition.to] };
    case 'published':
      return { sql: "(a.published <> '' and a.published >= ? and a.published <= ?)", params: [condition.from, condition.to] };
  }
}
