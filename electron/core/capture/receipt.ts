import type { Receipt, ReceiptResource, ReceiptStatus, ReceiptStep } from '../../contract/entities.ts';
import { EXTRACTOR_VERSION } from './extractor-version.ts';

/** Builds the receipt of a capture. `bytes` and `hashes` belong to the store step. */

/** Complete: everything the article refers to is stored or was never wanted, and nothing says that the text is cut. */
export function receiptStatus(resources: readonly ReceiptResource[], truncation: readonly string[]): ReceiptStatus {
  const missing = resources.some(({ result }) => result === 'failed' || result === 'blocked');
  return missing || truncation.length > 0 ? 'partial' : 'complete';
}

export interface ReceiptFacts {
  readonly capturedAt: number;
  readonly from: string;
  readonly redirects: readonly string[];
  readonly httpStatus: number | null;
  readonly contentType: string | null;
  readonly charset: string;
  readonly charsetFrom: string;
  readonly extractor: string;
  readonly pages?: NonNullable<Receipt['pages']>;
  readonly resources: readonly ReceiptResource[];
  readonly truncation: readonly string[];
  readonly steps: readonly ReceiptStep[];
}

export function buildReceipt(facts: ReceiptFacts): Receipt {
  return {
    status: receiptStatus(facts.resources, facts.truncation),
    capturedAt: new Date(facts.capturedAt).toISOString(),
    from: facts.from,
    redirects: [...facts.redirects],
    httpStatus: facts.httpStatus,
    contentType: facts.contentType,
    charset: facts.charset,
    charsetFrom: facts.charsetFrom,
    extractor: facts.extractor,
    extractorVersion: EXTRACTOR_VERSION,
    ...(facts.pages && { pages: [...facts.pages] }),
    resources: [...facts.resources],
    truncation: [...facts.truncation],
    steps: [...facts.steps],
    bytes: 0,
    hashes: {},
  };
}

/** `all 7 images stored`, `5 of 7 images stored`: never more than is known. */
export function imageNote(resources: readonly ReceiptResource[]): string {
  const images = resources.filter(({ kind, result }) => kind === 'image' && result !== 'skipped');
  const stored = images.filter(({ result }) => result === 'stored').length;
  if (images.length === 0) return 'The article refers to no images.';
  if (stored === images.length)
    return stored === 1 ? 'The one referenced image is stored.' : `All ${String(stored)} referenced images are stored.`;
  return `${String(stored)} of ${String(images.length)} referenced images are stored.`;
}
