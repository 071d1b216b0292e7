import { decodeBytes } from '../../core/capture/charset.ts';
import type { StepLog } from '../../core/capture/step-log.ts';
import type { CapturedArticle, KeptPage } from '../../core/capture/types.ts';
import { parseAddress } from '../../core/domain/address.ts';
import { AppError } from '../../core/errors.ts';
import { capturePage, PageRefresh } from './capture-page.ts';
import { captureText } from './capture-text.ts';
import { detectCharset } from './charset-detector.ts';
import { createFetcher, type Fetcher } from './fetch/fetcher.ts';
import { textKind } from './file-kind.ts';
import type { Material, Tools } from './material.ts';
import { notAnArticle } from './page-types.ts';

/** A kept page to an article, as if it had just been fetched; images that are stored are taken from the library. */
export async function captureKept(kept: KeptPage, steps: StepLog, tools: Omit<Tools, 'fetcher'>): Promise<CapturedArticle> {
  const { receipt, url, savedFrom } = kept;
  // The archive's own headers named the encoding of its page, and are not kept.
  const archive = receipt.contentType === 'multipart/related';
  const contentType = archive ? `text/html; charset=${receipt.charset}` : receipt.contentType;
  const [bytes = kept.bytes, ...others] = pagesIn(kept);
  const fetcher = kept.fetch ? createFetcher(url === null ? null : parseAddress(url)) : NO_FETCHER;
  try {
    const decoded = await steps.run('decode', async () => {
      const value = decodeBytes(bytes, { contentType, detect: detectCharset });
      return { value, note: `${value.charset} (${value.from}), from the page as it was kept` };
    });
    const material: Material = {
      origin: {
        url,
        addresses: kept.addresses,
        sourceBytes: bytes,
        from: receipt.from,
        redirects: receipt.redirects,
        httpStatus: receipt.httpStatus,
        contentType: receipt.contentType,
        charset: decoded.charset,
        charsetFrom: decoded.from,
      },
      name: url === null ? receipt.from : null,
      sourceName: kept.source,
      beside: { load: (address) => kept.stored(address) },
      further: async (address) => {
        const at = others.findIndex((_, index) => receipt.pages?.[index + 1]?.url === address);
        const page = receipt.pages?.[at + 1];
        const own = others[at];
        if (!page || !own) return null;
        const { text } = decodeBytes(own, { contentType: page.contentType, detect: detectCharset });
        return { url: page.url, html: text, bytes: own, contentType: page.contentType };
      },
      ...(savedFrom !== undefined && { savedFrom }),
      steps,
      tools: { ...tools, fetcher },
    };
    const kind = textKind(decoded.text, {
      name: url === null ? receipt.from : parseAddress(url).pathname,
      contentType,
    });
    return await (kind === 'html' ? capturePage(material, decoded.text) : captureText(material, decoded.text));
  } catch (error) {
    if (error instanceof PageRefresh) throw notAnArticle('The kept page holds no article: it only sends its visitors on.');
    throw error;
  } finally {
    fetcher.close();
  }
}

/** The pages of a kept source, as they came. */
function pagesIn({ bytes, receipt }: KeptPage): Uint8Array[] {
  let at = 0;
  return (receipt.pages ?? []).map((page) => bytes.subarray(at, (at += page.bytes)));
}

const NO_FETCHER: Fetcher = {
  get: async () => {
    throw new AppError('connection-failed', 'Not asked for while the article was extracted again. “Try again” fetches it.');
  },
  close: () => undefined,
};
