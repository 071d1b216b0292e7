import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import type { ReceiptSummary } from '../../../../electron/contract/entities.ts';
import { dateInWords, shortDay } from '../../../../renderer/features/reader/dates.ts';
import { charsetReason, receiptLine, sizeInWords } from '../../../../renderer/features/reader/receipt-words.ts';

const intl = createIntl({ locale: 'en-GB', defaultLocale: 'en-GB', timeZone: 'Europe/Istanbul' });
const NOW = Date.parse('2026-05-20T10:00:00Z');
const SAVED = '2026-05-03T09:00:00.000Z';
const receipt = (over: Partial<ReceiptSummary>): ReceiptSummary => ({
  status: 'complete',
  images: 7,
  imagesStored: 7,
  truncated: false,
  bytes: 1_200_000,
  ...over,
});

describe('the receipt in one line', () => {
  it.each<[Partial<ReceiptSummary>, string]>([
    [{}, 'Complete: text and 7 of 7 images, saved 3 May, 1.2 MB'],
    [{ images: 1, imagesStored: 1, bytes: 90_400 }, 'Complete: text and 1 of 1 image, saved 3 May, 90 kB'],
    [{ images: 0, imagesStored: 0, bytes: 812 }, 'Complete: the text; it has no images, saved 3 May, 812 bytes'],
    [{ imagesStored: 6 }, 'Complete: text and 6 of 6 images, saved 3 May, 1.2 MB'],
    [{ images: 1, imagesStored: 0 }, 'Complete: the text; it has no images, saved 3 May, 1.2 MB'],
    [{ status: 'partial', imagesStored: 5 }, 'Partial: text and 5 of 7 images, saved 3 May, 1.2 MB'],
    [{ status: 'partial', truncated: true }, 'Partial: the text may be cut short; 7 of 7 images, saved 3 May, 1.2 MB'],
    [{ status: 'partial', truncated: true, images: 0, imagesStored: 0 }, 'Partial: the text may be cut short, saved 3 May, 1.2 MB'],
    [{ status: 'failed', imagesStored: 0, bytes: 0 }, 'Failed: only what is shown here was stored, saved 3 May'],
  ])('%o', (over, expected) => {
    expect(receiptLine(intl, receipt(over), SAVED, NOW)).toBe(expected);
  });

  it('says the year of another year', () => {
    expect(receiptLine(intl, receipt({}), '2025-05-03T09:00:00.000Z', NOW)).toContain('saved 3 May 2025');
  });

  it('writes sizes as people do', () => {
    expect(sizeInWords(intl, 0)).toBe('0 bytes');
    expect(sizeInWords(intl, 1)).toBe('1 byte');
    expect(sizeInWords(intl, 48_300)).toBe('48 kB');
    expect(sizeInWords(intl, 999_600)).toBe('1 MB');
    expect(sizeInWords(intl, 123_456_789)).toBe('123 MB');
  });

  it('says how the encoding was found, and shows what it does not know as it is', () => {
    expect(charsetReason(intl, 'http')).toBe('as the server said');
    expect(charsetReason(intl, 'a-new-way')).toBe('a-new-way');
  });
});

describe('dates', () => {
  it('shows a date without a time as that day, in every time zone', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Istanbul']) {
      expect(dateInWords(createIntl({ locale: 'en-GB', timeZone }), '2023-03-09')).toBe('9 March 2023');
      expect(shortDay(createIntl({ locale: 'en-GB', timeZone }), '2023-03-09', NOW)).toBe('9 Mar 2023');
    }
  });

  it('shows a moment with its time, in the zone of this computer', () => {
    expect(dateInWords(intl, '2023-03-09T22:30:00.000Z')).toBe('10 March 2023 at 01:30');
  });

  it('leaves out the year where it is this one', () => {
    expect(shortDay(intl, '2026-01-02T10:00:00.000Z', NOW)).toBe('2 Jan');
    expect(shortDay(intl, '2025-12-31', NOW)).toBe('31 Dec 2025');
  });
});
