import { parseAddress } from '../../core/domain/address.ts';
import { decodeBytes } from '../../core/capture/charset.ts';
import type { CapturedArticle } from '../../core/capture/types.ts';
import type { StepLog } from '../../core/capture/step-log.ts';
import { capturePage, PageRefresh } from './capture-page.ts';
import { captureText } from './capture-text.ts';
import { detectCharset } from './charset-detector.ts';
import { capturePdf } from './capture-pdf.ts';
import { binaryKind, isFeed, isNoise, isPdf, textKind } from './file-kind.ts';
import { tooManyRedirects } from './fetch/failures.ts';
import { createFetcher, PAGE_TIMING, type Fetched, type FetchTiming } from './fetch/fetcher.ts';
import { NOTHING_BESIDE } from './formats/beside.ts';
import type { FurtherPage, Material, Tools } from './material.ts';
import { isPdfType, notAnArticle, notAPage, refusedType } from './page-types.ts';

/** An address to an article. */

const ACCEPT = 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5';
const MAX_REFRESHES = 3;

const withoutFragment = (url: URL): string => (url.hash.startsWith('#!') ? url.href : url.href.replace(/#.*$/s, ''));

const size = (bytes: number): string => (bytes < 10_000 ? `${String(bytes)} bytes` : `${String(Math.round(bytes / 1000))} kB`);

export async function captureUrl(
  typed: string,
  steps: StepLog,
  tools: Omit<Tools, 'fetcher'>,
  timing: FetchTiming = PAGE_TIMING,
  trusted: string = typed,
): Promise<CapturedArticle> {
  const start = parseAddress(typed);
  const fetcher = createFetcher(parseAddress(trusted));
  tools.extractor.warm();
  try {
    const passed: string[] = [];
    for (let url = start, refreshes = 0; ; refreshes++) {
      try {
        return await captureOne(url, start, passed, steps, { ...tools, fetcher }, timing);
      } catch (error) {
        if (!(error instanceof PageRefresh)) throw error;
        if (refreshes >= MAX_REFRESHES) throw tooManyRedirects(url.hostname, true);
        passed.push(url.href);
        url = parseAddress(error.target);
      }
    }
  } finally {
    fetcher.close();
  }
}

async function captureOne(
  url: URL,
  start: URL,
  passed: readonly string[],
  steps: StepLog,
  tools: Tools,
  timing: FetchTiming,
): Promise<CapturedArticle> {
  const fetched = await steps.run('fetch', async () => {
    const value = await tools.fetcher.get(url, {
      maxBytes: tools.limits.maxPage,
      accept: ACCEPT,
      signal: tools.signal,
      timing,
      inspect: (contentType, at) => {
        const kind = refusedType(contentType);
        if (kind !== null) throw notAPage(kind, at.hostname);
        return isPdfType(contentType) ? tools.limits.maxArticle : undefined;
      },
    });
    return { value, note: `${String(value.status)}, ${size(value.bytes.length)}` };
  });
  const host = fetched.url.hostname;
  if (isPdf(fetched.bytes)) return captureUrlPdf(fetched, start, passed, steps, tools);
  const decoded = await steps.run('decode', async () => {
    if (fetched.bytes.length === 0) throw notAnArticle(`“${host}” answered with an empty page. Check the address, or try again later.`);
    const kind = binaryKind(fetched.bytes);
    if (kind !== null) throw notAPage(kind, host);
    const value = decodeBytes(fetched.bytes, { contentType: fetched.contentType, detect: detectCharset });
    if (isNoise(value.text)) throw notAPage('neither text nor a page', host);
    if (value.text.trim() === '') throw notAnArticle(`“${host}” answered with an empty page. Check the address, or try again later.`);
    if (isFeed(value.text)) throw notAPage('a feed (a list of articles)', host);
    return { value, note: `${value.charset} (${value.from})` };
  });
  const final = withoutFragment(fetched.url);
  const redirects = [...passed, ...fetched.redirects];
  const further = async (address: string): Promise<FurtherPage | null> => {
    const page = await tools.fetcher.get(parseAddress(address), {
      maxBytes: tools.limits.maxPage,
      accept: ACCEPT,
      signal: tools.signal,
      timing,
      inspect: (contentType, at) => {
        const kind = refusedType(contentType);
        if (kind !== null) throw notAPage(kind, at.hostname);
        return undefined;
      },
    });
    const { text } = decodeBytes(page.bytes, { contentType: page.contentType, detect: detectCharset });
    return { url: withoutFragment(page.url), html: text, bytes: page.bytes, contentType: page.contentType };
  };
  const material: Material = {
    origin: {
      url: final,
      addresses: [withoutFragment(start), ...redirects, final],
      sourceBytes: fetched.bytes,
      from: start.href,
      redirects,
      httpStatus: fetched.status,
      contentType: fetched.contentType,
      charset: decoded.charset,
      charsetFrom: decoded.from,
    },
    name: null,
    sourceName: host.replace(/^www\./, ''),
    beside: NOTHING_BESIDE,
    further,
    steps,
    tools,
  };
  return textKind(decoded.text, { name: fetched.url.pathname, contentType: fetched.contentType }) === 'html'
    ? capturePage(material, decoded.text)
    : captureText(material, decoded.text);
}

/** A PDF at an address. Its own name is the last part of the path. */
async function captureUrlPdf(
  fetched: Fetched,
  start: URL,
  passed: readonly string[],
  steps: StepLog,
  tools: Tools,
): Promise<CapturedArticle> {
  const final = withoutFragment(fetched.url);
  const redirects = [...passed, ...fetched.redirects];
  const host = fetched.url.hostname;
  const origin = {
    url: final,
    addresses: [withoutFragment(start), ...redirects, final],
    sourceBytes: null,
    from: start.href,
    redirects,
    httpStatus: fetched.status,
    contentType: fetched.contentType,
    charset: 'binary',
    charsetFrom: 'none',
  };
  return capturePdf({ origin, name: null, sourceName: host.replace(/^www\./, ''), steps, tools }, fetched.bytes, nameOf(fetched.url));
}

function nameOf(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || url.hostname;
  } catch {
    return last || url.hostname;
  }
}
