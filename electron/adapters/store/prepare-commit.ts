import { isArticleId, segmentOf } from '../../core/domain/ids.ts';
import {
  LIBRARY_TABLES,
  type ArticleRecord,
  type LibraryTables,
  type SegmentTables,
  type TombstoneRecord,
} from '../../core/domain/records.ts';
import type { ArticleChange, ArticleEdit, HighlightChange, HighlightEdit, LibraryStore } from '../../core/ports.ts';
import { HighlightDraft } from './prepare-highlights.ts';

/** The part of an edit that concerns one segment. */
export interface SegmentEdit {
  readonly articles: Map<string, ArticleEdit>;
  readonly highlights: Map<string, HighlightEdit>;
  readonly tombstones: TombstoneRecord[];
}

/** Splits an edit by segment, in the order of the segments. */
export function editsBySegment({
  articles = new Map(),
  highlights = new Map(),
  tombstones = [],
}: Parameters<LibraryStore['commit']>[0]): Map<string, SegmentEdit> {
  const edits = new Map<string, SegmentEdit>();
  const ids = [...articles.keys(), ...highlights.keys(), ...tombstones.map((tombstone) => tombstone.id)];
  const strange = ids.find((id) => !isArticleId(id));
  if (strange !== undefined) throw new Error(`${strange} is no article's id.`);
  const none = (): SegmentEdit => ({ articles: new Map(), highlights: new Map(), tombstones: [] });
  for (const segment of [...new Set(ids.map(segmentOf))].sort()) edits.set(segment, none());
  for (const [id, edit] of articles) edits.get(segmentOf(id))?.articles.set(id, edit);
  for (const [id, edit] of highlights) edits.get(segmentOf(id))?.highlights.set(id, edit);
  for (const tombstone of tombstones) edits.get(segmentOf(tombstone.id))?.tombstones.push(tombstone);
  return edits;
}

/** What an edit makes of a segment's tables, and of which records. */
export interface PreparedSegment {
  readonly next: Partial<SegmentTables>;
  readonly changes: ArticleChange[];
  readonly highlights: HighlightChange[];
}

/** What an edit makes of a segment's tables. Runs the caller's functions, changes nothing: where one throws, nothing has happened. */
export function prepareSegment(tables: SegmentTables, edit: SegmentEdit): PreparedSegment {
  const before = tables.articles;
  const articles = { ...before };
  const touched = new Set<string>();
  const set = (id: string, after: ArticleRecord | null) => {
    touched.add(id);
    if (after === null) Reflect.deleteProperty(articles, id);
    else articles[id] = after;
  };
  for (const [id, change] of edit.articles) {
    const after = change(articles[id] ?? null);
    if (after !== null && after.id !== id) throw new Error(`An edit of ${id} returned the record of ${after.id}.`);
    set(id, after);
  }
  // What is purged has no record, whether the edit says so or not.
  for (const { id } of edit.tombstones) set(id, null);

  const draft = new HighlightDraft(tables.highlights);
  for (const [id, change] of edit.highlights) draft.edit(id, articles[id] !== undefined, change);
  for (const id of touched) if (!articles[id]) draft.edit(id, false, (none) => none);
  for (const id of new Set(draft.changes.map(({ articleId }) => articleId))) {
    const article = articles[id];
    if (article) set(id, draft.counted(article));
  }

  const changes = [...touched].flatMap((id): ArticleChange[] => {
    const [was, is] = [before[id] ?? null, articles[id] ?? null];
    return was === is ? [] : [{ id, before: was, after: is }];
  });
  const next: Partial<SegmentTables> = {};
  if (changes.length > 0) next.articles = articles;
  if (draft.changes.length > 0) next.highlights = draft.records;
  if (edit.tombstones.length > 0) {
    next.tombstones = { ...tables.tombstones, ...Object.fromEntries(edit.tombstones.map((tombstone) => [tombstone.id, tombstone])) };
  }
  return { next, changes, highlights: draft.changes };
}

/** Runs an edit of library.json's tables on a draft. Returns null where nothing changed. */
export function prepareLibrary(tables: LibraryTables, edit: (draft: LibraryTables) => void): LibraryTables | null {
  const draft = Object.fromEntries(
    Object.entries({ ...LIBRARY_TABLES, ...tables }).map(([name, records]) => [name, { ...records }]),
  ) as unknown as LibraryTables;
  edit(draft);
  const names = Object.keys(draft) as (keyof LibraryTables)[];
  return names.some((name) => differs(tables[name], draft[name])) ? draft : null;
}

function differs(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): boolean {
  const ids = Object.keys(after);
  return ids.length !== Object.keys(before).length || ids.some((id) => before[id] !== after[id]);
}
