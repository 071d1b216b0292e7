import { parentPort } from 'node:worker_threads';
import type { ExtractRequest, ExtractResponse } from './extract-protocol.ts';
import { extractFragment } from './formats/fragment.ts';
import { extractPage } from './page/extract.ts';

/** Entry of the disposable extraction worker: foreign pages are taken apart here, without access to the library. */
parentPort?.on('message', (request: ExtractRequest) => {
  let response: ExtractResponse;
  try {
    response = { id: request.id, ok: true, result: request.fragment ? extractFragment(request) : extractPage(request) };
  } catch (error) {
    response = { id: request.id, ok: false, message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
  parentPort?.postMessage(response);
});
