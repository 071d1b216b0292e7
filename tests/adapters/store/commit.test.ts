import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleRecord } from '../../../electron/core/domain/records.ts';
import { addRecord, articleRecord, libraryRoot, open, retitle } from './store-fixture.ts';

const SLOW = { tuning: { idleMs: 1_000_000 } };

function journalLines(root: string): string[] {
  const folder = join(root, 'journal');
  return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean));
}

describe('a commit', () => {
  it('says what each record was and is, and leaves out what did not change', async () => {
    const library = await open(libraryRoot());
    const [a, b] = [await addRecord(library, { title: 'a' }), await addRecord(library, { title: 'b' })];
    const star = (record: ArticleRecord | null) => (record && record.title === 'a' ? { ...record, starred: true } : record);
    const { changes, libraryChanged } = await library.store.commit({ articles: new Map([a, b].map((id) => [id, star])) });
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ id: a, before: { starred: false }, after: { starred: true } });
    expect(libraryChanged).toBe(false);
  });

  it('over several segments and library.json is one journal line', async () => {
    const root = libraryRoot();
    const { store } = await open(root, SLOW);
    const ids = ['000000000001', '000100000001', '000200000001'];
    await store.commit({
      articles: new Map(ids.map((id) => [id, () => articleRecord(id)])),
      library: (draft) => void (draft.tags['t000000001'] = { id: 't000000001', name: 'tag' }),
    });
    const lines = journalLines(root);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[0-9a-f]{8} \{"q":1,"o":\[\["library","tags","t000000001",/);
  });

  it('shares its line with those queued in the same tick, and only the last one names the line to the index', async () => {
    const root = libraryRoot();
    const library = await open(root, SLOW);
    const id = await addRecord(library);
    const seqs = await Promise.all(['x', 'y', 'z'].map((title) => retitle(library, id, title)));
    expect(journalLines(root)).toHaveLength(2);
    expect(seqs).toEqual([1, 1, 2]);
    expect((await library.store.get(id))?.title).toBe('z');
  });

  it('sees the edits queued before it', async () => {
    const library = await open(libraryRoot());
    const id = await addRecord(library, { wordCount: 0 });
    const add = (record: ArticleRecord | null) => record && { ...record, wordCount: record.wordCount + 1 };
    await Promise.all(Array.from({ length: 50 }, () => library.store.commit({ articles: new Map([[id, add]]) })));
    expect((await library.store.get(id))?.wordCount).toBe(50);
  });

  it('changes nothing where one of its functions throws', async () => {
    const root = libraryRoot();
    const library = await open(root, SLOW);
    const [a, b] = [await addRecord(library, { title: 'a' }), await addRecord(library, { title: 'b' })];
    const edit = library.store.commit({
      articles: new Map([
        [a, (record: ArticleRecord | null) => record && { ...record, title: 'changed' }],
        [
          b,
          () => {
            throw new Error('no');
          },
        ],
      ]),
    });
    await expect(edit).rejects.toThrow('no');
    expect((await library.store.get(a))?.title).toBe('a');
    await retitle(library, b, 'later');
    expect((await library.store.get(a))?.title).toBe('a');
  });

  it('that changes nothing writes nothing, and still waits for what it depends on', async () => {
    const root = libraryRoot();
    const library = await open(root, SLOW);
    const id = await addRecord(library);
    const first = retitle(library, id, 'same');
    const second = library.store.commit({ articles: new Map([[id, (record: ArticleRecord | null) => record]]) });
    expect((await second).changes).toEqual([]);
    expect(journalLines(root).at(-1)).toContain('"same"');
    await first;
  });

  it('with a tombstone takes the record out', async () => {
    const library = await open(libraryRoot());
    const id = await addRecord(library);
    const { changes } = await library.store.commit({ tombstones: [{ id, purgedAt: '2024-01-01T00:00:00.000Z' }] });
    expect(changes).toMatchObject([{ id, after: null }]);
    expect(await library.store.get(id)).toBeNull();
    expect(await library.store.isPurged(id)).toBe(true);
  });

  it('of more than 1,000 articles is several lines and keeps few segments in memory', async () => {
    const root = libraryRoot();
    const { store } = await open(root, { tuning: { segmentsInMemory: 4, rotateBytes: 200_000 } });
    const ids = Array.from(
      { length: 24 * 64 },
      (_, n) =>
        `${Math.floor(n / 64)
          .toString(36)
          .padStart(4, '0')}${String(n).padStart(8, '0')}`,
    );
    await store.commit({ articles: new Map(ids.map((id) => [id, () => articleRecord(id)])) });
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, store.segmentsInMemory)), 1);
    const { changes } = await store.commit({ articles: new Map(ids.map((id) => [id, (record) => record && { ...record, read: true }])) });
    clearInterval(watch);
    expect(changes).toHaveLength(ids.length);
    expect(most).toBeLessThanOrEqual(4 + 8 + 1);
    expect((await store.getMany(ids)).every(({ read }) => read)).toBe(true);
  });
});
