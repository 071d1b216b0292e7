import type { RuleCondition } from '../../contract/entities.ts';
import type { ArticleRecord, LibraryTables, RuleRecord } from '../domain/records.ts';
import { ancestorsOf, tagsOf } from '../library/names.ts';
import { bind } from '../search/bind.ts';
import { columnsOf, type Columns } from '../search/columns.ts';
import { meets, type Evaluated } from '../search/evaluate.ts';
import { factsOf } from '../search/facts.ts';
import type { NameTable } from '../search/query/names.ts';
import { parseQuery } from '../search/query/parse.ts';

/** Rules that act now, in their order. The last day counts whole, in this computer's time zone. */
export function rulesNow(library: Readonly<LibraryTables>, now: number): RuleRecord[] {
  return inOrder(library).filter(({ enabled, until }) => enabled && (until === null || now < endOf(until)));
}

export function inOrder(library: Readonly<LibraryTables>): RuleRecord[] {
  return Object.values(library.rules).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

function endOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime();
}

export function lengthFits({ minWords, maxWords }: RuleCondition, { wordCount }: Pick<ArticleRecord, 'wordCount'>): boolean {
  return (minWords === null || wordCount >= minWords) && (maxWords === null || wordCount <= maxWords);
}

/** One article as conditions ask it. The words of the text are made once, and only when a rule asks for them. */
export function evaluated(record: ArticleRecord, words: () => Columns, text: string, library: Readonly<LibraryTables>): Evaluated {
  return {
    facts: factsOf(record),
    tags: record.tags,
    feeds: (record.feeds ?? []).map(({ feedId }) => feedId),
    collections: record.collections,
    inherited: ancestorsOf(record, library),
    columns: words,
    originals: () => [record.title, record.byline ?? '', record.source, ...tagsOf(record, library).map(({ name }) => name), text],
  };
}

/** Columns made when first asked for. */
export function lazyColumns(record: ArticleRecord, text: string): () => Columns {
  let columns: Columns | null = null;
  return () => (columns ??= columnsOf(record, text));
}

/** Whether a rule's condition fits an article. A query with a mistake fits nothing: it must not do to all what was meant for few. */
export function fits(condition: RuleCondition, document: Evaluated, record: ArticleRecord, names: NameTable, now: number): boolean {
  if (!lengthFits(condition, record)) return false;
  const parsed = parseQuery(condition.query, now);
  if (parsed.problems.length > 0) return false;
  return meets(document, bind({ kind: 'everything' }, parsed.root, names, now).where, false);
}
