import { Worker } from 'node:worker_threads';
import { AppError } from '../../core/errors.ts';
import { cancelled } from '../capture/fetch/failures.ts';
import type { FeedRequest, FeedResponse, FeedTask, FeedTasks } from './feed-protocol.ts';

/** The feed worker, seen from outside: one task at a time, killed when it passes its time or memory, started anew for the next one. */
export interface FeedWorker {
  run<T extends FeedTask>(task: T, input: FeedTasks[T]['input'], signal: AbortSignal): Promise<FeedTasks[T]['output']>;
  close(): Promise<void>;
}

const TIME_LIMIT = 15_000;
const IDLE_LIMIT = 60_000;
const MEMORY = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 48, stackSizeMb: 8 };

function tooComplex(): AppError {
  return new AppError(
    'page-too-complex',
    'This feed is too large or too deeply nested to read. Tell the site’s owner, or remove the feed.',
    {
      retryable: false,
    },
  );
}

/** @param timeLimit milliseconds for a task; other than usual in tests. */
export function createFeedWorker({ workerPath, timeLimit = TIME_LIMIT }: { workerPath: string; timeLimit?: number }): FeedWorker {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let number = 0;
  let closed = false;

  function start(): Worker {
    if (worker !== null) return worker;
    const started = new Worker(workerPath, { resourceLimits: MEMORY, env: {}, execArgv: [], stdout: true, stderr: true });
    started.unref();
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (worker === started) worker = null;
    });
    return (worker = started);
  }

  async function stop(): Promise<void> {
    const old = worker;
    worker = null;
    if (old !== null) await old.terminate();
  }

  function ask<T extends FeedTask>(task: T, input: FeedTasks[T]['input'], signal: AbortSignal): Promise<FeedTasks[T]['output']> {
    const current = start();
    const id = ++number;
    current.ref();
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        current.off('message', onMessage);
        current.off('exit', onLost);
        signal.removeEventListener('abort', onAbort);
        current.unref();
        settle();
      };
      const onMessage = (response: FeedResponse): void => {
        if (response.id !== id) return;
        end(() => (response.ok ? resolve(response.output) : reject(tooComplex())));
      };
      const onLost = (): void => end(() => void stop().then(() => reject(tooComplex())));
      const onAbort = (): void => end(() => void stop().then(() => reject(cancelled())));
      const timer = setTimeout(onLost, timeLimit);
      current.on('message', onMessage);
      current.once('exit', onLost);
      signal.addEventListener('abort', onAbort, { once: true });
      current.postMessage({ id, task, input } satisfies FeedRequest<T>);
    });
  }

  return {
    run(task, input, signal) {
      const result = queue.then(() => {
        if (closed || signal.aborted) throw cancelled();
        if (idle !== null) clearTimeout(idle);
        return ask(task, input, signal);
      });
      queue = result
        .catch(() => undefined)
        .finally(() => {
          if (closed) return;
          idle = setTimeout(() => void stop(), IDLE_LIMIT);
          idle.unref();
        });
      return result;
    },
    async close() {
      closed = true;
      if (idle !== null) clearTimeout(idle);
      await stop();
      await queue;
    },
  };
}
