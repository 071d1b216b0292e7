import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { contentsOf, withLibrary } from './store-fixture.ts';

/**
 * Turns one bit after the other of a file of a library, opens the library each time, and looks whether everything is there and the
 * damage was told. Returns how many bits that were.
 */
export async function flipBits(
  root: string,
  file: string,
  { every, from }: { every: number; from: number },
  before: unknown,
): Promise<number> {
  const { length } = readFileSync(join(root, file));
  const work = `${root}-flipped`;
  let count = 0;
  for (let bit = from; bit < length * 8; bit += every) {
    cpSync(root, work, { recursive: true });
    const bytes = readFileSync(join(work, file));
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(join(work, file), bytes);
    await withLibrary(work, async (opened) => {
      expect(await contentsOf(opened), `bit ${bit} of ${file}`).toEqual(before);
      const { notes, problems } = opened.store.report;
      expect(problems, `bit ${bit} of ${file}`).toEqual([]);
      // A space more or less in format.json is no damage.
      if (file !== 'format.json') expect(notes, `bit ${bit} of ${file}`).toHaveLength(1);
    });
    rmSync(work, { recursive: true });
    count++;
  }
  return count;
}
