import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, formatFile, readFormat } from '../../../electron/adapters/store/format.ts';
import { openLibrary } from '../../../electron/adapters/store/open-library.ts';
import { addRecord, libraryRoot, withLibrary } from './store-fixture.ts';

describe('the format of a library', () => {
  it('from a newer Offprint is refused in a sentence, and nothing is touched', async () => {
    const root = libraryRoot();
    await withLibrary(root, async () => undefined);
    writeFileSync(join(root, 'format.json'), formatFile('2024-01-01T00:00:00.000Z', undefined, FORMAT_VERSION + 1));
    const before = readdirSync(root);
    await expect(openLibrary(root)).rejects.toMatchObject({ code: 'library-newer', retryable: false });
    await expect(openLibrary(root)).rejects.toThrow(/newer Offprint.*Update Offprint/);
    expect(readdirSync(root)).toEqual(before);
    expect(existsSync(join(root, 'lock'))).toBe(false);
  });

  it('from a newer Offprint that sums otherwise is refused too, and nothing is touched', async () => {
    const root = libraryRoot();
    await withLibrary(root, async () => undefined);
    for (const mark of [{ version: 999, sum: 'another way' }, { version: 9 }]) {
      const text = JSON.stringify({ format: 'offprint-library', ...mark });
      writeFileSync(join(root, 'format.json'), text);
      await expect(openLibrary(root)).rejects.toMatchObject({ code: 'library-newer' });
      expect(readFileSync(join(root, 'format.json'), 'utf8')).toBe(text);
    }
  });

  it('is never another version for one wrong bit', async () => {
    const root = libraryRoot();
    await withLibrary(root, async () => undefined);
    const whole = readFileSync(join(root, 'format.json'));
    const read = await readFormat(root);
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const bytes = Buffer.from(whole);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      writeFileSync(join(root, 'format.json'), bytes);
      expect(await readFormat(root)).toEqual(read);
    }
  });

  it.each(['missing', 'damaged'])('%s is written again, and said so', async (how) => {
    const root = libraryRoot();
    const id = await withLibrary(root, (library) => addRecord(library));
    if (how === 'missing') rmSync(join(root, 'format.json'));
    else writeFileSync(join(root, 'format.json'), '\0\0\0');
    await withLibrary(root, async ({ store }) => {
      expect(await store.get(id)).not.toBeNull();
      expect(store.report.notes).toHaveLength(1);
    });
    expect(readFileSync(join(root, 'format.json'), 'utf8')).toContain('"version": 2');
  });

  it('needs a folder: a file is refused in a sentence', async () => {
    const root = libraryRoot();
    writeFileSync(root, 'a file');
    await expect(openLibrary(root)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(openLibrary(root)).rejects.toThrow(/is a file\. Choose a folder/);
  });
});
