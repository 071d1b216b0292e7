import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer } from '../../disposable-worker.ts';
import { readPdf } from './read-pdf.ts';
import type { PdfRequest, PdfResult } from './protocol.ts';

/** Entry of the disposable PDF worker: foreign files are taken apart here, without access to the library. */
parentPort?.on('message', (request: PdfRequest) => {
  readPdf(request.bytes).then(
    (result) => parentPort?.postMessage({ id: request.id, ok: true, result } satisfies WorkerAnswer<PdfResult>),
    (error: unknown) =>
      parentPort?.postMessage({
        id: request.id,
        ok: false,
        message: error instanceof Error ? error.message : String(error),
      } satisfies WorkerAnswer<PdfResult>),
  );
});
