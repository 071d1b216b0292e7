import { basename } from 'node:path';
import { StepLog } from '../../core/capture/step-log.ts';
import type { Capture, Recapture } from '../../core/capture/types.ts';
import { AppError } from '../../core/errors.ts';
import type { ContentStore } from '../../core/ports.ts';
import { captureFile } from './capture-file.ts';
import { captureKept } from './capture-kept.ts';
import { captureRendered } from './capture-rendered.ts';
import { captureSelection } from './capture-selection.ts';
import { captureUrl } from './capture-url.ts';
import { createExtractor } from './extractor.ts';
import { cancelled } from './fetch/failures.ts';
import type { FetchTiming } from './fetch/fetcher.ts';
import { filesBeside, folderBeside, NOTHING_BESIDE } from './formats/beside.ts';
import { pageIn } from './formats/folder.ts';
import { createPdfReader } from './formats/pdf/pdf-reader.ts';
import { isFolder, readNamedFile } from './read-file.ts';

export interface CaptureDeps {
  readonly content: Pick<ContentStore, 'putImage'>;
  /** File that starts the extraction worker. */
  readonly workerPath: string;
  /** File that starts the PDF worker. */
  readonly pdfWorkerPath: string;
  /** Other time limits, in milliseconds; for tests. */
  readonly timing?: { readonly fetch?: FetchTiming; readonly extract?: number };
}

function decodeBase64(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0 && text.trim() !== '')
    throw new AppError('invalid-input', 'The file did not arrive whole. Choose it again.', { retryable: true });
  return bytes;
}

/** The capture pipeline: fetch → decode → extract → clean-up → sanitise → images → text. Storing is the caller's step. */
export function createCapture(deps: CaptureDeps): { capture: Capture; recapture: Recapture; close(): Promise<void> } {
  const extractor = createExtractor({
    workerPath: deps.workerPath,
    ...(deps.timing?.extract === undefined ? {} : { timeLimit: deps.timing.extract }),
  });

  const pdf = createPdfReader({ workerPath: deps.pdfWorkerPath });

  const capture: Capture = async (input, { limits, signal, onStep, typed }) => {
    if (signal.aborted) throw cancelled();
    const steps = new StepLog(() => performance.now(), onStep);
    const tools = { content: deps.content, extractor, pdf, limits, signal };
    switch (input.kind) {
      case 'url':
        return captureUrl(input.url, steps, tools, deps.timing?.fetch, typed);
      case 'file': {
        const beside = new Map((input.beside ?? []).map((one) => [one.path, () => decodeBase64(one.bytes)] as const));
        return captureFile(
          {
            name: basename(input.name.replaceAll('\\', '/')),
            beside: beside.size === 0 ? NOTHING_BESIDE : filesBeside(beside),
            read: async () => decodeBase64(input.bytes),
          },
          steps,
          tools,
        );
      }
      case 'path': {
        const path = (await isFolder(input.path)) ? await pageIn(input.path) : input.path;
        return captureFile(
          { name: basename(path), beside: folderBeside(path), read: () => readNamedFile(path, limits.maxArticle) },
          steps,
          tools,
        );
      }
      case 'rendered':
        return captureRendered(input, steps, tools);
      case 'html':
        return captureSelection(input, steps, tools);
      case 'text':
        return captureFile({ name: null, beside: NOTHING_BESIDE, read: async () => new TextEncoder().encode(input.text) }, steps, tools);
    }
  };
  const recapture: Recapture = (kept, { limits, signal, onStep }) => {
    if (signal.aborted) throw cancelled();
    return captureKept(kept, new StepLog(() => performance.now(), onStep), { content: deps.content, extractor, pdf, limits, signal });
  };
  return { capture, recapture, close: async () => void (await Promise.all([extractor.close(), pdf.close()])) };
}
