import type { CollectionRecord } from './records.ts';

/** Between the names of a nested collection's path, as shown and as typed. */
export const PATH_SEPARATOR = ' / ';

/** Collections on the way from the root to `id`, `id` last. A broken parent ends the walk; a cycle cannot loop. */
export function lineage(id: string, collections: Readonly<Record<string, CollectionRecord>>): CollectionRecord[] {
  const line: CollectionRecord[] = [];
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at);) {
    seen.add(at);
    const record: CollectionRecord | undefined = collections[at];
    if (!record) break;
    line.unshift(record);
    at = record.parentId;
  }
  return line;
}

/** `News / Turkey`. */
export function pathOf(id: string, collections: Readonly<Record<string, CollectionRecord>>): string {
  return lineage(id, collections)
    .map((record) => record.name)
    .join(PATH_SEPARATOR);
}
