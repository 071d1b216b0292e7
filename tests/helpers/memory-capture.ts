import { AppError } from '../../electron/core/errors.ts';
import type { SaveInput } from '../../electron/contract/methods.ts';
import type { Capture, CapturedArticle, Recapture } from '../../electron/core/capture/types.ts';

export interface MemoryCapture {
  readonly capture: Capture;
  readonly recapture: Recapture;
  /** What pages say instead of their usual text, by address. */
  readonly texts: Map<string, string>;
  /** Images of every page, by address, and whether they can be had. */
  readonly pictures: Map<string, boolean>;
  /** Addresses that were captured, in order. */
  readonly asked: string[];
  /** Other addresses of an address's article (redirects, canonical). */
  readonly aliases: Map<string, string[]>;
  /** Errors by address. */
  readonly failures: Map<string, AppError>;
  /** While set, captures wait for it. */
  hold: Promise<void> | null;
  /** Captures under way now, and the most there ever were. */
  running: number;
  most: number;
}

/** A capture that makes an article of any address, without a network. */
export function memoryCapture(): MemoryCapture {
  const state: MemoryCapture = {
    asked: [],
    aliases: new Map(),
    failures: new Map(),
    texts: new Map(),
    pictures: new Map(),
    hold: null,
    running: 0,
    most: 0,
    capture: async (input, { signal, onStep }) => {
      const address = input.kind === 'url' ? input.url : null;
      const label = labelOf(input);
      state.asked.push(label);
      state.running += 1;
      state.most = Math.max(state.most, state.running);
      try {
        onStep('Downloading', 0.5);
        if (state.hold) await Promise.race([state.hold, aborted(signal)]);
        if (signal.aborted) throw new AppError('cancelled', 'Cancelled.');
        const failure = state.failures.get(label);
        if (failure) throw failure;
        return withPictures(captured(label, address, state.aliases.get(label) ?? [], state.texts.get(label)), state.pictures);
      } finally {
        state.running -= 1;
      }
    },
    recapture: async (kept) => {
      const label = kept.receipt.from;
      return withPictures(captured(label, kept.url, [], state.texts.get(label)), kept.fetch ? state.pictures : new Map());
    },
  };
  return state;
}

function labelOf(input: SaveInput): string {
  if (input.kind === 'url' || input.kind === 'rendered') return input.url;
  if (input.kind === 'text' || input.kind === 'html') return input.text;
  return input.kind === 'file' ? input.name : input.path;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** The article with a line of its receipt for each picture. */
function withPictures(article: CapturedArticle, pictures: ReadonlyMap<string, boolean>): CapturedArticle {
  const resources = [...pictures].map(([url, there]) => ({
    kind: 'image' as const,
    url,
    result: there ? ('stored' as const) : ('failed' as const),
    reason: there ? null : 'It did not come.',
    path: null,
    sha256: null,
    bytes: null,
  }));
  const status = resources.some(({ result }) => result === 'failed') ? 'partial' : 'complete';
  return { ...article, receipt: { ...article.receipt, resources, status } };
}

/** A captured article of that name. */
export function captured(
  label: string,
  url: string | null,
  aliases: readonly string[],
  words = `Once upon a time. ${label}`,
): CapturedArticle {
  return {
    url,
    canonicalUrl: null,
    addresses: url === null ? [...aliases] : [url, ...aliases],
    title: `Story of ${label}`,
    byline: 'Ada Reader',
    source: 'Example',
    publishedAt: '2024-05-01',
    modifiedAt: null,
    lang: 'en',
    dir: 'ltr',
    excerpt: 'Once upon a time.',
    wordCount: 4,
    readingMinutes: 1,
    bodyHtml: `<p>${words}</p>`,
    text: words,
    sourceBytes: new TextEncoder().encode('<p>Once upon a time.</p>'),
    leadImage: null,
    images: [],
    receipt: {
      status: 'complete',
      capturedAt: '2024-06-01T00:00:00.000Z',
      from: label,
      redirects: [],
      httpStatus: 200,
      contentType: 'text/html',
      charset: 'utf-8',
      charsetFrom: 'http',
      extractor: 'readability',
      resources: [],
      truncation: [],
      steps: [{ name: 'fetch', ok: true, note: 'Fetched.', ms: 1 }],
      bytes: 0,
      hashes: {},
    },
  };
}
