import type { LibraryHealth } from '../../contract/entities.ts';
import { cancelled } from '../jobs/job-list.ts';
import type { Context, Handlers } from './context.ts';
import { Scrub } from './scrub.ts';

/** How the background goes about it, in milliseconds. */
export interface ScrubPace {
  /** After opening: never while a window is coming up. */
  readonly after: number;
  /** Between two articles, and between two pieces of a large file. */
  readonly pause: number;
  /** Without an edit or a job before it goes on. */
  readonly quiet: number;
  /** From the end of one round to the beginning of the next. */
  readonly rest: number;
}

export const SCRUB_PACE: ScrubPace = { after: 120_000, pause: 400, quiet: 5_000, rest: 7 * 24 * 3_600_000 };
/** Milliseconds after which a background that rests looks again whether a round is due. */
const LOOK_AGAIN = 3_600_000;

export interface Scrubbing {
  readonly handlers: Handlers<'library.health' | 'library.scrub'>;
  /** Begins the rotation in the background. */
  start(): void;
  close(): Promise<void>;
}

/** The scrub in the background, and at once where a person asks for it. One at a time; both share where they stand. */
export function createScrubbing(context: Context, pace: ScrubPace = SCRUB_PACE): Scrubbing {
  const { deps, jobs, committer } = context;
  const tell = (): void => deps.emit({ type: 'health' });
  const scrub = new Scrub({ store: deps.store, check: deps.fileCheck, now: () => deps.clock.now(), changed: tell });
  const closing = new AbortController();
  let background = new AbortController();
  let resting: Promise<void> = Promise.resolve();
  let asked: Promise<unknown> = Promise.resolve();
  let started = false;
  let running = 0;

  async function counted(work: () => Promise<void>): Promise<void> {
    running++;
    tell();
    try {
      await work();
    } finally {
      running--;
      tell();
    }
  }

  async function rotate(signal: AbortSignal, first: number): Promise<void> {
    for (let wait = first; !signal.aborted; wait = LOOK_AGAIN) {
      await sleep(wait, signal);
      const since = await scrub.restingSince();
      if (signal.aborted || (since !== null && deps.clock.now() - since < pace.rest)) continue;
      await counted(() => scrub.run({ signal, breathe: () => quiet(signal) }));
    }
  }

  /** Waits for a moment, and then until nobody has edited or saved anything for some time. */
  async function quiet(signal: AbortSignal): Promise<void> {
    let { seq } = deps.store;
    await sleep(pace.pause, signal);
    while (!signal.aborted && (jobs.totals().running > 0 || deps.store.seq !== seq)) {
      ({ seq } = deps.store);
      await sleep(pace.quiet, signal);
    }
  }

  function begin(first: number): void {
    background = new AbortController();
    // A round that fails is tried again with the next look.
    const { signal } = background;
    resting = rotate(signal, first).catch(() => (signal.aborted ? undefined : begin(LOOK_AGAIN)));
  }

  async function now(all: boolean, signal: AbortSignal, step: (done: number) => void): Promise<void> {
    background.abort();
    await resting;
    try {
      if (all) await scrub.startOver();
      await counted(() => scrub.run({ signal, breathe: async () => undefined, progress: step }));
    } finally {
      if (started && !closing.signal.aborted) begin(pace.after);
    }
    if (signal.aborted) throw cancelled();
  }

  async function health(): Promise<LibraryHealth> {
    return { ...(await scrub.health()), totalArticles: (await deps.index.ids()).size, running: running > 0 };
  }

  return {
    handlers: {
      'library.health': health,
      'library.scrub': async ({ all }) => {
        await committer.idle();
        const job = jobs.add('scrub', 'Compare files with what was saved', ({ signal, step }) => {
          const work = asked.then(async () => {
            const total = (await deps.index.ids()).size;
            step('Comparing files', 0);
            await now(all, signal, (done) => step(`Compared ${done} of ${total} articles`, total === 0 ? null : done / total));
          });
          asked = work.catch(() => undefined);
          return work;
        });
        await jobs.settled(job.id);
        return health();
      },
    },
    start: () => {
      started = true;
      begin(pace.after);
    },
    close: async () => {
      closing.abort();
      background.abort();
      await resting;
      await asked;
    },
  };
}

/** Resolves after `ms` milliseconds, or at once where `signal` is aborted. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
