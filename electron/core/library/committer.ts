import type { AppEvent } from '../../contract/events.ts';
import type { ArticleRecord, LibraryTables, TombstoneRecord } from '../domain/records.ts';
import type { HighlightBook } from '../highlights/book.ts';
import type { ArticleChange, ArticleEdit, Commit, EventSink, HighlightEdit, LibraryStore } from '../ports.ts';
import { diffArticle } from '../undo/article-patch.ts';
import type { History, UndoEntry } from '../undo/history.ts';
import type { Label } from '../undo/label.ts';
import { applyLibraryChanges, type LibraryChange } from '../undo/library-change.ts';
import type { Catalogue } from './catalogue.ts';
import type { IndexFeed } from './index-feed.ts';
import { Lane } from './lane.ts';
import { rowOf } from './rows.ts';

/** Rows an event carries at most; a window asks again for more. */
const EVENT_ROWS = 500;

/** One change of the library, planned against its present state. */
export interface Plan {
  /** Edits by id (see `LibraryStore.commit`). */
  readonly articles?: ReadonlyMap<string, ArticleEdit>;
  /** Edits of the highlights of articles, by the article's id. */
  readonly highlights?: ReadonlyMap<string, HighlightEdit>;
  readonly tombstones?: readonly TombstoneRecord[];
  /** Tags and collections made, replaced or removed. */
  readonly library?: readonly LibraryChange[];
  /** Anything else of the library's tables (settings, facts). */
  readonly tables?: (draft: LibraryTables) => void;
  /** Articles to index again although they stay as they are. */
  readonly reindex?: readonly string[];
  /** Text of new articles and of those whose text changed, by id. */
  readonly texts?: ReadonlyMap<string, string>;
  /** What Undo calls it, given the number of articles that changed; left out where it cannot be undone. */
  readonly label?: (changed: number) => Label;
}

export interface Outcome {
  readonly commit: Commit | null;
  /** Articles that changed; for a change of tags or collections alone, 1. */
  readonly changed: number;
}

export type MakePlan = () => Promise<Plan | null> | Plan | null;

const NOTHING: Outcome = { commit: null, changed: 0 };

/** The one way to change the library: plan, journal, index, event, undo: in this order, one change after another. */
export class Committer {
  readonly #store: LibraryStore;
  readonly #feed: IndexFeed;
  readonly #catalogue: Catalogue;
  readonly #book: HighlightBook;
  readonly #history: History;
  readonly #emit: EventSink;
  readonly #lane = new Lane();

  constructor(parts: {
    store: LibraryStore;
    feed: IndexFeed;
    catalogue: Catalogue;
    book: HighlightBook;
    history: History;
    emit: EventSink;
  }) {
    this.#store = parts.store;
    this.#feed = parts.feed;
    this.#catalogue = parts.catalogue;
    this.#book = parts.book;
    this.#history = parts.history;
    this.#emit = parts.emit;
  }

  /**
   * Makes the change that `plan` describes (null = nothing to do). The plan is made when it is its turn, so what it read is still true
   * when it is written. Resolves when the change is durable and readers see it. `remember` gets the inverse as soon as it is durable;
   * left out, it goes to the history.
   */
  async change(plan: MakePlan, remember: (inverse: UndoEntry) => void = (inverse) => this.#history.record(inverse)): Promise<Outcome> {
    const { outcome, applied } = await this.#lane.run(() => this.#commit(plan, remember));
    await applied;
    return outcome;
  }

  /** Takes in what the store recovered by itself. */
  async recovered(commit: Commit): Promise<void> {
    this.#catalogue.note(commit);
    this.#book.note(commit.changes, commit.highlights ?? []);
    await this.#feed.apply({ commit, reindex: [], texts: new Map() });
    await this.#announce(commit, []);
  }

  /** Settles when every change asked for so far is durable and indexed. */
  async idle(): Promise<void> {
    await this.#lane.idle();
    await this.#feed.idle();
  }

  async #commit(make: MakePlan, remember: (inverse: UndoEntry) => void): Promise<{ outcome: Outcome; applied: Promise<void> }> {
    const plan = await make();
    if (!plan) return { outcome: NOTHING, applied: Promise.resolve() };
    const { library, tables } = plan;
    const commit = await this.#store.commit({
      ...(plan.articles && { articles: plan.articles }),
      ...(plan.highlights && { highlights: plan.highlights }),
      ...(plan.tombstones && { tombstones: plan.tombstones }),
      ...((library?.length || tables) && {
        library: (draft: LibraryTables) => {
          applyLibraryChanges(draft, library ?? []);
          tables?.(draft);
        },
      }),
    });
    if (commit.changes.length === 0 && !commit.highlights && !commit.libraryChanged)
      return { outcome: NOTHING, applied: Promise.resolve() };
    this.#catalogue.note(commit);
    this.#book.note(commit.changes, commit.highlights ?? []);
    const inverse = plan.label ? inverseOf(commit, library ?? [], plan.label(commit.changes.length)) : null;
    if (inverse) remember(inverse);
    const reindex = plan.reindex ?? [];
    const applied = this.#feed
      .apply({ commit, reindex, texts: plan.texts ?? new Map() })
      .then(() => (plan.tables && commit.changes.length === 0 ? undefined : this.#announce(commit, reindex)));
    return { outcome: { commit, changed: commit.changes.length || commit.highlights?.length || 1 }, applied };
  }

  async #announce(commit: Commit, reindex: readonly string[]): Promise<void> {
    const highlighted = [...new Set((commit.highlights ?? []).map(({ articleId }) => articleId))];
    if (highlighted.length > 0) this.#emit({ type: 'highlights', articles: highlighted });
    if (commit.changes.length + reindex.length === 0 && !commit.libraryChanged) return;
    const changed = new Set(commit.changes.map(({ id }) => id));
    const others = reindex.filter((id) => !changed.has(id));
    const records = commit.changes.flatMap(({ after }) => after ?? []).slice(0, EVENT_ROWS);
    if (records.length < EVENT_ROWS) records.push(...(await this.#store.getMany(others.slice(0, EVENT_ROWS - records.length))));
    const event: AppEvent = {
      type: 'articles',
      rows: records.map((record) => rowOf(record, this.#store.library)),
      added: commit.changes.filter((change) => !present(change.before) && present(change.after)).map(({ id }) => id),
      removed: commit.changes.filter((change) => left(change)).map(({ id }) => id),
      more: commit.changes.filter(({ after }) => after).length + others.length > records.length,
    };
    this.#emit(event);
  }
}

/** In the library, and not in its trash. */
function present(record: ArticleRecord | null): boolean {
  return record !== null && record.trashedAt === null;
}

/** Left the library for the trash, or the trash for good. */
function left({ before, after }: ArticleChange): boolean {
  return (present(before) && !present(after)) || (before !== null && after === null);
}

function inverseOf(commit: Commit, library: readonly LibraryChange[], { text: label, words }: Label): UndoEntry {
  const articles = commit.changes.flatMap(({ before, after }) => (before && after ? (diffArticle(before, after) ?? []) : []));
  return { label, ...(words && { words }), articles, library, ...(commit.highlights && { highlights: commit.highlights }) };
}
