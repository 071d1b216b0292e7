import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../electron/adapters/store/format.ts';
import { addRecord, articleRecord, contentsOf, libraryRoot, open, retitle, saveArticle, withLibrary } from './store-fixture.ts';

describe('a library on disk', () => {
  it('is made where there is none, with every part of the layout', async () => {
    const root = libraryRoot();
    await withLibrary(root, async () => undefined);
    expect(readdirSync(root).sort()).toEqual(['articles', 'content', 'format.json', 'images', 'journal', 'library.json']);
    expect(JSON.parse(readFileSync(join(root, 'format.json'), 'utf8'))).toMatchObject({
      format: 'offprint-library',
      version: FORMAT_VERSION,
    });
  });

  it('gives back after reopening exactly what was put in', async () => {
    const root = libraryRoot();
    const before = await withLibrary(root, async (library) => {
      for (let n = 0; n < 5; n++) await saveArticle(library, `Article ${n}`);
      await library.store.commit({
        library: (draft) => {
          draft.tags['t000000001'] = { id: 't000000001', name: 'Çay' };
          draft.settings['settings'] = { id: 'settings', value: { theme: 'dark' } };
        },
      });
      return structuredClone(await contentsOf(library));
    });
    await withLibrary(root, async (library) => {
      expect(await contentsOf(library)).toEqual(before);
      expect(library.store.report).toMatchObject({ notes: [], problems: [] });
    });
  });

  it('gives back the journal where it was never folded into the documents', async () => {
    const root = libraryRoot();
    const library = await open(root, { tuning: { idleMs: 1_000_000 } });
    const id = await addRecord(library, { title: 'Journalled' });
    expect(existsSync(join(root, 'articles', '0000.json'))).toBe(false);
    await retitle(library, id, 'Journalled twice');
    await library.store.checkpoint();
    await retitle(library, id, 'Three times');
    expect(readFileSync(join(root, 'articles', '0000.json'), 'utf8')).toContain('Journalled twice');
    await library.close();
    await withLibrary(root, async ({ store }) => expect((await store.get(id))?.title).toBe('Three times'));
  });

  it('keeps seqs rising after the journal was emptied', async () => {
    const root = libraryRoot();
    const id = await withLibrary(root, (library) => addRecord(library));
    const first = await withLibrary(root, (library) => retitle(library, id, 'second'));
    const second = await withLibrary(root, (library) => retitle(library, id, 'third'));
    expect(first).toBe(2);
    expect(second).toBe(3);
    await withLibrary(root, async ({ store }) => expect((await store.get(id))?.title).toBe('third'));
  });

  it('fills segments of 128 ids, tombstones counted', async () => {
    const root = libraryRoot();
    await withLibrary(root, async (library) => {
      const ids: string[] = [];
      for (let n = 0; n < 128; n++) ids.push(await library.store.allocateId());
      expect(new Set(ids.map((id) => id.slice(0, 4)))).toEqual(new Set(['0000']));
      expect((await library.store.allocateId()).slice(0, 4)).toBe('0001');
      const record = (id: string) => [id, () => articleRecord(id)] as const;
      await library.store.commit({ articles: new Map(ids.map(record)) });
      const gone = ids.slice(0, 50);
      await library.store.commit({
        articles: new Map(gone.map((id) => [id, () => null])),
        tombstones: gone.map((id) => ({ id, purgedAt: '2024-01-01T00:00:00.000Z' })),
      });
    });
    await withLibrary(root, async ({ store }) => expect((await store.allocateId()).slice(0, 4)).toBe('0001'));
  });

  it('answers getMany in the order asked and leaves out what it does not know', async () => {
    const library = await open(libraryRoot());
    const [a, b] = [await addRecord(library), await addRecord(library)];
    expect((await library.store.getMany([b, '0000zzzzzzzz', a, 'zzzz00000000'])).map(({ id }) => id)).toEqual([b, a]);
    expect(await library.store.get('0000zzzzzzzz')).toBeNull();
  });

  it('scans only segments with a change after a seq', async () => {
    const root = libraryRoot();
    const many = (segment: string) => Array.from({ length: 3 }, (_, n) => `${segment}0000000${n}`);
    const seqs = await withLibrary(root, async ({ store }) => {
      const put = async (segment: string) =>
        (await store.commit({ articles: new Map(many(segment).map((id) => [id, () => articleRecord(id)])) })).seq;
      return [await put('0000'), await put('0001'), await put('0002')];
    });
    const changed = async (after: number, root_: string) =>
      withLibrary(root_, async ({ store }) => {
        const found: string[] = [];
        for await (const { segment } of store.scan({ changedAfter: after })) found.push(segment);
        return found;
      });
    expect(await changed(0, root)).toEqual(['0000', '0001', '0002']);
    expect(await changed(seqs[0] ?? 0, root)).toEqual(['0001', '0002']);
    expect(await changed(seqs[2] ?? 0, root)).toEqual([]);
    await withLibrary(root, (library) => retitle(library, '000000000001', 'new'));
    expect(await changed(seqs[2] ?? 0, root)).toEqual(['0000']);
  });

  it('freezes records, so that a mutation cannot go unnoticed', async () => {
    const library = await open(libraryRoot());
    const id = await addRecord(library);
    const record = await library.store.get(id);
    expect(() => Object.assign(record ?? {}, { title: 'mutated' })).toThrow(TypeError);
    expect(() => Object.assign(record?.receipt ?? {}, { images: 9 })).toThrow(TypeError);
  });
});
