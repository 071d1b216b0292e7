import { describe, expect, it } from 'vitest';
import { decodeLine, encodeLine } from '../../../electron/adapters/store/journal-line.ts';
import { scanJournalFile } from '../../../electron/adapters/store/journal-scan.ts';
import { seeded } from './store-fixture.ts';

const lines = [1, 2, 3, 4, 5, 6].map((seq) => encodeLine(seq, [['0000', 'articles', 'id', { title: `"{q}" ${'ş'.repeat(seq)}` }]]));
const journal = Buffer.concat(lines);
const ends = lines.map((_, index) => Buffer.concat(lines.slice(0, index + 1)).length);

describe('a journal line', () => {
  // The sum is Python's zlib.crc32 of the same bytes.
  it('is the CRC-32 of its JSON, a space, the JSON and a line feed', () => {
    expect(encodeLine(7, [['library', 'tags', 't1', null]]).toString()).toBe('7c4d8b92 {"q":7,"o":[["library","tags","t1",null]]}\n');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'deadbeef '],
    ['upper-case digits', '2C1F1D8E {"q":7,"o":[]}'],
    ['a wrong sum', '00000000 {"q":7,"o":[]}'],
  ])('with %s is not one', (_, text) => {
    expect(decodeLine(Buffer.from(text))).toBeNull();
  });
});

describe('scanning a journal file', () => {
  it('keeps every whole line at every point of truncation, and calls the rest torn', () => {
    for (let length = 0; length <= journal.length; length++) {
      const scanned = scanJournalFile(journal.subarray(0, length), true);
      expect(scanned.lines.length, `cut at ${length}`).toBe(ends.filter((end) => end - 1 <= length).length);
      expect(scanned.lost, `cut at ${length}`).toBe(0);
      const clean = length === 0 || ends.includes(length);
      const lacksFeed = ends.includes(length + 1);
      expect([scanned.torn, scanned.mended > 0], `cut at ${length}`).toEqual([!clean && !lacksFeed, lacksFeed]);
    }
  });

  it('never loses more than the line of a flipped bit, and never takes a wrong line for a good one', () => {
    const random = seeded(7);
    const good = new Set(lines.map((line) => line.subarray(0, -1).toString()));
    for (let round = 0; round < 2000; round++) {
      const bytes = Buffer.from(journal);
      const at = random(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
      const scanned = scanJournalFile(bytes, true);
      expect(scanned.lines.length, `byte ${at}`).toBeGreaterThanOrEqual(5);
      expect(scanned.lines.every((line) => good.has(line.bytes.toString()))).toBe(true);
      if (scanned.lines.length === 5) expect(scanned.torn || scanned.lost === 1).toBe(true);
    }
  });

  it('finds both lines where the line feed between them is gone wrong', () => {
    const bytes = Buffer.from(journal);
    bytes[(ends[2] ?? 0) - 1] = 0x20;
    expect(scanJournalFile(bytes, true)).toMatchObject({ lost: 0, mended: 2, torn: false });
    expect(scanJournalFile(bytes, true).lines).toHaveLength(6);
  });

  it('takes a bad end for damage in a file that was not the last', () => {
    expect(scanJournalFile(journal.subarray(0, journal.length - 5), false)).toMatchObject({ lost: 1, torn: false });
  });
});
