import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadDocumentFile } from '../../../electron/adapters/store/document-file.ts';
import { isSegmentRecord } from '../../../electron/adapters/store/record-check.ts';
import { flipBits } from './bit-flips.ts';
import { addRecord, contentsOf, libraryRoot, withLibrary } from './store-fixture.ts';

it('every single bit of a segment is put right when it is wrong', { timeout: 900_000 }, async () => {
  const root = libraryRoot();
  await withLibrary(root, (library) => addRecord(library, { title: 'Şehir' }));
  const path = join(root, 'articles', '0000.json');
  const good = readFileSync(path);
  const whole = await loadDocumentFile(path, isSegmentRecord);
  for (let bit = 0; bit < good.length * 8; bit++) {
    const bytes = Buffer.from(good);
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(path, bytes);
    expect(await loadDocumentFile(path, isSegmentRecord), `bit ${bit}`).toEqual({ ...whole, mended: true });
  }
});

it.each(['articles/0000.json', 'library.json', 'format.json'])(
  'a wrong bit at any of many places in %s loses nothing when the library is opened',
  { timeout: 900_000 },
  async (file) => {
    const root = libraryRoot();
    const before = await withLibrary(root, async (library) => {
      await addRecord(library, { title: 'Şehir' });
      return structuredClone(await contentsOf(library));
    });
    expect(await flipBits(root, file, { every: 17, from: 3 }, before)).toBeGreaterThan(20);
  },
);
