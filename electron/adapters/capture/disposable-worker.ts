import { Worker } from 'node:worker_threads';
import { cancelled } from './fetch/failures.ts';

/**
 * A worker thread for foreign input, seen from outside: kept warm while it is healthy, killed when it passes its time or memory, started
 * anew for the next request. It has no environment, no standard streams and no access to the library.
 */
export interface DisposableWorker<Request extends { readonly id: number }, Result> {
  /** Rejects with `WorkerLost` where it was killed, ended or failed, and with the AppError `cancelled`. One request at a time. */
  ask(request: Omit<Request, 'id'>, signal: AbortSignal, transfer?: readonly ArrayBuffer[]): Promise<Result>;
  /** Starts it ahead of need. */
  warm(): void;
  stop(): Promise<void>;
}

export type WorkerAnswer<Result> =
  | { readonly id: number; readonly ok: true; readonly result: Result }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** Why there is no result: it passed its time, it ended (out of memory, as a rule), or the work itself failed (the message says with what). */
export class WorkerLost extends Error {
  readonly why: 'time' | 'ended' | 'failed';
  constructor(why: WorkerLost['why'], message = 'worker lost') {
    super(message);
    this.why = why;
  }
}

export interface DisposableOptions {
  readonly workerPath: string;
  /** Milliseconds for a request. */
  readonly timeLimit: number;
  /** Megabytes of the worker's heap. */
  readonly memory: number;
}

export function createDisposableWorker<Request extends { readonly id: number }, Result>({
  workerPath,
  timeLimit,
  memory,
}: DisposableOptions): DisposableWorker<Request, Result> {
  let worker: Worker | null = null;
  let number = 0;

  function start(): Worker {
    if (worker !== null) return worker;
    const started = new Worker(workerPath, {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 },
      env: {},
      execArgv: [],
      // A library's chatter is not for anybody.
      stdout: true,
      stderr: true,
    });
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

  return {
    ask(request, signal, transfer = []) {
      if (signal.aborted) return Promise.reject(cancelled());
      const current = start();
      current.ref();
      const id = ++number;
      return new Promise<Result>((resolve, reject) => {
        const end = (settle: () => void): void => {
          clearTimeout(timer);
          current.off('message', onMessage);
          current.off('error', lost);
          current.off('exit', lost);
          signal.removeEventListener('abort', onAbort);
          current.unref();
          settle();
        };
        const onMessage = (answer: WorkerAnswer<Result>): void => {
          if (answer.id !== id) return;
          end(() => (answer.ok ? resolve(answer.result) : reject(new WorkerLost('failed', answer.message))));
        };
        const loseFor = (why: WorkerLost['why']): void => end(() => void stop().then(() => reject(new WorkerLost(why))));
        const lost = (): void => loseFor('ended');
        const onAbort = (): void => end(() => void stop().then(() => reject(cancelled())));
        const timer = setTimeout(() => loseFor('time'), timeLimit);
        current.on('message', onMessage);
        current.once('error', lost);
        current.once('exit', lost);
        signal.addEventListener('abort', onAbort, { once: true });
        current.postMessage({ ...request, id }, [...transfer]);
      });
    },
    warm: () => void start(),
    stop,
  };
}
