import type { Condition } from '../../core/search/condition.ts';
import { ftsExpression, isPlainWords } from '../../core/search/fts.ts';
import { compile, type SqlContext } from '../../core/search/sql.ts';
import type { Session } from './connection.ts';
import { both, either, without, type Rowids } from './rowids.ts';
import { countsOf } from './tally.ts';

const IN_LIST = 'in (select value from json_each(?))';
const TAGGED = `select distinct rid as v from art_tag where tag ${IN_LIST} order by rid desc`;
const FED = `select distinct rid as v from art_feed where feed ${IN_LIST} order by rid desc`;

/** What full-text search finds for an expression, among `only` (rowids as JSON) where that is given. */
export function matching(session: Session, expression: string, only: string | null = null): Rowids {
  const sql = 'select rowid as v from fts where fts match ?';
  if (only === null) return session.column<number>(`${sql} order by rowid desc`, [expression]);
  return session.column<number>(`${sql} and +rowid ${IN_LIST} order by rowid desc`, [expression, only]);
}

/**
 * The articles that meet a condition with words in it, newest first. The same as `compile` says, but many times faster: full-text search
 * and the tables of tags and the like give lists, and only what is left of them is looked up.
 */
export function hitsOf(session: Session, condition: Condition, context: SqlContext): Rowids {
  return listOf(session, condition, context) ?? fromTable(session, condition, context);
}

function fromTable(session: Session, condition: Condition, context: SqlContext): Rowids {
  const { sql, params } = compile(condition, context);
  return session.column<number>(`select a.rowid as v from art a where ${sql} order by a.rowid desc`, params);
}

/** Null for what has no list of its own, such as a flag. */
function listOf(session: Session, condition: Condition, context: SqlContext): Rowids | null {
  if (isPlainWords(condition)) return matching(session, ftsExpression(condition));
  switch (condition.kind) {
    case 'words': {
      if (condition.exact !== null) return [...context.exact(condition)].sort((a, b) => b - a);
      const text = matching(session, ftsExpression(condition));
      return either(text, session.column<number>(TAGGED, [JSON.stringify(condition.tags)]));
    }
    case 'tags':
      return session.column<number>(TAGGED, [JSON.stringify(condition.ids)]);
    case 'feeds':
      return session.column<number>(FED, [JSON.stringify(condition.ids)]);
    case 'collections': {
      const own = condition.inherited ? '' : 'own = 1 and ';
      const sql = `select distinct rid as v from art_col where ${own}col ${IN_LIST} order by rid desc`;
      return session.column<number>(sql, [JSON.stringify(condition.ids)]);
    }
    case 'or':
      return anyOf(session, condition.of, context);
    case 'and':
      return allOf(session, flat(condition.of), context);
    default:
      return null;
  }
}

function flat(parts: readonly Condition[]): readonly Condition[] {
  return parts.flatMap((part) => (part.kind === 'and' ? flat(part.of) : [part]));
}

function anyOf(session: Session, parts: readonly Condition[], context: SqlContext): Rowids | null {
  const plain = parts.filter(isPlainWords);
  let found: Rowids = plain.length === 0 ? [] : matching(session, ftsExpression({ kind: 'or', of: plain }));
  for (const part of parts) {
    if (isPlainWords(part)) continue;
    const list = listOf(session, part, context);
    if (list === null) return null;
    found = either(found, list);
  }
  return found;
}

function allOf(session: Session, parts: readonly Condition[], context: SqlContext): Rowids | null {
  const plain = parts.filter(isPlainWords);
  let found: Rowids | null = plain.length === 0 ? null : matching(session, ftsExpression({ kind: 'and', of: plain }));
  const rest: Condition[] = [];
  for (const part of parts) {
    if (isPlainWords(part)) continue;
    const list = found?.length === 0 ? [] : listOf(session, part, context);
    if (list === null) rest.push(part);
    else found = found === null ? list : both(found, list);
  }
  if (found === null) return null;
  const looked: Condition[] = [];
  for (const part of rest) {
    const left: Rowids | null = part.kind === 'not' ? leftOut(session, part.of, context, found.length) : null;
    if (left === null) looked.push(part);
    else found = without(found, left);
  }
  return looked.length === 0 || found.length === 0 ? found : lookUp(session, found, looked, context);
}

/** What `not` takes away, where listing that is less work than looking up each of so many candidates. */
function leftOut(session: Session, condition: Condition, context: SqlContext, candidates: number): Rowids | null {
  if (condition.kind !== 'flag') return listOf(session, condition, context);
  const counts = countsOf(session);
  if (condition.flag === 'trashed' && counts.trash <= candidates)
    return session.column<number>('select rowid as v from art where trashed = 1 order by rowid desc');
  // The trash may hold archived ones too.
  if (condition.flag === 'archived' && counts.archive + counts.trash <= candidates)
    return session.column<number>('select rowid as v from art where trashed in (0, 1) and archived = 1 order by rowid desc');
  return null;
}

function lookUp(session: Session, candidates: Rowids, parts: readonly Condition[], context: SqlContext): Rowids {
  const { sql, params } = compile({ kind: 'and', of: parts }, context);
  return session.column<number>(`select a.rowid as v from json_each(?) j cross join art a on a.rowid = j.value where ${sql}`, [
    JSON.stringify(candidates),
    ...params,
  ]);
}
