import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDocumentFile } from '../../../electron/adapters/store/document-file.ts';
import { isSegmentRecord } from '../../../electron/adapters/store/record-check.ts';
import { flipBits } from './bit-flips.ts';
import { addRecord, contentsOf, libraryRoot, retitle, seeded, withLibrary } from './store-fixture.ts';

async function library(): Promise<{ root: string; before: unknown }> {
  const root = libraryRoot();
  const before = await withLibrary(root, async (opened) => {
    await opened.store.commit({ library: (draft) => void (draft.tags['t000000001'] = { id: 't000000001', name: 'Türkiye' }) });
    const id = await addRecord(opened, { title: 'Şehir', tags: ['t000000001'] });
    await addRecord(opened, { title: 'Second' });
    await retitle(opened, id, 'Changed');
    return structuredClone(await contentsOf(opened));
  });
  return { root, before };
}

describe('one wrong bit', () => {
  it.each(['articles/0000.json', 'library.json', 'format.json'])('anywhere in %s is put right and told', async (file) => {
    const { root, before } = await library();
    await flipBits(root, file, { every: 997, from: 0 }, before);
  });

  it('anywhere in the journal is put right and told', async () => {
    const { root } = await library();
    const crashed = `${root}-crashed`;
    const before = await withLibrary(
      root,
      async (opened) => {
        for (let n = 0; n < 3; n++) await addRecord(opened, { title: `Journalled ${n}` });
        const contents = structuredClone(await contentsOf(opened));
        cpSync(root, crashed, { recursive: true, filter: (path) => !path.endsWith('lock') });
        return contents;
      },
      { tuning: { idleMs: 1_000_000 } },
    );
    const name = readdirSync(join(crashed, 'journal')).find((entry) => readFileSync(join(crashed, 'journal', entry)).length > 0) ?? '';
    await flipBits(crashed, `journal/${name}`, { every: 997, from: 0 }, before);
  });

  it('in a document never reads as something else, wherever it is', async () => {
    const { root } = await library();
    const path = join(root, 'articles', '0000.json');
    const good = readFileSync(path);
    const whole = await loadDocumentFile(path, isSegmentRecord);
    for (let bit = 0; bit < good.length * 8; bit += 53) {
      const bytes = Buffer.from(good);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(path, bytes);
      expect(await loadDocumentFile(path, isSegmentRecord), `bit ${bit}`).toEqual({ ...whole, mended: true });
    }
  });
});

it('several wrong bits in a document are never read as whole', async () => {
  const { root } = await library();
  const path = join(root, 'articles', '0000.json');
  const good = readFileSync(path);
  const random = seeded(7);
  for (let round = 0; round < 200; round++) {
    const bytes = Buffer.from(good);
    for (let n = 0; n < 2 + random(6); n++) bytes[random(bytes.length)] = random(256);
    if (bytes.equals(good)) continue;
    writeFileSync(path, bytes);
    const loaded = await loadDocumentFile(path, isSegmentRecord);
    if (loaded.kind === 'whole') expect(loaded.mended, `round ${round}`).toBe(true);
  }
});
