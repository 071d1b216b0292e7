import { decodeBytes } from '../../core/capture/charset.ts';
import type { StepLog } from '../../core/capture/step-log.ts';
import type { CapturedArticle } from '../../core/capture/types.ts';
import { AppError } from '../../core/errors.ts';
import { capturePage, PageRefresh } from './capture-page.ts';
import { captureText, emptyText } from './capture-text.ts';
import { detectCharset } from './charset-detector.ts';
import { createFetcher } from './fetch/fetcher.ts';
import { binaryKind, isFeed, isNoise, textKind, unsupportedFile } from './file-kind.ts';
import type { Material, Tools } from './material.ts';
import { notAnArticle } from './page-types.ts';

/** A saved page or a text file to an article. `path` is where it lies, null where only its bytes came. */
export interface FileInput {
  readonly name: string | null;
  readonly path: string | null;
  readonly read: () => Promise<Uint8Array>;
}

export async function captureFile(input: FileInput, steps: StepLog, tools: Omit<Tools, 'fetcher'>): Promise<CapturedArticle> {
  const name = input.name ?? 'The text';
  const bytes = await steps.run('fetch', async () => {
    const value = await input.read();
    if (value.length === 0) throw emptyText(input.name);
    if (value.length > tools.limits.maxPage)
      throw new AppError('too-large', `“${name}” is larger than the limit in Settings.`, { retryable: false });
    return { value, note: `${String(value.length)} bytes` };
  });
  const decoded = await steps.run('decode', async () => {
    const kind = binaryKind(bytes);
    if (kind !== null) throw unsupportedFile(kind, name);
    const value = decodeBytes(bytes, { contentType: null, detect: detectCharset });
    if (isNoise(value.text)) throw unsupportedFile('neither text nor a web page', name);
    if (value.text.trim() === '') throw emptyText(input.name);
    if (isFeed(value.text)) throw unsupportedFile('a feed or an outline, which is a list and not an article', name);
    if (
      /^(?:From: <Saved by|MIME-Version:|Content-Type: multipart\/related)/im.test(value.text.slice(0, 2000)) &&
      /multipart\/related/i.test(value.text.slice(0, 4000))
    ) {
      throw unsupportedFile('a web archive (MHTML)', name);
    }
    return { value, note: `${value.charset} (${value.from})` };
  });
  // Nobody typed an address: images may come from the web, never from the local network.
  const fetcher = createFetcher(null);
  const kind = textKind(decoded.text, input.name === null ? {} : { name: input.name });
  const material: Material = {
    origin: {
      url: null,
      addresses: [],
      sourceBytes: bytes,
      from: input.name ?? 'pasted text',
      redirects: [],
      httpStatus: null,
      contentType: kind === 'html' ? 'text/html' : 'text/plain',
      charset: decoded.charset,
      charsetFrom: decoded.from,
    },
    name: input.name,
    sourceName: input.name === null ? 'Pasted text' : kind === 'html' ? 'Saved page' : 'Text file',
    file: input.path,
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
