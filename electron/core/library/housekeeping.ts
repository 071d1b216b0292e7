import type { SaveInput } from '../../contract/methods.ts';
import type { Saver } from './save.ts';
import type { Context } from './context.ts';
import type { Purge } from './purge.ts';
import { addSamples } from './samples.ts';

/** A catch-up that takes longer than this is shown as a job, in milliseconds. */
const SHOW_AFTER = 1_000;
/** While it lasts, windows ask for their lists again so often, in milliseconds. */
const TELL_EVERY = 2_000;
/** The trash is looked through so long after opening, in milliseconds: never while a window is coming up. */
const TRASH_AFTER = 60_000;

/** What an open library does by itself: catch up its index, take in the samples, empty what is too old out of the trash, and make the day's backup. */
export class Housekeeping {
  readonly #context: Context;
  readonly #purge: Purge;
  readonly #saver: Saver;
  readonly #abort = new AbortController();
  #caughtUp: Promise<void> = Promise.resolve();
  #work: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(context: Context, parts: { purge: Purge; saver: Saver }) {
    this.#context = context;
    this.#purge = parts.purge;
    this.#saver = parts.saver;
  }

  /** Resolves when the index has taken in what it had missed, or could not (a job tells why then). */
  caughtUp(): Promise<void> {
    return this.#caughtUp;
  }

  start(): void {
    const { feed, deps } = this.#context;
    if (feed.behind) this.#caughtUp = this.#catchUp();
    feed.onLost(() => {
      this.#caughtUp = this.#caughtUp.then(() => (this.#abort.signal.aborted ? undefined : this.#catchUp(true)));
    });
    this.#work = this.#caughtUp.then(() => this.#addSamples(deps.samples ?? [])).catch(() => undefined);
    // Only a program that stays open long enough for a person empties a trash; a command does not.
    this.#timer = setTimeout(() => {
      this.#work = this.#work
        .then(() => this.#purge.expired())
        .then(() => this.#context.deps.backups.daily())
        .then(
          () => undefined,
          () => undefined,
        );
    }, TRASH_AFTER);
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#context.feed.close();
    await this.#work;
  }

  async #addSamples(samples: readonly SaveInput[]): Promise<void> {
    if (samples.length > 0 && !this.#abort.signal.aborted) await addSamples(this.#context, this.#saver, samples, this.#abort.signal);
  }

  /** `lost` = the index holds next to nothing any more and is made again. */
  async #catchUp(lost = false): Promise<void> {
    const { feed, jobs, deps } = this.#context;
    const started = deps.clock.now();
    let told = started;
    const tell = (): void => deps.emit({ type: 'articles', rows: [], added: [], removed: [], more: true });
    let show: ((done: number, share: number) => void) | null = null;
    let end: (failure: Error | null) => void = () => undefined;
    const begin = (): void => {
      jobs.add('rebuild-index', 'Prepare search', ({ step }) => {
        show = (done, share) => step(`Indexed ${done} articles`, share);
        return new Promise((resolve, reject) => {
          end = (failure) => (failure ? reject(failure) : resolve());
        });
      });
    };
    try {
      const progress = (done: number, share: number): void => {
        if (!show && deps.clock.now() - started >= SHOW_AFTER) begin();
        show?.(done, share);
        if (deps.clock.now() - told < TELL_EVERY) return;
        told = deps.clock.now();
        tell();
      };
      await (lost ? feed.rebuild(progress) : feed.catchUp(progress));
      end(null);
    } catch (error) {
      // Lists are not whole: that has to be seen.
      if (!show) begin();
      end(error instanceof Error ? error : new Error(String(error)));
    }
    if (!this.#abort.signal.aborted) tell();
  }
}
