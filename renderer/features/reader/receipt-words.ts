import { defineMessages, type IntlShape } from 'react-intl';
import type { ReceiptResource, ReceiptSummary } from '../../../electron/contract/entities.ts';
import { shortDay } from './dates.ts';

/** A message without values. */
type None = Record<never, never>;
// A type, not an interface: message values need an index signature.
type Counts = { stored: number; images: number };

const text = defineMessages<{
  complete: Counts;
  completeNoImages: None;
  partialImages: Counts;
  partialText: Counts;
  partialTextOnly: None;
  failed: None;
  line: { what: string; date: string; size: string };
  lineWithoutSize: { what: string; date: string };
}>({
  complete: {
    id: 'receipt.complete',
    defaultMessage: 'Complete: text and {stored, number} of {images, plural, one {# image} other {# images}}',
  },
  completeNoImages: { id: 'receipt.complete.text', defaultMessage: 'Complete: the text; it has no images' },
  partialImages: {
    id: 'receipt.partial.images',
    defaultMessage: 'Partial: text and {stored, number} of {images, plural, one {# image} other {# images}}',
  },
  partialText: {
    id: 'receipt.partial.text',
    defaultMessage: 'Partial: the text may be cut short; {stored, number} of {images, plural, one {# image} other {# images}}',
  },
  partialTextOnly: { id: 'receipt.partial.textOnly', defaultMessage: 'Partial: the text may be cut short' },
  failed: { id: 'receipt.failed', defaultMessage: 'Failed: only what is shown here was stored' },
  line: { id: 'receipt.line', defaultMessage: '{what}, saved {date}, {size}' },
  lineWithoutSize: { id: 'receipt.line.noSize', defaultMessage: '{what}, saved {date}' },
});

function whatIn(intl: IntlShape, { status, images: all, imagesStored, truncated }: ReceiptSummary): string {
  // Complete with fewer stored: the others were never wanted (counting pixels), so they are not counted here.
  const images = status === 'complete' ? imagesStored : all;
  if (status === 'failed') return intl.formatMessage(text.failed, {});
  const counts = { stored: imagesStored, images };
  if (truncated) return images > 0 ? intl.formatMessage(text.partialText, counts) : intl.formatMessage(text.partialTextOnly, {});
  if (status === 'partial') return intl.formatMessage(text.partialImages, counts);
  return images > 0 ? intl.formatMessage(text.complete, counts) : intl.formatMessage(text.completeNoImages, {});
}

/** Bytes as people read them: kilobytes and megabytes of 1000. */
export function sizeInWords(intl: Pick<IntlShape, 'formatNumber'>, bytes: number): string {
  const [unit, value] = bytes < 1000 ? ['byte', bytes] : bytes < 999_500 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  return intl.formatNumber(value, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: unit === 'megabyte' && value < 100 ? 1 : 0,
  });
}

/** The receipt in one line: "Complete: text and 7 of 7 images, saved 3 May, 1.2 MB". `now` in milliseconds. */
export function receiptLine(intl: IntlShape, summary: ReceiptSummary, savedAt: string, now: number): string {
  const what = whatIn(intl, summary);
  const date = shortDay(intl, savedAt, now);
  if (summary.bytes === 0) return intl.formatMessage(text.lineWithoutSize, { what, date });
  return intl.formatMessage(text.line, { what, date, size: sizeInWords(intl, summary.bytes) });
}

const results = defineMessages({
  stored: { id: 'receipt.result.stored', defaultMessage: 'Stored' },
  failed: { id: 'receipt.result.failed', defaultMessage: 'Not stored' },
  blocked: { id: 'receipt.result.blocked', defaultMessage: 'Blocked' },
  skipped: { id: 'receipt.result.skipped', defaultMessage: 'Left out' },
});

export function resultInWords(intl: IntlShape, result: ReceiptResource['result']): string {
  return intl.formatMessage(results[result]);
}

const charsets = defineMessages({
  bom: { id: 'receipt.charset.bom', defaultMessage: 'from its byte order mark' },
  'utf-8-valid': { id: 'receipt.charset.valid', defaultMessage: 'its bytes are valid UTF-8' },
  http: { id: 'receipt.charset.http', defaultMessage: 'as the server said' },
  meta: { id: 'receipt.charset.meta', defaultMessage: 'as the page said' },
  guess: { id: 'receipt.charset.guess', defaultMessage: 'guessed' },
  fallback: { id: 'receipt.charset.fallback', defaultMessage: 'nothing said which' },
});

/** How the encoding was found, in words; what is unknown here is shown as it is. */
export function charsetReason(intl: IntlShape, from: string): string {
  return from in charsets ? intl.formatMessage(charsets[from as keyof typeof charsets]) : from;
}
