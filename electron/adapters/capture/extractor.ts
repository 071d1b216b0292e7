import { Worker } from 'node:worker_threads';
import { AppError } from '../../core/errors.ts';
import type { Extracted, ExtractRequest, ExtractResponse } from './extract-protocol.ts';
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
const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 };

class WorkerLost extends Error {}

function tooComplex(): AppError {
  return new AppError(
    'page-too-complex',
    'This page is too large or too deeply nested to take apart. Open it in a browser, copy its text, and add that.',
    { retryable: false },
  );
}

export function createExtractor({ workerPath, timeLimit = TIME_LIMIT, idleLimit = IDLE_LIMIT }: ExtractorOptions): Extractor {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let number = 0;
  let closed = false;

  function start(): Worker {
    if (worker !== null) return worker;
    // No environment and no standard streams: a library's chatter is not for anybody.
    const started = new Worker(workerPath, { resourceLimits: MEMORY, env: {}, execArgv: [], stdout: true, stderr: true });
    started.unref();
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (worker === started) worker = null;
    });
    worker = started;
    return started;
  }

  async function stop(): Promise<void> {
    const old = worker;
    worker = null;
    if (old !== null) await old.terminate();
  }

  function ask(request: ExtractRequest, signal: AbortSignal): Promise<Extracted> {
    const current = start();
    current.ref();
    return new Promise<Extracted>((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        current.off('message', onMessage);
        current.off('error', onError);
        current.off('exit', onLost);
        signal.removeEventListener('abort', onAbort);
        current.unref();
        settle();
      };
      const onMessage = (response: ExtractResponse): void => {
        if (response.id !== request.id) return;
        end(() => (response.ok ? resolve(response.result) : reject(new WorkerLost(response.message))));
      };
      const lost = (): void => end(() => void stop().then(() => reject(new WorkerLost('worker lost'))));
      const onError = lost;
      const onLost = lost;
      const onAbort = (): void => end(() => void stop().then(() => reject(cancelled())));
      const timer = setTimeout(lost, timeLimit);
      current.on('message', onMessage);
      current.once('error', onError);
      current.once('exit', onLost);
      signal.addEventListener('abort', onAbort, { once: true });
      current.postMessage(request);
    });
  }

  async function run(page: PageToExtract, signal: AbortSignal): Promise<Extracted> {
    if (idle !== null) clearTimeout(idle);
    for (const plain of [false, true]) {
      if (signal.aborted) throw cancelled();
      try {
        return await ask({ id: ++number, ...page, plain }, signal);
      } catch (error) {
        if (!(error instanceof WorkerLost)) throw error;
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
          idle = setTimeout(() => void stop(), idleLimit);
          idle.unref();
        });
      return result;
    },
    warm() {
      if (!closed) start();
    },
    async close() {
      closed = true;
      if (idle !== null) clearTimeout(idle);
      await stop();
      await queue;
    },
  };
}
