import type { StepLog } from '../../core/capture/step-log.ts';
import type { CapturedArticle } from '../../core/capture/types.ts';
import { parseAddress } from '../../core/domain/address.ts';
import { tooLargeFile } from './capture-file.ts';
import { capturePage, PageRefresh } from './capture-page.ts';
import { createFetcher } from './fetch/fetcher.ts';
import { NOTHING_BESIDE } from './formats/beside.ts';
import type { Tools } from './material.ts';
import { notAnArticle } from './page-types.ts';

/** A page as a window showed it after its scripts had run, to an article: from here on like any other page. */
export async function captureRendered(
  { url, html }: { readonly url: string; readonly html: string },
  steps: StepLog,
  tools: Omit<Tools, 'fetcher'>,
): Promise<CapturedArticle> {
  const address = parseAddress(url);
  const sourceBytes = new TextEncoder().encode(html);
  if (sourceBytes.length > tools.limits.maxPage) throw tooLargeFile('The page');
  steps.add('fetch', true, `${String(sourceBytes.length)} bytes, loaded with its scripts in a window of its own`, 0);
  const fetcher = createFetcher(address);
  const own = address.href.replace(/#(?!!).*$/s, '');
  try {
    return await capturePage(
      {
        origin: {
          url: own,
          addresses: [own],
          sourceBytes,
          from: own,
          redirects: [],
          httpStatus: 200,
          contentType: 'text/html; charset=utf-8',
          charset: 'utf-8',
          charsetFrom: 'http',
        },
        name: null,
        sourceName: address.hostname.replace(/^www\./, ''),
        beside: NOTHING_BESIDE,
        steps,
        tools: { ...tools, fetcher },
      },
      html,
    );
  } catch (error) {
    if (error instanceof PageRefresh) throw notAnArticle('The page holds no article: it only sends its visitors on.');
    throw error;
  } finally {
    fetcher.close();
  }
}
