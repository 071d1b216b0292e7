import { z } from 'zod';
import { fileFaultSchema, timestampSchema, type FileFault, type LibraryHealth } from '../../contract/entities.ts';
import { segmentOf } from '../domain/ids.ts';
import type { ArticleRecord } from '../domain/records.ts';
import type { FileCheck, FoundFault, LibraryStore } from '../ports.ts';

/** Findings that are remembered of each kind: with more than these the disk is what has to be looked at. */
const REMEMBERED = 1_000;
/** Findings that are looked at again whenever somebody asks; beyond these they stay until the next round. */
const LOOKED_AT_AGAIN = 200;

const stateSchema = z.object({
  v: z.literal(1),
  /** Id of the article looked at last in the round under way; null between rounds. */
  at: z.string().nullable(),
  scrubbed: z.number().int(),
  lastScrubAt: timestampSchema.nullable(),
  damaged: z.array(fileFaultSchema),
  missing: z.array(fileFaultSchema),
});
type State = z.infer<typeof stateSchema>;

const NEW: State = { v: 1, at: null, scrubbed: 0, lastScrubAt: null, damaged: [], missing: [] };

export interface ScrubParts {
  readonly store: LibraryStore;
  readonly check: FileCheck;
  readonly now: () => number;
  /** Told when it found something it did not know, or that something is well again. */
  readonly changed: () => void;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  /** Waited for between two articles, and between two pieces of a large file. */
  breathe(): Promise<void>;
  /** Told how many articles of the round have been looked at. */
  progress?(scrubbed: number): void;
}

/**
 * Compares every article's files with what was stored, one after the other. Where it stands outlives the session: a round that was cut
 * off goes on with the next article.
 */
export class Scrub {
  readonly #parts: ScrubParts;
  #state: State | null = null;

  constructor(parts: ScrubParts) {
    this.#parts = parts;
  }

  /** When the last whole round ended, in milliseconds since the epoch, where no round is under way; null otherwise. */
  async restingSince(): Promise<number | null> {
    const { at, lastScrubAt } = await this.#recall();
    return at === null && lastScrubAt !== null ? Date.parse(lastScrubAt) : null;
  }

  /** Goes on with the round under way, or begins one, up to its end or until `signal` is aborted. */
  async run({ signal, breathe, progress }: RunOptions): Promise<void> {
    const { store, check, now } = this.#parts;
    let state = await this.#recall();
    if (state.at === null) state = this.#set({ ...state, scrubbed: 0 });
    const { at } = state;
    for await (const { articles } of store.scan(at === null ? {} : { from: segmentOf(at) })) {
      const images = new Map<string, FoundFault['kind'] | null>();
      for (const article of [...articles].sort((a, b) => (a.id < b.id ? -1 : 1))) {
        if (at !== null && article.id <= at) continue;
        await breathe();
        if (signal.aborted) break;
        const found = await check.faultsOf(article, images, async () => (signal.aborted ? undefined : breathe()));
        this.#note(article, found);
        state = this.#set({ ...this.#known, at: article.id, scrubbed: this.#known.scrubbed + 1 });
        progress?.(state.scrubbed);
      }
      await check.keep(this.#known);
      if (signal.aborted) return;
    }
    await this.#dropDeleted();
    await check.keep(this.#set({ ...this.#known, at: null, lastScrubAt: new Date(now()).toISOString() }));
  }

  /** The next `run` begins with the first article. */
  async startOver(): Promise<void> {
    this.#set({ ...(await this.#recall()), at: null, scrubbed: 0 });
  }

  /** What is known now: findings are looked at again, so that what has been put right is not told. */
  async health(): Promise<Omit<LibraryHealth, 'totalArticles' | 'running'>> {
    const { store, check } = this.#parts;
    const { damaged: listed, missing: absent } = await this.#recall();
    if (listed.length + absent.length <= LOOKED_AT_AGAIN) {
      await this.#dropDeleted();
      const images = new Map<string, FoundFault['kind'] | null>();
      const ids = new Set([...listed, ...absent].map(({ articleId }) => articleId));
      for (const article of await store.getMany([...ids]))
        this.#note(article, await check.faultsOf(article, images, async () => undefined));
    }
    const { lastScrubAt, scrubbed, damaged, missing } = this.#known;
    return { lastScrubAt, scrubbedArticles: scrubbed, damaged, missing };
  }

  /** The state, once `#recall` has answered: what was awaited may be old. */
  get #known(): State {
    return this.#state ?? NEW;
  }

  async #recall(): Promise<State> {
    if (this.#state) return this.#state;
    const parsed = stateSchema.safeParse(await this.#parts.check.recall());
    return (this.#state ??= parsed.success ? parsed.data : NEW);
  }

  #set(state: State): State {
    this.#state = state;
    return state;
  }

  /** What is wrong with an article now takes the place of what was. */
  #note(article: ArticleRecord, found: readonly FoundFault[]): void {
    const state = this.#known;
    const faults = (kind: FoundFault['kind']): FileFault[] => {
      const own = found
        .filter((fault) => fault.kind === kind)
        .map(({ path, message }) => ({ articleId: article.id, title: article.title, path, message }));
      const others = state[kind].filter(({ articleId }) => articleId !== article.id);
      return [...others, ...own].slice(0, REMEMBERED);
    };
    const before = pathsOf(state, article.id);
    const after = this.#set({ ...state, damaged: faults('damaged'), missing: faults('missing') });
    if (pathsOf(after, article.id) !== before) this.#parts.changed();
  }

  #forget(id: string): void {
    const state = this.#known;
    const others = (faults: readonly FileFault[]) => faults.filter(({ articleId }) => articleId !== id);
    this.#set({ ...state, damaged: others(state.damaged), missing: others(state.missing) });
  }

  async #dropDeleted(): Promise<void> {
    const ids = [...new Set([...this.#known.damaged, ...this.#known.missing].map(({ articleId }) => articleId))];
    const there = new Set((await this.#parts.store.getMany(ids)).map(({ id }) => id));
    for (const id of ids) if (!there.has(id)) this.#forget(id);
  }
}

function pathsOf({ damaged, missing }: State, id: string): string {
  const own = (faults: readonly FileFault[]) => faults.filter(({ articleId }) => articleId === id).map(({ path }) => path);
  return JSON.stringify([own(damaged), own(missing)]);
}
