import type { IndexWriter } from '../../core/ports.ts';
import type { FileStore } from './file-store.ts';
import type { Findings } from './verify-report.ts';

/** Compares the ids in the index with those in the store. The index is made from the store, so a difference is never lost data. */
export async function checkIndex(store: FileStore, index: IndexWriter, findings: Findings, mend: boolean): Promise<void> {
  let indexed: ReadonlySet<string>;
  try {
    indexed = await index.ids();
  } catch {
    findings.note('The search index could not be read; it is built again when Offprint is started.');
    return;
  }
  const candidates = { missing: [] as string[], extra: new Set(indexed) };
  for await (const { articles } of store.scan()) {
    for (const { id } of articles) {
      candidates.extra.delete(id);
      if (!indexed.has(id)) candidates.missing.push(id);
    }
  }
  // What was saved or deleted while the two were compared is no difference.
  const again = candidates.missing.length + candidates.extra.size > 0 ? await index.ids() : indexed;
  const missing = (await store.getMany(candidates.missing)).filter(({ id }) => !again.has(id));
  const there = new Set((await store.getMany([...candidates.extra])).map(({ id }) => id));
  const extra = [...candidates.extra].filter((id) => again.has(id) && !there.has(id));
  if (missing.length + extra.length === 0) return;
  const sentence = `The search index was not in step (${missing.length} articles missing, ${extra.length} too many)`;
  if (!mend) {
    findings.note(`${sentence}. Repair puts it right.`);
    return;
  }
  if (extra.length > 0) await index.apply({ seq: index.appliedSeq, upsert: [], remove: extra, names: null });
  if (missing.length > 0) {
    const changes = missing.map((after) => ({ id: after.id, before: null, after }));
    await store.announceRecovered({ seq: index.appliedSeq, changes, libraryChanged: false });
  }
  findings.note(`${sentence}; it was put right.`);
}
