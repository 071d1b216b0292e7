import type { Receipt, ReceiptResource } from '../../contract/entities.ts';
import { directionOf, languageOf } from '../../core/capture/language.ts';
import { countWords, excerptOf, readingMinutes } from '../../core/capture/measure.ts';
import { buildReceipt } from '../../core/capture/receipt.ts';
import type { StepLog } from '../../core/capture/step-log.ts';
import type { CapturedArticle } from '../../core/capture/types.ts';

/** The last step of every capture: language, direction and length from the text, then the whole article with its receipt. */
export interface Findings {
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly addresses: readonly string[];
  readonly title: string;
  readonly byline: string | null;
  readonly source: string;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly languages: readonly string[];
  readonly dir: string | null;
  readonly bodyHtml: string;
  readonly text: string;
  /** Running text without captions and tables, where that is known apart. */
  readonly prose?: string;
  readonly sourceBytes: Uint8Array | null;
  readonly leadImage: string | null;
  readonly images: readonly string[];
  readonly from: string;
  readonly redirects: readonly string[];
  readonly httpStatus: number | null;
  readonly contentType: string | null;
  readonly charset: string;
  readonly charsetFrom: string;
  readonly extractor: string;
  /** The pages whose bytes are `sourceBytes`, where they are several. */
  readonly pages?: NonNullable<Receipt['pages']>;
  readonly resources: readonly ReceiptResource[];
  readonly truncation: (language: string | null) => readonly string[];
}

export async function finishArticle(found: Findings, steps: StepLog): Promise<CapturedArticle> {
  const prose = found.prose ?? found.text;
  const measured = await steps.run('text', async () => {
    const lang = languageOf(found.languages, found.text);
    const wordCount = countWords(prose, lang);
    const value = {
      lang,
      wordCount,
      dir: directionOf(found.text, lang, found.dir),
      minutes: readingMinutes(prose, wordCount, lang),
      truncation: found.truncation(lang),
    };
    return { value, note: `${String(wordCount)} words${lang === null ? '' : `, language ${lang}`}` };
  });
  const receipt = buildReceipt({ ...found, capturedAt: Date.now(), truncation: measured.truncation, steps: steps.steps });
  return {
    url: found.url,
    canonicalUrl: found.canonicalUrl,
    addresses: [...new Set(found.addresses)],
    title: found.title,
    byline: found.byline,
    source: found.source,
    publishedAt: found.publishedAt,
    modifiedAt: found.modifiedAt,
    lang: measured.lang,
    dir: measured.dir,
    excerpt: excerptOf(prose, found.title),
    wordCount: measured.wordCount,
    readingMinutes: measured.minutes,
    bodyHtml: found.bodyHtml,
    text: found.text,
    sourceBytes: found.sourceBytes,
    leadImage: found.leadImage,
    images: found.images,
    receipt,
  };
}
