import type { IndexDocument, IndexNames, IndexWriter } from '../../electron/core/ports.ts';

export interface MemoryIndex extends IndexWriter {
  readonly documents: Map<string, IndexDocument & { text: string }>;
  readonly batches: { seq: number; upsert: string[]; remove: readonly string[] }[];
  names: IndexNames | null;
  appliedSeq: number;
  /** Makes the next calls of `apply` fail. */
  broken: boolean;
}

/** An index in memory: keeps what it is given, and complains where it is given less than it needs. */
export function memoryIndex(): MemoryIndex {
  const index: MemoryIndex = {
    mode: 'fts',
    appliedSeq: 0,
    documents: new Map(),
    batches: [],
    names: null,
    broken: false,
    apply: async ({ seq, upsert, remove, names }) => {
      if (index.broken) throw new Error('The index is broken.');
      for (const document of upsert) {
        const text = document.text ?? index.documents.get(document.record.id)?.text;
        if (text === undefined) throw new Error(`${document.record.id} was never indexed with its text.`);
        index.documents.set(document.record.id, { ...document, text });
      }
      for (const id of remove) index.documents.delete(id);
      if (names) index.names = names;
      index.appliedSeq = seq;
      index.batches.push({ seq, upsert: upsert.map(({ record }) => record.id), remove });
    },
    ids: async () => new Set(index.documents.keys()),
    close: async () => undefined,
  };
  return index;
}
