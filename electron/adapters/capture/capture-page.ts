import type { ReceiptResource } from '../../contract/entities.ts';
import type { Metadata } from '../../core/capture/metadata.ts';
import { imageNote } from '../../core/capture/receipt.ts';
import { truncationSigns } from '../../core/capture/truncation.ts';
import type { CapturedArticle } from '../../core/capture/types.ts';
import { FILE_BASE, type Extracted } from './extract-protocol.ts';
import { finishArticle, type Findings } from './finish-article.ts';
import { furtherPages } from './further-pages.ts';
import { createImageSource } from './images/image-source.ts';
import { localiseImages, type Localised, type StoredImage } from './images/localise.ts';
import type { FurtherPage, Material, Origin } from './material.ts';
import { notAnArticle } from './page-types.ts';
import { readMetadata } from './read-page.ts';

/** An HTML page to an article. */

/** Fewer letters than this are no article (a notice, a menu, an empty shell that a script would fill). */
const MIN_LETTERS = 80;
/** The same for scripts where one letter is a word. */
const MIN_CJK = 30;
/** A lead image narrower than this is a logo. */
const MIN_LEAD_WIDTH = 200;

function hasText(text: string): boolean {
  const cjk = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/gu)?.length ?? 0;
  return cjk >= MIN_CJK || (text.match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTERS;
}

/** A page that only sends its visitors on, by markup instead of by status. */
export class PageRefresh extends Error {
  readonly target: string;
  constructor(target: string) {
    super('refresh');
    this.target = target;
  }
}

async function extract(material: Material, html: string): Promise<Extracted> {
  const { steps, tools, origin } = material;
  const start = performance.now();
  steps.begin('extract');
  const page = await tools.extractor
    .extract({ html, address: origin.url ?? material.savedFrom ?? FILE_BASE, fragment: material.fragment ?? false }, tools.signal)
    .catch((error: unknown) => {
      steps.add('extract', false, error instanceof Error ? error.message : 'This step failed.', performance.now() - start);
      throw error;
    });
  // What a person selected is an article, however short.
  const enough = material.fragment === true ? /\p{L}/u.test(page.ownText) : hasText(page.ownText);
  if (!enough) {
    const { refresh } = page.facts;
    if (refresh !== null && origin.url !== null && refresh !== origin.url) throw new PageRefresh(refresh);
    const message =
      origin.url === null
        ? `“${material.name ?? 'This text'}” holds no article: there is almost no text in it.`
        : 'No article was found on this page: it has almost no text of its own. If it shows one in a browser, save the page there as a file and add the file.';
    steps.add('extract', false, message, performance.now() - start);
    throw notAnArticle(message);
  }
  steps.add(
    'extract',
    true,
    `Found with ${page.extractor}.${page.degraded === null ? '' : ` ${page.degraded}`}`,
    page.ms.extract,
    page.explain,
  );
  steps.add(
    'clean-up',
    true,
    page.removed.length === 0 ? 'Nothing to take off.' : `Taken off: ${page.removed.map((text) => `“${text.slice(0, 60)}”`).join(', ')}`,
    page.ms.cleanUp,
    page.removed
      .slice(0, 30)
      .map((text) => ({ kept: false, text: text.slice(0, 100), why: 'repeats the title, or is a date line, a control or a share label' })),
  );
  steps.add('sanitise', true, 'Only harmless markup was kept.', page.ms.sanitise);
  return page;
}

interface Images {
  readonly body: Localised;
  readonly lead: string | null;
  readonly resources: readonly ReceiptResource[];
  readonly all: readonly StoredImage[];
}

