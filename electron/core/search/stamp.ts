import type { ArticleRecord } from '../domain/records.ts';

/** A number that changes with anything in a record (its text too, whose checksum it has): FNV-1a over its JSON, 32 bits. */
export function stampOf(record: ArticleRecord): number {
  const json = JSON.stringify(record);
  let hash = 0x811c9dc5;
  for (let i = 0; i < json.length; i++) hash = Math.imul(hash ^ json.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
