import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadDocumentFile } from '../../../electron/adapters/store/document-file.ts';
import { isSegmentRecord } from '../../../electron/adapters/store/record-check.ts';
import { flipBits } from './bit-flips.ts';
import { addRecord, contentsOf, libraryRoot, withLibrary } from './store-fixture.ts';
import { secondsSince, tell } from './told.ts';

it('every single bit of a segment is put right when it is wrong', async () => {
  const start = performance.now();
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
  tell(`Bit flips: each of ${good.length * 8} bits of a segment mended, 0 lost, ${secondsSince(start)}`);
});

it.each(['articles/0000.json', 'library.json', 'format.json'])(
  'a wrong bit at any of many places in %s loses nothing when the library is opened',
  async (file) => {
    const start = performance.now();
    const root = libraryRoot();
    const before = await withLibrary(root, async (library) => {
      await addRecord(library, { title: 'Şehir' });
      return structuredClone(await contentsOf(library));
    });
    const flips = await flipBits(root, file, { every: 17, from: 3 }, before);
    expect(flips).toBeGreaterThan(20);
    tell(`Bit flips: ${flips} openings with a wrong bit in ${file}, 0 lost, ${secondsSince(start)}`);
  },
);