async function images(material: Material, page: Extracted, metadata: Metadata, more: readonly Extracted[]): Promise<Images> {
  const { tools, steps } = material;
  const sourceOf = ({ dataImages }: Extracted) =>
    createImageSource({
      fetcher: tools.fetcher,
      maxBytes: tools.limits.maxImage,
      beside: material.beside,
      dataImages,
    });
  return steps.run('images', async (progress) => {
    const options = {
      source: sourceOf(page),
      content: tools.content,
      limits: tools.limits,
      signal: tools.signal,
      onProgress: (done: number, total: number) =>
        progress(`Downloading images (${String(done)} of ${String(total)})`, total === 0 ? null : done / total),
    };
    let body = await localiseImages(page.html, page.images, options);
    for (const further of more) {
      const spent = body.resources.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
      const limits = { ...tools.limits, maxArticle: Math.max(0, tools.limits.maxArticle - spent) };
      const part = await localiseImages(further.html, further.images, { ...options, source: sourceOf(further), limits });
      body = {
        html: `${body.html}\n${part.html}`,
        resources: [...body.resources, ...part.resources],
        stored: [...new Map([...body.stored, ...part.stored].map((image) => [image.path, image])).values()],
      };
    }
    let all = body.stored;
    let resources = body.resources;
    let lead = all.find(({ size }) => size === null || size.width >= MIN_LEAD_WIDTH)?.path ?? null;
    // Without a picture in the text, the one that the page shows for itself makes the list easier to read.
    if (lead === null && metadata.image !== null && material.origin.url !== null && page.extractor !== 'plain') {
      const own = await localiseImages('', [{ index: 0, urls: [metadata.image], counts: false }], {
        ...options,
        onProgress: () => undefined,
      });
      // It is no part of the article: one that cannot be had is not missing from it.
      resources = [...resources, ...own.resources.filter(({ result }) => result === 'stored')];
      all = [...all, ...own.stored];
      lead = own.stored[0]?.path ?? null;
    }
    return { value: { body, lead, resources, all }, note: imageNote(resources) };
  });
}

/** Takes one decoded page to the end. Throws `PageRefresh` where it only sends on. */
export async function capturePage(material: Material, html: string): Promise<CapturedArticle> {
  const { origin, steps } = material;
  const page = await extract(material, html);
  const address = origin.url ?? material.savedFrom ?? page.facts.savedFrom;
  const metadata = readMetadata(page, address);
  const further = await furtherPages(material, page);
  const more = further.pages.map((one) => one.page);
  const { body, lead, resources, all } = await images(material, page, metadata, more);
  const prose = [page, ...more].map((one) => one.prose).join('\n');
  const kept = keptBytes(origin, further.pages);
  const addresses = [
    ...origin.addresses,
    ...(address === null ? [] : [address]),
    ...(metadata.canonicalUrl === null ? [] : [metadata.canonicalUrl]),
  ];
  return finishArticle(
    {
      ...origin,
      ...kept,
      url: address,
      canonicalUrl: metadata.canonicalUrl,
      addresses,
      title: metadata.title,
      byline: metadata.byline,
      source: metadata.source ?? material.sourceName,
      publishedAt: metadata.publishedAt,
      modifiedAt: metadata.modifiedAt,
      languages: metadata.languages,
      dir: metadata.dir,
      bodyHtml: body.html,
      text: [page, ...more].map(({ text }) => text).join('\n'),
      prose,
      leadImage: lead,
      images: [...new Set(all.map(({ path }) => path))],
      extractor: page.extractor,
      resources: [...resources, ...[page, ...more].flatMap((one) => one.resources)],
      truncation: (language) => [
        ...truncationSigns(page.facts, prose, language),
        ...further.missing,
        ...(page.degraded === null ? [] : [page.degraded]),
      ],
    },
    steps,
  );
}

/** All pages as they came, one after the other, and how they are told apart again. */
function keptBytes(origin: Origin, more: readonly { readonly fetched: FurtherPage }[]): Pick<Findings, 'sourceBytes' | 'pages'> {
  const { sourceBytes, url, contentType } = origin;
  if (more.length === 0 || sourceBytes === null || url === null) return { sourceBytes };
  const pages = [{ url, bytes: sourceBytes, contentType }, ...more.map(({ fetched }) => fetched)];
  return {
    sourceBytes: Buffer.concat(pages.map(({ bytes }) => bytes)),
    pages: pages.map((page) => ({ url: page.url, bytes: page.bytes.length, contentType: page.contentType })),
  };
}
