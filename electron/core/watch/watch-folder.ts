import type { WatchStatus, WatchTaken } from '../../contract/entities/watch.ts';
import type { Settings } from '../../contract/settings.ts';
import { toCallError } from '../errors.ts';
import type { SaveQueue } from '../jobs/save-queue.ts';
import type { Context } from '../library/context.ts';
import type { OpenFolder, WatchPort } from './ports.ts';

/** Prefix of the facts that remember which contents were saved; the rest is the sha256. Kept in the library, so that it survives a restart. */
const FACT = 'watched:';
/** Failures that are listed; more of them say nothing more. */
const MAX_FAILURES = 100;

const OPTIONS = { tags: [], collections: [] };
const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) || path;

/**
 * The watched folder: what appears in it is saved once each, by its contents. One file at a time, so that a hundred of them are no flood.
 * A file that fails stays where it is, is listed with the reason, and is tried again when it changes, when asked, and after a restart.
 */
export class WatchFolder {
  readonly #context: Context;
  readonly #saves: Pick<SaveQueue, 'save'>;
  readonly #port: WatchPort;
  #folder: OpenFolder | null = null;
  #path = '';
  #move = false;
  #queue: Promise<void> = Promise.resolve();
  #status: Omit<WatchStatus, 'folder'> = { problem: null, saving: null, saved: 0, failures: [] };
  /** Files that were told and not dealt with yet. */
  #waiting = 0;
  #closed = false;

  constructor(context: Context, saves: Pick<SaveQueue, 'save'>, port: WatchPort) {
    this.#context = context;
    this.#saves = saves;
    this.#port = port;
  }

  get status(): WatchStatus {
    return { folder: this.#path === '' ? null : this.#path, ...this.#status };
  }

  /** Watches what the settings say; called whenever they change. */
  follow({ watchFolder, watchMove }: Pick<Settings, 'watchFolder' | 'watchMove'>): void {
    this.#move = watchMove;
    if (this.#closed || watchFolder === this.#path) return;
    void this.#folder?.close();
    this.#folder = null;
    this.#path = watchFolder;
    this.#tell({ problem: null, saving: null, failures: [] });
    if (watchFolder === '') return;
    const isCurrent = (): boolean => this.#path === watchFolder && !this.#closed;
    this.#folder = this.#port.open(watchFolder, {
      onReady: (path) => {
        if (!isCurrent()) return;
        if (this.#waiting++ === 0) this.#tell({ saving: nameOf(path) });
        this.#queue = this.#queue.then(() => (isCurrent() ? this.#save(path) : undefined)).then(() => this.#next());
      },
      onProblem: (problem) => {
        if (isCurrent()) this.#tell({ problem });
      },
    });
  }

  retry(): WatchStatus {
    this.#tell({ failures: [] });
    this.#folder?.rescan();
    return this.status;
  }

  /** Saves one file once. Rejects with an AppError; what was saved of a list then stays saved. */
  async take(path: string, move: boolean): Promise<WatchTaken> {
    const { sha256, links } = await this.#port.read(path);
    const fact = `${FACT}${sha256}`;
    const known = this.#context.deps.store.library.facts[fact] !== undefined;
    let articles = 0;
    if (!known) {
      const inputs = links?.map((url) => ({ kind: 'url' as const, url })) ?? [{ kind: 'path' as const, path }];
      for (const input of inputs) {
        await this.#saves.save(input, OPTIONS);
        articles++;
      }
      // After the articles: a crash in between saves them again, which finds them.
      await this.#context.committer.change(() => ({
        tables: (draft) => {
          draft.facts = { ...draft.facts, [fact]: { id: fact, value: true } };
        },
      }));
    }
    return { outcome: known ? 'known' : 'saved', articles, movedTo: move ? await this.#port.moveToSaved(path) : null };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#folder?.close();
    await this.#queue;
  }

  async #save(path: string): Promise<void> {
    const name = nameOf(path);
    const others = (): WatchStatus['failures'] => this.#status.failures.filter((failure) => failure.name !== name);
    this.#tell({ saving: name });
    try {
      const { outcome } = await this.take(path, this.#move);
      this.#tell({ failures: others(), saved: this.#status.saved + (outcome === 'saved' ? 1 : 0) });
    } catch (error) {
      const { code, message } = toCallError(error);
      // It went away before its turn came: moved by the person, or by this.
      const failures =
        code === 'file-not-found'
          ? others()
          : [...others(), { name, message, at: new Date(this.#context.deps.clock.now()).toISOString() }].slice(-MAX_FAILURES);
      this.#tell({ failures });
    }
  }

  #next(): void {
    if (--this.#waiting === 0) this.#tell({ saving: null });
  }

  #tell(changes: Partial<Omit<WatchStatus, 'folder'>>): void {
    this.#status = { ...this.#status, ...changes };
    if (!this.#closed) this.#context.deps.emit({ type: 'watch', status: this.status });
  }
}
