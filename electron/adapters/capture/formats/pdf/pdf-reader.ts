import { AppError } from '../../../../core/errors.ts';
import { createDisposableWorker, WorkerLost } from '../../disposable-worker.ts';
import type { PdfRequest, PdfResult, PdfText } from './protocol.ts';

/** Reads PDFs in a disposable worker, one at a time. */
export interface PdfReader {
  /** Rejects with an AppError that says what is wrong with the file. `name` is for the sentence. */
  read(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<PdfText>;
  close(): Promise<void>;
}

/** Milliseconds for a file; a book of 1,000 pages takes some seconds. */
const TIME_LIMIT = 60_000;
/** Milliseconds after which an idle worker is ended, to give its memory back. */
const IDLE_LIMIT = 15_000;
/** Megabytes. */
const MEMORY = 1024;

const SENTENCES: Readonly<Record<Exclude<PdfResult['kind'], 'text'>, (name: string) => string>> = {
  locked: (name) => `“${name}” is locked with a password. Open it in a PDF program, save it there without the password, and add that file.`,
  damaged: (name) =>
    `“${name}” is a PDF that is damaged or not whole, and cannot be read. Get it again, or open it elsewhere and print it to a new PDF.`,
};

function checked(result: PdfResult, name: string): PdfText {
  if (result.kind !== 'text') throw new AppError('unsupported-file', SENTENCES[result.kind](name), { retryable: false });
  return result;
}

export function createPdfReader({ workerPath, timeLimit = TIME_LIMIT }: { workerPath: string; timeLimit?: number }): PdfReader {
  const worker = createDisposableWorker<PdfRequest, PdfResult>({ workerPath, timeLimit, memory: MEMORY });
  let queue: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | null = null;
  let closed = false;

  async function run(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<PdfText> {
    if (idle !== null) clearTimeout(idle);
    try {
      // A copy: PDF.js takes the bytes away, and they are to be stored.
      return checked(await worker.ask({ bytes: new Uint8Array(bytes) }, signal), name);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      throw new AppError(
        'page-too-complex',
        `“${name}” is too large or too tangled to read within the limits. Print the part that you need to a new PDF, and add that.`,
        {
          retryable: false,
        },
      );
    } finally {
      if (!closed) {
        idle = setTimeout(() => void worker.stop(), IDLE_LIMIT);
        idle.unref();
      }
    }
  }

  return {
    read(bytes, name, signal) {
      const result = queue.then(() => run(bytes, name, signal));
      queue = result.catch(() => undefined);
      return result;
    },
    async close() {
      closed = true;
      if (idle !== null) clearTimeout(idle);
      await worker.stop();
    },
  };
}
