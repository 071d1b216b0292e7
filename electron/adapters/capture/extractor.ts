import { AppError } from '../../core/errors.ts';
import { createDisposableWorker, WorkerLost } from './disposable-worker.ts';
import type { Extracted, ExtractRequest, LostTry } from './extract-protocol.ts';
import { cancelled } from './fetch/failures.ts';

/**
 * The extraction worker, seen from outside: one page at a time; kept warm while it is healthy, killed when it passes its time or memory, and
 * started anew for the next page. A killed page gets one more try as plain text.
 */
export interface Extractor {
  extract(page: PageToExtract, signal: AbortSignal): Promise<Extracted>;
  /** Starts the worker ahead of need, so that it is ready when the page has arrived. */
  warm(): void;
  close(): Promise<void>;
}

export type PageToExtract = Pick<ExtractRequest, 'html' | 'address' | 'fragment'>;

export interface ExtractorOptions {
  readonly workerPath: string;
  /** Milliseconds for a page. */
  readonly timeLimit?: number;
  /** Milliseconds after which an idle worker is ended, to give its memory back. */
  readonly idleLimit?: number;
}

const TIME_LIMIT = 20_000;
const IDLE_LIMIT = 60_000;
/** Megabytes. */
const MEMORY = 768;

function tooComplex(): AppError {
  return new AppError(
    'page-too-complex',
    'This page is too large or too deeply nested to take apart. Open it in a browser, copy its text, and add that.',
    { retryable: false },
  );
}

export function createExtractor({ workerPath, timeLimit = TIME_LIMIT, idleLimit = IDLE_LIMIT }: ExtractorOptions): Extractor {
  const worker = createDisposableWorker<ExtractRequest, Extracted>({ workerPath, timeLimit, memory: MEMORY });
  let idle: NodeJS.Timeout | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function run(page: PageToExtract, signal: AbortSignal): Promise<Extracted> {
    if (idle !== null) clearTimeout(idle);
    let lost: LostTry | undefined;
    for (const plain of [false, true]) {
      if (signal.aborted) throw cancelled();
      try {
        return await worker.ask({ ...page, plain, ...(lost === undefined ? {} : { lost }) }, signal);
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error;
        lost = { why: error.why, message: error.message };
      }
    }
    throw tooComplex();
  }

  return {
    extract(page, signal) {
      const result = queue.then(() => {
        if (closed) throw cancelled();
        return run(page, signal);
      });
      queue = result
        .catch(() => undefined)
        .finally(() => {
          if (closed) return;
          idle = setTimeout(() => void worker.stop(), idleLimit);
          idle.unref();
        });
      return result;
    },
    warm() {
      if (!closed) worker.warm();
    },
    async close() {
      closed = true;
      if (idle !== null) clearTimeout(idle);
      await worker.stop();
      await queue;
    },
  };
}
