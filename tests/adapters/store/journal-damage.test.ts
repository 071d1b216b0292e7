import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../electron/adapters/store/open-library.ts';
import { addRecord, libraryRoot, retitle, seeded, withLibrary } from './store-fixture.ts';

/** A library whose changes are all in one small journal file: it is copied while it is open, as a crash would leave it. */
async function crashedLibrary(edits: number): Promise<{ root: string; journal: string; id: string; bytes: Buffer; ends: number[] }> {
  const live = libraryRoot();
  const root = `${live}-crashed`;
  const opened = await openLibrary(live, { tuning: { idleMs: 1_000_000 } });
  const id = await addRecord(opened, { title: 'edit 0' });
  for (let n = 1; n < edits; n++) await retitle(opened, id, `edit ${n} ${'ş'.repeat(n)}`);
  cpSync(live, root, { recursive: true, filter: (path) => !path.endsWith('lock') });
  await opened.close();
  const journal = join(root, 'journal', readdirSync(join(root, 'journal'))[0] ?? '');
  const bytes = readFileSync(journal);
  const ends = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
  return { root, journal, id, bytes, ends };
}

function damagedCopies(root: string): string[] {
  return readdirSync(join(root, 'journal')).filter((name) => name.includes('.damaged'));
}

describe('a journal that a crash or a bad disk left behind', () => {
  let crashed: Awaited<ReturnType<typeof crashedLibrary>>;

  /** The library again as it was left, with this journal. */
  function put(journal: Buffer): string {
    const copy = `${crashed.root}-${copies++}`;
    cpSync(crashed.root, copy, { recursive: true });
    writeFileSync(join(copy, 'journal', crashed.journal.split(/[\\/]/).at(-1) ?? ''), journal);
    return copy;
  }
  let copies = 0;

  beforeEach(async () => {
    crashed = await crashedLibrary(5);
  });

  it('keeps every whole line wherever it is cut off', async () => {
    for (let length = 0; length <= crashed.bytes.length; length++) {
      // Here the points around the ends of lines and some of the others; journal-scan.test.ts takes every single one.
      if (length % 97 !== 0 && !crashed.ends.some((end) => Math.abs(end - length) < 3)) continue;
      const root = put(crashed.bytes.subarray(0, length));
      // A line that lacks only its line feed is whole.
      const lines = crashed.ends.filter((end) => end - 1 <= length).length;
      await withLibrary(root, async ({ store }) => {
        const title = (await store.get(crashed.id))?.title ?? null;
        expect(title?.split(' ')[1] ?? null, `cut at ${length}`).toBe(lines === 0 ? null : String(lines - 1));
        expect(store.report.problems).toEqual([]);
        const onLineEnd = length === 0 || crashed.ends.includes(length);
        expect(store.report.notes.length > 0, `cut at ${length}`).toBe(!onLineEnd);
        expect(store.seq).toBe(lines);
      });
      // And it can be written again.
      await withLibrary(root, async (library) => {
        const id = await addRecord(library);
        expect(await library.store.get(id)).not.toBeNull();
      });
      expect(damagedCopies(root)).toEqual([]);
    }
  });

  it.each([
    ['zeros', Buffer.alloc(4096)],
    ['part of a line', Buffer.from('0badcafe {"q":6,"o":[["0000","art')],
    ['a line feed and zeros', Buffer.concat([Buffer.from('\n'), Buffer.alloc(512)])],
  ])('cuts off %s at the end', async (_, tail) => {
    const root = put(Buffer.concat([crashed.bytes, tail]));
    await withLibrary(root, async ({ store }) => {
      expect((await store.get(crashed.id))?.title).toMatch(/^edit 4/);
      expect(store.report.problems).toEqual([]);
      expect(store.report.notes).toHaveLength(1);
    });
    await withLibrary(root, async ({ store }) => expect(store.report.notes).toEqual([]));
  });

  it('skips a bad line in the middle, applies those after it, keeps the damaged file and says so', async () => {
    const journal = Buffer.from(crashed.bytes);
    const at = (crashed.ends[1] ?? 0) + 30;
    // Two bits: one alone would be put right.
    journal[at] = (journal[at] ?? 0) ^ 0x11;
    const root = put(journal);
    await withLibrary(root, async (library) => {
      expect((await library.store.get(crashed.id))?.title).toMatch(/^edit 4/);
      expect(library.store.report.problems).toHaveLength(1);
      const [copy] = damagedCopies(root);
      expect(readFileSync(join(root, 'journal', copy ?? '')).equals(journal)).toBe(true);
      expect(await retitle(library, crashed.id, 'after')).toBeGreaterThan(5);
    });
    await withLibrary(root, async ({ store }) => {
      expect((await store.get(crashed.id))?.title).toBe('after');
      expect(store.report.problems).toEqual([]);
    });
  });

  it('loses at most the line that a bit flips in, wherever it flips', async () => {
    const random = seeded(20_230_309);
    for (let round = 0; round < 60; round++) {
      const journal = Buffer.from(crashed.bytes);
      const at = random(journal.length);
      journal[at] = (journal[at] ?? 0) ^ (1 << random(8));
      const hit = crashed.ends.findIndex((end) => at < end);
      const root = put(journal);
      await withLibrary(root, async (library) => {
        const where = `round ${round}, byte ${at}, line ${hit}`;
        const title = (await library.store.get(crashed.id))?.title ?? '';
        const expected = hit === 4 ? [3, 4] : [4];
        expect(expected, where).toContain(Number(title.split(' ')[1]));
        if (hit === 4 && title.startsWith('edit 3')) {
          expect(library.store.report.problems.length + library.store.report.notes.length, where).toBeGreaterThan(0);
        }
        await retitle(library, crashed.id, 'on top');
      });
      await withLibrary(root, async ({ store }) => expect((await store.get(crashed.id))?.title).toBe('on top'));
    }
  });

  it('goes on above every seq it ever used where the journal is gone', async () => {
    const root = libraryRoot();
    const id = await withLibrary(root, async (library) => {
      const added = await addRecord(library);
      for (let n = 0; n < 9; n++) await retitle(library, added, `edit ${n}`);
      return added;
    });
    cpSync(root, `${root}-2`, { recursive: true, filter: (path) => !path.endsWith('.jsonl') });
    await withLibrary(`${root}-2`, async (library) => expect(await retitle(library, id, 'after')).toBe(11));
    await withLibrary(`${root}-2`, async ({ store }) => expect((await store.get(id))?.title).toBe('after'));
  });

  it('does not let an old journal hide new changes', async () => {
    const root = libraryRoot();
    const id = await withLibrary(root, (library) => addRecord(library));
    const old = `${root}-old`;
    cpSync(join(root, 'journal'), old, { recursive: true });
    await withLibrary(root, async (library) => {
      for (let n = 0; n < 9; n++) await retitle(library, id, `edit ${n}`);
    });
    cpSync(root, `${root}-2`, { recursive: true, filter: (path) => !path.endsWith('.jsonl') });
    cpSync(old, join(`${root}-2`, 'journal'), { recursive: true });
    await withLibrary(`${root}-2`, async (library) => expect(await retitle(library, id, 'after')).toBe(11));
    await withLibrary(`${root}-2`, async ({ store }) => expect((await store.get(id))?.title).toBe('after'));
  });
});
