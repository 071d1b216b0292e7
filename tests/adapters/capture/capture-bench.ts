import { createHash } from 'node:crypto';
import type { SaveInput } from '../../../electron/contract/methods.ts';
import type { CallError } from '../../../electron/contract/errors.ts';
import { workerPath } from '../../../electron/adapters/threads/worker-path.ts';
import { createCapture, type CaptureDeps } from '../../../electron/adapters/capture/create-capture.ts';
import { toCallError } from '../../../electron/core/errors.ts';
import type { CapturedArticle, CaptureLimits } from '../../../electron/core/capture/types.ts';

/** A capture with a content store that keeps images in memory. */
export interface CaptureBench {
  readonly images: ReadonlyMap<string, Uint8Array>;
  readonly steps: readonly string[];
  save(input: SaveInput, options?: { limits?: Partial<CaptureLimits>; signal?: AbortSignal }): Promise<CapturedArticle>;
  /** The failure of a save that must fail. */
  failure(input: SaveInput, options?: { limits?: Partial<CaptureLimits>; signal?: AbortSignal }): Promise<CallError>;
  close(): Promise<void>;
}

const LIMITS: CaptureLimits = { maxPage: 20_000_000, maxImage: 25_000_000, maxArticle: 100_000_000 };

export const WORKER = workerPath('extract');

export function createCaptureBench(timing?: CaptureDeps['timing'], worker = WORKER): CaptureBench {
  const images = new Map<string, Uint8Array>();
  const steps: string[] = [];
  const { capture, close } = createCapture({
    content: {
      putImage: async (bytes, extension) => {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const path = `images/${sha256.slice(0, 2)}/${sha256}.${extension}`;
        images.set(path, bytes);
        return { path, sha256, bytes: bytes.length };
      },
    },
    workerPath: worker,
    pdfWorkerPath: workerPath('pdf'),
    ...(timing === undefined ? {} : { timing }),
  });
  const save: CaptureBench['save'] = (input, options = {}) =>
    capture(input, {
      limits: { ...LIMITS, ...options.limits },
      signal: options.signal ?? new AbortController().signal,
      onStep: (step) => steps.push(step),
    });
  return {
    images,
    steps,
    save,
    failure: (input, options) =>
      save(input, options).then(
        (article) => {
          throw new Error(`was saved: ${article.title}`);
        },
        (error: unknown) => toCallError(error),
      ),
    close,
  };
}
