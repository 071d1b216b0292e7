import { decodeBytes } from '../../core/capture/charset.ts';
import type { StepLog } from '../../core/capture/step-log.ts';
import type { CapturedArticle } from '../../core/capture/types.ts';
import { AppError } from '../../core/errors.ts';
import { capturePage, PageRefresh } from './capture-page.ts';
import { capturePdf } from './capture-pdf.ts';
import { captureText, emptyText } from './capture-text.ts';
import { detectCharset } from './charset-detector.ts';
import { createFetcher } from './fetch/fetcher.ts';
import { binaryKind, isFeed, isNoise, isPdf, textKind, unsupportedFile } from './file-kind.ts';
import { partsBeside, type Beside } from './formats/beside.ts';
import { isMhtml, readMhtml } from './formats/mhtml.ts';
import type { Material, Origin, Tools } from './material.ts';
import { notAnArticle } from './page-types.ts';

/** A saved page, a web archive or a text file to an article. */
export interface FileInput {
  readonly name: string | null;
  /** What lies beside it or came with it. */
  readonly beside: Beside;
  readonly read: () => Promise<Uint8Array>;
}

/** The page that was found in the bytes. */
interface Page {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly savedFrom: string | null;
  readonly beside: Beside;
  readonly archive: boolean;
}

function unpack(bytes: Uint8Array, name: string, beside: Beside): Page {
  if (!isMhtml(bytes)) return { bytes, contentType: null, savedFrom: null, beside, archive: false };
  const page = readMhtml(bytes);
  if (page === null) throw unsupportedFile('a message or a web archive (MHTML) without a page in it', name);
  return { bytes: page.html, contentType: page.contentType, savedFrom: page.url, beside: partsBeside(page.part), archive: true };
}

export async function captureFile(input: FileInput, steps: StepLog, tools: Omit<Tools, 'fetcher'>): Promise<CapturedArticle> {
  const name = input.name ?? 'The text';
  const bytes = await steps.run('fetch', async () => {
    const value = await input.read();
    if (value.length === 0) throw emptyText(input.name);
    if (value.length > tools.limits.maxArticle) throw tooLargeFile(name);
    return { value, note: `${String(value.length)} bytes` };
  });
  if (isPdf(bytes)) return captureFilePdf(input, bytes, steps, tools);
  const { page, decoded } = await steps.run('decode', async () => {
    const kind = binaryKind(bytes);
    if (kind !== null) throw unsupportedFile(kind, name);
    const found = unpack(bytes, name, input.beside);
    const value = decodeBytes(found.bytes, { contentType: found.contentType, detect: detectCharset });
    // A page with its images inside is as large as an article may be.
    const limit = value.text.includes('data:image/') ? tools.limits.maxArticle : tools.limits.maxPage;
    if (found.bytes.length > limit) throw tooLargeFile(name);
    if (isNoise(value.text)) throw unsupportedFile('neither text nor a web page', name);
    if (value.text.trim() === '') throw emptyText(input.name);
    if (isFeed(value.text)) throw unsupportedFile('a feed or an outline, which is a list and not an article', name);
    return {
      value: { page: found, decoded: value },
      note: `${value.charset} (${value.from})${found.archive ? ', out of a web archive' : ''}`,
    };
  });
  // Nobody typed an address: images may come from the web, never from the local network.
  const fetcher = createFetcher(null);
  const kind = page.archive ? 'html' : textKind(decoded.text, input.name === null ? {} : { name: input.name });
  const material: Material = {
    origin: {
      url: null,
      addresses: [],
      sourceBytes: page.bytes,
      from: input.name ?? 'pasted text',
      redirects: [],
      httpStatus: null,
      contentType: page.archive ? 'multipart/related' : kind === 'html' ? 'text/html' : 'text/plain',
      charset: decoded.charset,
      charsetFrom: decoded.from,
    },
    name: input.name,
    sourceName: input.name === null ? 'Pasted text' : kind === 'html' ? 'Saved page' : 'Text file',
    beside: page.beside,
    ...(page.savedFrom === null ? {} : { savedFrom: page.savedFrom }),
    steps,
    tools: { ...tools, fetcher },
  };
  try {
    return await (kind === 'html' ? capturePage(material, decoded.text) : captureText(material, decoded.text));
  } catch (error) {
    if (error instanceof PageRefresh) throw notAnArticle(`“${name}” holds no article.`);
    throw error;
  } finally {
    fetcher.close();
  }
}

async function captureFilePdf(
  input: FileInput,
  bytes: Uint8Array,
  steps: StepLog,
  tools: Omit<Tools, 'fetcher'>,
): Promise<CapturedArticle> {
  const name = input.name ?? 'The text';
  const fetcher = createFetcher(null);
  const origin: Origin = { ...NO_ORIGIN, from: name, contentType: 'application/pdf' };
  return capturePdf({ origin, name, sourceName: 'PDF file', steps, tools: { ...tools, fetcher } }, bytes, name).finally(() =>
    fetcher.close(),
  );
}

/** Of what has no address and needed no decoding. */
const NO_ORIGIN: Origin = {
  url: null,
  addresses: [],
  sourceBytes: null,
  from: '',
  redirects: [],
  httpStatus: null,
  contentType: null,
  charset: 'binary',
  charsetFrom: 'none',
};

export function tooLargeFile(name: string): AppError {
  return new AppError('too-large', `“${name}” is larger than the limit in Settings.`, { retryable: false });
}
