import { isArticleId, segmentOf } from '../../core/domain/ids.ts';
import type { ArticleRecord, LibraryTables, SegmentTables, TombstoneRecord } from '../../core/domain/records.ts';
import type { ArticleChange } from '../../core/ports.ts';

export type ArticleEdit = (record: ArticleRecord | null) => ArticleRecord | null;

/** The part of an edit that concerns one segment. */
export interface SegmentEdit {
  readonly articles: Map<string, ArticleEdit>;
  readonly tombstones: TombstoneRecord[];
}

/** Splits an edit by segment, in the order of the segments. */
export function editsBySegment(
  articles: ReadonlyMap<string, ArticleEdit> = new Map(),
  tombstones: readonly TombstoneRecord[] = [],
): Map<string, SegmentEdit> {
  const edits = new Map<string, SegmentEdit>();
  const ids = [...articles.keys(), ...tombstones.map((tombstone) => tombstone.id)];
  const strange = ids.find((id) => !isArticleId(id));
  if (strange !== undefined) throw new Error(`${strange} is no article's id.`);
  for (const segment of [...new Set(ids.map(segmentOf))].sort()) edits.set(segment, { articles: new Map(), tombstones: [] });
  for (const [id, edit] of articles) edits.get(segmentOf(id))?.articles.set(id, edit);
  for (const tombstone of tombstones) edits.get(segmentOf(tombstone.id))?.tombstones.push(tombstone);
  return edits;
}

/** What an edit makes of a segment's tables. Runs the caller's functions, changes nothing: where one throws, nothing has happened. */
export function prepareSegment(tables: SegmentTables, edit: SegmentEdit): { next: Partial<SegmentTables>; changes: ArticleChange[] } {
  const changes: ArticleChange[] = [];
  const articles = { ...tables.articles };
  const set = (id: string, after: ArticleRecord | null) => {
    const before = articles[id] ?? null;
    if (after === before) return;
    if (after === null) Reflect.deleteProperty(articles, id);
    else articles[id] = after;
    changes.push({ id, before, after });
  };
  for (const [id, change] of edit.articles) {
    const after = change(articles[id] ?? null);
    if (after !== null && after.id !== id) throw new Error(`An edit of ${id} returned the record of ${after.id}.`);
    set(id, after);
  }
  // What is purged has no record, whether the edit says so or not.
  for (const { id } of edit.tombstones) set(id, null);
  const next: Partial<SegmentTables> = changes.length > 0 ? { articles } : {};
  if (edit.tombstones.length > 0) {
    next.tombstones = { ...tables.tombstones, ...Object.fromEntries(edit.tombstones.map((tombstone) => [tombstone.id, tombstone])) };
  }
  return { next, changes };
}

/** Runs an edit of library.json's tables on a draft. Returns null where nothing changed. */
export function prepareLibrary(tables: LibraryTables, edit: (draft: LibraryTables) => void): LibraryTables | null {
  const draft: LibraryTables = {
    feeds: { ...tables.feeds },
    feedStates: { ...tables.feedStates },
    tags: { ...tables.tags },
    collections: { ...tables.collections },
    smart: { ...tables.smart },
    settings: { ...tables.settings },
    facts: { ...tables.facts },
  };
  edit(draft);
  const names = Object.keys(draft) as (keyof LibraryTables)[];
  return names.some((name) => differs(tables[name], draft[name])) ? draft : null;
}

function differs(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): boolean {
  const ids = Object.keys(after);
  return ids.length !== Object.keys(before).length || ids.some((id) => before[id] !== after[id]);
}
