import { readFurniture } from '../../core/capture/furniture.ts';
import { mergeMetadata, type Metadata } from '../../core/capture/metadata.ts';
import { titleFromText } from '../../core/capture/sentences.ts';
import type { Extracted } from './extract-protocol.ts';

/** What a page is found to say of its article once it has been taken apart: the same for a page just fetched and one read again. */

/** A date that stood in the furniture which was taken off, for pages that name none elsewhere. */
function dateInFurniture(removed: readonly string[]): string | null {
  const dates = removed.map((text) => readFurniture(text, { monthFirst: false })).map(({ published, bareDate }) => published ?? bareDate);
  return dates.find((date) => date !== null) ?? null;
}

/** Metadata with nothing left open that the text can tell. `address` is the page's own, or null. */
export function readMetadata(page: Extracted, address: string | null): Metadata {
  const metadata = mergeMetadata(page.facts, page.extractorFacts, address);
  return {
    ...metadata,
    title: metadata.title === '' ? titleFromText(page.text.split('\n', 1)[0] ?? '') : metadata.title,
    publishedAt: metadata.publishedAt ?? dateInFurniture(page.removed),
  };
}
