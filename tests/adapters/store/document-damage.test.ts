import { cpSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Commit } from '../../../electron/core/ports.ts';
import { openLibrary, type OpenedLibrary } from '../../../electron/adapters/store/open-library.ts';
import { verifyLibrary } from '../../../electron/adapters/store/verify.ts';
import {
  addRecord,
  articleRecord,
  contentMeta,
  contentsOf,
  dropKeptJournal,
  libraryRoot,
  retitle,
  saveArticle,
  withLibrary,
} from './store-fixture.ts';

async function savedLibrary(): Promise<{ root: string; ids: string[] }> {
  const root = libraryRoot();
  const ids = await withLibrary(root, async (library) => {
    const tag = { id: 't000000001', name: 'Türkiye' };
    const above = { id: 'c000000001', name: 'News', parentId: null, order: 0 };
    const below = { id: 'c000000002', name: 'Turkey', parentId: above.id, order: 0 };
    await library.store.commit({
      library: (draft) => {
        draft.tags[tag.id] = tag;
        draft.collections[above.id] = above;
        draft.collections[below.id] = below;
      },
    });
    const saved: string[] = [];
    for (let n = 0; n < 4; n++) {
      const options = { record: { tags: [tag.id], collections: [below.id] }, tags: ['Türkiye'], collections: ['News / Turkey'] };
      saved.push(await saveArticle(library, `Article ${n}`, options));
    }
    return saved;
  });
  return { root, ids };
}

function damage(path: string, how: string): void {
  const { length } = readFileSync(path);
  if (how === 'zeroed') writeFileSync(path, Buffer.alloc(length));
  if (how === 'cut short') truncateSync(path, Math.floor(length / 2));
  if (how === 'emptied') truncateSync(path, 0);
  if (how === 'not JSON') writeFileSync(path, readFileSync(path, 'utf8').replace('{', 'x'));
  if (how === 'deleted') rmSync(path);
}

const WAYS = ['zeroed', 'cut short', 'emptied', 'not JSON', 'deleted'];

describe('a segment that is', () => {
  it.each(WAYS)('%s is rebuilt from the articles’ folders, kept aside and reported', async (how) => {
    const { root, ids } = await savedLibrary();
    const before = await withLibrary(root, async (library) => structuredClone(await contentsOf(library)));
    dropKeptJournal(root);
    damage(join(root, 'articles', '0000.json'), how);
    await withLibrary(root, async (library) => {
      expect(await contentsOf(library)).toEqual(before);
      const { problems, notes } = library.store.report;
      // Four whole folders without any document look like saves that were cut off: finished, and nothing is known to be lost.
      expect([problems.length, notes.length]).toEqual(how === 'deleted' ? [0, 1] : [1, 0]);
    });
    const aside = readdirSync(join(root, 'articles')).filter((name) => name.includes('.damaged-'));
    expect(aside).toHaveLength(how === 'deleted' ? 0 : 1);
    await withLibrary(root, async ({ store, content }) => {
      expect((await store.getMany(ids)).length).toBe(4);
      expect(store.report).toMatchObject({ problems: [], notes: [] });
      expect((await verifyLibrary({ store, content, index: null, repair: false })).ok).toBe(true);
    });
  });

  it('damaged takes what the journal knows over what the folders say', async () => {
    const { root, ids } = await savedLibrary();
    const copy = `${root}-crashed`;
    const library = await openLibrary(root, { tuning: { idleMs: 1_000_000 } });
    await retitle(library, ids[0] ?? '', 'Retitled');
    await library.store.commit({ tombstones: [{ id: ids[1] ?? '', purgedAt: '2024-01-01T00:00:00.000Z' }] });
    cpSync(root, copy, { recursive: true, filter: (path) => !path.endsWith('lock') });
    await library.close();
    damage(join(copy, 'articles', '0000.json'), 'zeroed');
    await withLibrary(copy, async ({ store }) => {
      expect((await store.get(ids[0] ?? ''))?.title).toBe('Retitled');
      expect(await store.get(ids[1] ?? ''), 'purged: its folder does not bring it back').toBeNull();
      expect((await store.get(ids[2] ?? ''))?.title).toBe('Article 2');
    });
  });

  it('damaged in one record only keeps the others as they are', async () => {
    const { root, ids } = await savedLibrary();
    await withLibrary(root, (library) => retitle(library, ids[0] ?? '', 'Edited later'));
    const path = join(root, 'articles', '0000.json');
    const document = JSON.parse(readFileSync(path, 'utf8')) as { articles: Record<string, unknown> };
    document.articles[ids[1] ?? ''] = 'rubbish';
    writeFileSync(path, JSON.stringify(document));
    await withLibrary(root, async ({ store }) => {
      expect((await store.get(ids[0] ?? ''))?.title).toBe('Edited later');
      expect((await store.get(ids[1] ?? ''))?.title).toBe('Article 1');
      expect(store.report.problems).toHaveLength(1);
    });
  });

  it('rebuilt while the library is open announces its records for the index', async () => {
    const { root, ids } = await savedLibrary();
    // Opening reads the newest segment only.
    await withLibrary(root, ({ store }) => store.commit({ articles: new Map([['000100000001', () => articleRecord('000100000001')]]) }));
    damage(join(root, 'articles', '0000.json'), 'zeroed');
    await withLibrary(root, async ({ store }) => {
      const heard: Commit[] = [];
      store.onRecovered((commit) => void heard.push(commit));
      await store.get(ids[0] ?? '');
      expect(heard.flatMap(({ changes }) => changes.map(({ id }) => id)).sort()).toEqual([...ids].sort());
    });
  });

  it('damaged in a file that cannot be written is shown as far as it can be', async () => {
    const { root, ids } = await savedLibrary();
    damage(join(root, 'articles', '0000.json'), 'zeroed');
    const readOnly = {
      faults: () => {
        throw Object.assign(new Error('read-only'), { code: 'EROFS' });
      },
    };
    await withLibrary(
      root,
      async ({ store }) => {
        expect(store.readOnly).toContain('reading only');
        expect((await store.getMany(ids)).length).toBe(4);
      },
      readOnly,
    );
    expect(readdirSync(join(root, 'articles'))).toEqual(['0000.json']);
  });
});

