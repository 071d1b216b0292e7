import type { UndoWords } from '../../contract/entities.ts';
import type { ArticleRecord, LibraryTables } from '../domain/records.ts';
import type { HighlightBook } from '../highlights/book.ts';
import type { LibraryStore } from '../ports.ts';
import { revertArticle } from '../undo/article-patch.ts';
import { revertHighlights } from '../undo/highlight-change.ts';
import type { Direction, History, HistoryEntry, UndoEntry } from '../undo/history.ts';
import { type LibraryChange, previewLibrary, sameRecord } from '../undo/library-change.ts';
import type { Catalogue } from './catalogue.ts';
import type { Committer, Plan } from './committer.ts';
import { nameKey, subtree } from './names.ts';

export interface TakenBack {
  /** What was taken back; null where there was nothing, or nothing left of it. */
  readonly done: string | null;
  /** A change of which nothing is left to take back: everything has changed since. It is no longer offered. */
  readonly skipped?: string;
  /** The words of either. */
  readonly words?: UndoWords;
}

/**
 * Takes back the newest change (`undo`) or the newest undone one (`redo`). Only what is still as that change left it is touched; what
 * was really taken back becomes the inverse for the other direction.
 */
export async function takeBack(
  direction: Direction,
  parts: { store: LibraryStore; catalogue: Catalogue; book: HighlightBook; committer: Committer; history: History },
): Promise<TakenBack> {
  const { store, catalogue, book, committer, history } = parts;
  const taken: HistoryEntry[] = [];
  const change = committer
    .change(
      async () => {
        await Promise.all([catalogue.ready(), book.ready()]);
        const entry = history.take(direction);
        if (entry) taken.push(entry);
        return entry && planOf(entry, store, catalogue, book);
      },
      (inverse) => history.keep(direction === 'undo' ? 'redo' : 'undo', inverse),
    )
    .catch((error: unknown) => {
      for (const entry of taken) history.giveBack(direction, entry);
      throw error;
    });
  const { changed } = await change;
  const [entry] = taken;
  if (!entry) return { done: null };
  history.settle(entry);
  const words = entry.words && { words: entry.words };
  return changed > 0 ? { done: entry.label, ...words } : { done: null, skipped: entry.label, ...words };
}

interface TakenBackTo {
  readonly done: string[];
  readonly skipped: string[];
  readonly skippedWords: (UndoWords | null)[];
}

/** Goes back (or forward) until this entry is taken back too. */
export async function takeBackTo(id: number, parts: Parameters<typeof takeBack>[1]): Promise<TakenBackTo> {
  const result: TakenBackTo = { done: [], skipped: [], skippedWords: [] };
  const direction = (['undo', 'redo'] as const).find((way) => parts.history.entries(way).some((entry) => entry.id === id));
  if (direction === undefined) return result;
  while (parts.history.entries(direction).some((entry) => entry.id === id)) {
    const { done, skipped, words } = await takeBack(direction, parts);
    if (done !== null) result.done.push(done);
    if (skipped !== undefined) {
      result.skipped.push(skipped);
      result.skippedWords.push(words ?? null);
    }
    if (done === null && skipped === undefined) break;
  }
  return result;
}

function planOf(entry: UndoEntry, store: LibraryStore, catalogue: Catalogue, book: HighlightBook): Plan {
  const target = new Map<string, string | null>();
  const library = entry.library.flatMap((change) => reverse(change, entry, store.library, { catalogue, book }, target));
  const after = previewLibrary(store.library, library);
  const rename = (id: string): string | null => {
    const to = target.has(id) ? (target.get(id) ?? null) : id;
    return to !== null && (after.tags[to] ?? after.collections[to]) ? to : null;
  };
  const articles = new Map(
    entry.articles.map((patch) => [
      patch.id,
      (record: ArticleRecord | null) => (record === null ? null : revertArticle(record, patch, rename)),
    ]),
  );
  const highlights = revertHighlights(entry.highlights ?? []);
  return {
    articles,
    highlights,
    library,
    reindex: concerned(library, store.library, after, catalogue),
    label: () => ({ text: entry.label, ...(entry.words && { words: entry.words }) }),
  };
}

/** Articles whose tag names or collection paths change with these tables. */
export function concerned(
  changes: readonly LibraryChange[],
  before: Readonly<LibraryTables>,
  after: Readonly<LibraryTables>,
  catalogue: Catalogue,
): string[] {
  const replaced = changes.filter((change) => change.before && change.after);
  const tags = replaced.filter(({ table }) => table === 'tags').map(({ id }) => id);
  const moved = changes.filter(({ table }) => table === 'collections');
  const collections = moved.flatMap(({ id }) => [...subtree(id, before.collections), ...subtree(id, after.collections)]);
  return [...new Set([...catalogue.tagged(tags), ...catalogue.collected([...new Set(collections)])])];
}

function reverse(
  change: LibraryChange,
  entry: UndoEntry,
  library: Readonly<LibraryTables>,
  members: { catalogue: Catalogue; book: HighlightBook },
  target: Map<string, string | null>,
): LibraryChange[] {
  const { table, id, before, after } = change;
  const current = library[table][id] ?? null;
  if (!sameRecord(current, after)) return [];
  const back = { table, id, before: after, after: before } as LibraryChange;
  if (table !== 'tags' && table !== 'collections') return [back];
  if (before === null) return unused(table, id, entry, library, members) ? [back] : [];
  const twin = Object.values(library[table]).find((other) => other.id !== id && clashes(other, before));
  if (!twin) return [back];
  if (after === null) target.set(id, twin.id);
  return [];
}

function clashes(a: { name: string; parentId?: string | null }, b: { name: string; parentId?: string | null }): boolean {
  return nameKey(a.name) === nameKey(b.name) && (a.parentId ?? null) === (b.parentId ?? null);
}

/** A tag or collection that the change made goes only when nothing but what this change put there uses it. */
function unused(
  table: 'tags' | 'collections',
  id: string,
  entry: UndoEntry,
  library: Readonly<LibraryTables>,
  { catalogue, book }: { catalogue: Catalogue; book: HighlightBook },
): boolean {
  const ours = new Set(
    entry.articles.filter(({ lists }) => lists.some((list) => list.field === table && list.added.includes(id))).map((patch) => patch.id),
  );
  const members = table === 'tags' ? catalogue.tagged([id]) : catalogue.collected([id]);
  if (members.some((member) => !ours.has(member))) return false;
  // A highlight may carry it, too: all but those that this change made.
  if (table === 'tags' && book.tagged(id, new Set((entry.highlights ?? []).map((change) => change.id)))) return false;
  const leaving = new Set(entry.library.map((change) => change.id));
  return table === 'tags' || !Object.values(library.collections).some((child) => child.parentId === id && !leaving.has(child.id));
}
