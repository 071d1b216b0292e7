import type { RuleActions, RuleTrace } from '../../contract/entities.ts';
import type { ArticleRecord, LibraryTables, RuleRecord } from '../domain/records.ts';
import type { Plan } from '../library/committer.ts';
import type { Context } from '../library/context.ts';
import { withItems } from '../library/mutate.ts';
import { namesOf } from '../library/rows.ts';
import { ensureTags } from '../library/tag-names.ts';
import { NameTable } from '../search/query/names.ts';
import type { RandomText } from '../ports.ts';
import { type LibraryChange, previewLibrary } from '../undo/library-change.ts';
import { evaluated, fits, lazyColumns, rulesNow } from './fits.ts';

export interface Ruled {
  readonly record: ArticleRecord;
  /** Tags that rules had to make. */
  readonly made: readonly LibraryChange[];
  /** Ids of the rules that acted. */
  readonly ran: readonly string[];
}

/** The article as the rules leave it. Each rule sees what those before it did. */
export function applyRules(
  article: ArticleRecord,
  text: string,
  library: Readonly<LibraryTables>,
  { random, now }: { random: RandomText; now: number },
): Ruled {
  const rules = rulesNow(library, now);
  let [record, tables] = [article, library];
  const made: LibraryChange[] = [];
  const ran: string[] = [];
  const words = lazyColumns(article, text);
  for (const rule of rules) {
    if (!fits(rule.condition, evaluated(record, words, text, tables), record, new NameTable(namesOf(tables)), now)) continue;
    const done = act(rule.actions, record, tables, random);
    made.push(...done.made);
    tables = previewLibrary(tables, done.made);
    ran.push(rule.id);
    record = { ...done.record, why: [...(record.why ?? []), traceOf(rule, now)] };
  }
  return { record, made, ran };
}

/** What the actions make of an article. Collections that are gone are left out. */
export function act(
  actions: RuleActions,
  record: ArticleRecord,
  library: Readonly<LibraryTables>,
  random: RandomText,
): { record: ArticleRecord; made: LibraryChange[] } {
  const { ids, made } = ensureTags(actions.tags, library, random);
  const collections = actions.collections.filter((id) => library.collections[id]);
  const archived = record.archived || actions.archive || actions.mute;
  const changed = {
    tags: withItems(record.tags, ids, []),
    collections: withItems(record.collections, collections, []),
    read: record.read || actions.read || actions.mute,
    archived,
    starred: record.starred || actions.star,
    later: (record.later || actions.later) && !(archived && !record.archived),
  };
  const same = (Object.keys(changed) as (keyof typeof changed)[]).every((key) => changed[key] === record[key]);
  return { record: same ? record : { ...record, ...changed }, made };
}

/** The plan that stores a new article, with what the rules make of it. `made` = tags and collections the save itself makes. */
export function ruled(
  { deps: { store, random, clock } }: Context,
  article: ArticleRecord,
  text: string,
  made: readonly LibraryChange[],
): Plan {
  const done = applyRules(article, text, previewLibrary(store.library, made), { random, now: clock.now() });
  return {
    articles: new Map([[article.id, () => done.record]]),
    library: [...made, ...done.made],
    texts: new Map([[article.id, text]]),
    ...(done.ran.length > 0 && { tables: (draft: LibraryTables) => count(draft, done.ran) }),
  };
}

/** The fact that counts a rule. */
export const ranFact = (id: string): string => `ran:${id}`;

function count(draft: LibraryTables, ran: readonly string[]): void {
  for (const rule of ran) {
    const id = ranFact(rule);
    draft.facts = { ...draft.facts, [id]: { id, value: Number(draft.facts[id]?.value ?? 0) + 1 } };
  }
}

function traceOf({ id, name, actions }: RuleRecord, now: number): RuleTrace {
  const { tags, collections, read, archive, star, later, mute } = actions;
  const did = { tag: tags.length > 0, collect: collections.length > 0, read, archive, star, later, mute };
  const kinds = (Object.keys(did) as (keyof typeof did)[]).filter((kind) => did[kind]);
  return { id, name, at: new Date(now).toISOString(), did: kinds, tags: [...tags] };
}