describe('a library.json that is', () => {
  it.each(WAYS)('%s gets its tags and collections back from the articles', async (how) => {
    const { root, ids } = await savedLibrary();
    const before = await withLibrary(root, async (library) => structuredClone(await contentsOf(library)));
    damage(join(root, 'library.json'), how);
    await withLibrary(root, async (library) => {
      const { tags, collections } = library.store.library;
      expect(Object.values(tags)).toEqual([{ id: 't000000001', name: 'Türkiye' }]);
      expect(collections['c000000002']).toMatchObject({ name: 'Turkey' });
      expect(collections[collections['c000000002']?.parentId ?? '']).toMatchObject({ name: 'News', parentId: null });
      expect(library.store.report.problems).toHaveLength(1);
      expect((await contentsOf(library)) as { articles: unknown }).toMatchObject({ articles: (before as { articles: object }).articles });
    });
    await withLibrary(root, async ({ store, content }) => {
      expect(store.report.problems).toEqual([]);
      expect((await verifyLibrary({ store, content, index: null, repair: false })).ok).toBe(true);
      expect((await store.getMany(ids)).length).toBe(4);
    });
  });

  it('damaged names what only records refer to', async () => {
    const { root } = await savedLibrary();
    await withLibrary(root, async (library) => {
      await library.store.commit({ library: (draft) => void (draft.tags['t000000002'] = { id: 't000000002', name: 'later' }) });
      await addRecord(library, { tags: ['t000000002'] });
    });
    dropKeptJournal(root);
    damage(join(root, 'library.json'), 'zeroed');
    await withLibrary(root, async ({ store }) => expect(store.library.tags['t000000002']?.name).toBe('Recovered tag 1'));
  });
});

describe('a save that was cut off', () => {
  async function cutOffSave(root: string): Promise<string> {
    return withLibrary(root, async ({ store, content }) => {
      const id = await store.allocateId();
      const record = articleRecord(id, { tags: ['t000000001'] });
      const meta = contentMeta(record, { tags: ['Türkiye', 'New'] });
      await content.write(id, { articleHtml: '<p>late', text: 'late', sourceGz: null, meta });
      return id;
    });
  }
  const tagNames = async ({ store }: OpenedLibrary, id: string) => (await store.get(id))?.tags.map((tag) => store.library.tags[tag]?.name);

  it('before its record was journalled is finished when the library is opened next, with its tags', async () => {
    const { root } = await savedLibrary();
    const id = await cutOffSave(root);
    await withLibrary(root, async (library) => {
      expect(await tagNames(library, id)).toEqual(['Türkiye', 'New']);
      expect(library.store.report).toMatchObject({ notes: ['A save that was cut off was finished.'], problems: [] });
    });
    await withLibrary(root, async ({ store }) => expect(store.report.notes).toEqual([]));
  });

  it('in an older segment is found by a check and finished by repair', async () => {
    const { root } = await savedLibrary();
    const id = await cutOffSave(root);
    const folder = join(root, 'content', '0000', id);
    renameSync(folder, `${root}-aside`);
    await withLibrary(root, ({ store }) => store.commit({ articles: new Map([['000100000001', () => articleRecord('000100000001')]]) }));
    await withLibrary(root, ({ store }) => store.commit({ articles: new Map([['000100000001', () => null]]) }));
    renameSync(`${root}-aside`, folder);
    await withLibrary(root, async (library) => {
      const { store, content } = library;
      const looked = await verifyLibrary({ store, content, index: null, repair: false });
      expect(looked).toMatchObject({ ok: true, notes: [expect.stringContaining('repair finishes it')] });
      expect(await store.get(id)).toBeNull();
      await verifyLibrary({ store, content, index: null, repair: true });
      expect(await tagNames(library, id)).toEqual(['Türkiye', 'New']);
      expect((await verifyLibrary({ store, content, index: null, repair: false })).notes).toEqual([]);
    });
  });

  it('before its meta.json was written is removed by repair, and only by repair', async () => {
    const { root } = await savedLibrary();
    const folder = join(root, 'content', '0000', '0000aaaabbbb');
    cpSync(join(root, 'content', '0000', readdirSync(join(root, 'content', '0000'))[0] ?? ''), folder, { recursive: true });
    rmSync(join(folder, 'meta.json'));
    await withLibrary(root, async ({ store, content }) => {
      expect(await verifyLibrary({ store, content, index: null, repair: false })).toMatchObject({ ok: true });
      expect(readdirSync(join(root, 'content', '0000'))).toContain('0000aaaabbbb');
      expect(await verifyLibrary({ store, content, index: null, repair: true })).toMatchObject({ ok: true });
      expect(readdirSync(join(root, 'content', '0000'))).not.toContain('0000aaaabbbb');
    });
  });
});
