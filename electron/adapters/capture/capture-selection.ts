import { capturePage } from './capture-page.ts';
import { captureText, emptyText } from './capture-text.ts';
import { createFetcher } from './fetch/fetcher.ts';
import { NOTHING_BESIDE } from './formats/beside.ts';
import type { StepLog } from '../../core/capture/step-log.ts';
import type { CapturedArticle } from '../../core/capture/types.ts';
import { AppError } from '../../core/errors.ts';
import { tooLargeFile } from './capture-file.ts';
import type { Material, Tools } from './material.ts';

/**
 * What was copied out of a page, as HTML and as plain text, to an article. Its links stay and its images are fetched by their addresses;
 * where the HTML holds no text, the plain text is the article.
 */
export async function captureSelection(
  input: { readonly html: string; readonly text: string },
  steps: StepLog,
  tools: Omit<Tools, 'fetcher'>,
): Promise<CapturedArticle> {
  const sourceBytes = new TextEncoder().encode(input.html);
  if (sourceBytes.length > tools.limits.maxPage) throw tooLargeFile('What was pasted');
  if (input.html.trim() === '' && input.text.trim() === '') throw emptyText(null);
  steps.add('fetch', true, `${String(sourceBytes.length)} bytes, from the clipboard`, 0);
  // Nobody typed an address: images may come from the web, never from the local network.
  const fetcher = createFetcher(null);
  const material: Material = {
    origin: {
      url: null,
      addresses: [],
      sourceBytes,
      from: 'the clipboard',
      redirects: [],
      httpStatus: null,
      contentType: 'text/html',
      charset: 'utf-8',
      charsetFrom: 'fallback',
    },
    name: null,
    sourceName: 'Pasted page',
    beside: NOTHING_BESIDE,
    fragment: true,
    steps,
    tools: { ...tools, fetcher },
  };
  try {
    return await capturePage(material, input.html);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-an-article' || input.text.trim() === '') throw error;
    const plain = { ...material, sourceName: 'Pasted text', origin: { ...material.origin, contentType: 'text/plain', sourceBytes: null } };
    return await captureText(plain, input.text);
  } finally {
    fetcher.close();
  }
}
