import { mkdirSync, rmSync, truncateSync, writeFileSync, appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IndexWriter } from '../../../electron/core/ports.ts';
import { verifyLibrary } from '../../../electron/adapters/store/verify.ts';
import { addRecord, libraryRoot, open, saveArticle, systemError, withLibrary } from './store-fixture.ts';
import type { OpenedLibrary } from '../../../electron/adapters/store/open-library.ts';

const check = ({ store, content }: OpenedLibrary, repair = false, index: IndexWriter | null = null) =>
  verifyLibrary({ store, content, index, repair });

function indexOf(...ids: string[]): IndexWriter & { held: Set<string> } {
  const held = new Set(ids);
  return {
    mode: 'fts',
    appliedSeq: 1,
    held,
    apply: ({ upsert, remove }) => {
      for (const { record } of upsert) held.add(record.id);
      for (const id of remove) held.delete(id);
      return Promise.resolve();
    },
    ids: () => Promise.resolve(new Set(held)),
    close: () => Promise.resolve(),
  };
}

describe('checking a library', () => {
  it('that is in order counts what it looked at', async () => {
    const library = await open(libraryRoot());
    await saveArticle(library, 'one');
    await saveArticle(library, 'two', { image: 'one' });
    const report = await check(library);
    expect(report).toMatchObject({ ok: true, notes: [], problems: [], checked: { articles: 2, files: 8, images: 1 } });
    expect(report.checked.bytes).toBeGreaterThan(1000);
  });

  it.each(['article.html', 'text.txt', 'meta.json', 'source.html.gz'])('finds %s missing, cut short and altered', async (name) => {
    const root = libraryRoot();
    const library = await open(root);
    const id = await saveArticle(library, 'Text of it');
    const path = `content/0000/${id}/${name}`;
    const bytes = readFileSync(join(root, path));
    const ways = [
      () => truncateSync(join(root, path), 2),
      () => writeFileSync(join(root, path), Buffer.concat([bytes, Buffer.from(' ')])),
      () => rmSync(join(root, path)),
    ];
    for (const damage of ways) {
      damage();
      const report = await check(library, true);
      expect(report).toMatchObject({ ok: false, problems: [{ articleId: id, path }] });
      expect(report.problems[0]?.message).toMatch(/"Text of it" is (missing|not as it was saved)\. Save it again from https:/);
      writeFileSync(join(root, path), bytes);
    }
    expect((await check(library)).ok).toBe(true);
  });

  it('finds a missing and a damaged image', async () => {
    const root = libraryRoot();
    const library = await open(root);
    const id = await saveArticle(library, 'Text');
    const [path = ''] = (await library.store.get(id))?.images ?? [];
    appendFileSync(join(root, path), 'x');
    expect(await check(library)).toMatchObject({ ok: false, problems: [{ articleId: id, path }] });
    rmSync(join(root, path));
    expect(await check(library)).toMatchObject({ ok: false, problems: [{ articleId: id, path }] });
  });

  it('does not speak of articles in the middle of being saved', async () => {
    const library = await open(libraryRoot());
    const id = await library.store.allocateId();
    mkdirSync(join(library.store.root, library.content.folderOf(id)), { recursive: true });
    expect(await check(library, true)).toMatchObject({ ok: true, notes: [] });
    expect(existsSync(join(library.store.root, library.content.folderOf(id)))).toBe(true);
  });

  it('calls the remains of a purge a note and removes them on repair; nothing deleted comes back', async () => {
    const root = libraryRoot();
    const id = await withLibrary(root, async (library) => {
      const saved = await saveArticle(library, 'Text');
      await library.store.commit({ tombstones: [{ id: saved, purgedAt: '2024-01-01T00:00:00.000Z' }] });
      return saved;
    });
    const library = await open(root);
    const folder = join(root, library.content.folderOf(id));
    expect((await check(library)).notes).toHaveLength(1);
    expect(existsSync(folder)).toBe(true);
    expect(await check(library, true)).toMatchObject({ ok: true });
    expect(existsSync(folder)).toBe(false);
    expect(await library.store.get(id)).toBeNull();
    expect(await check(library)).toMatchObject({ ok: true, notes: [] });
  });

  it('gives tags and collections that are gone new names on repair', async () => {
    const library = await open(libraryRoot());
    await saveArticle(library, 'Text', { record: { tags: ['t000000009'], collections: ['c000000009'] } });
    expect((await check(library)).ok).toBe(false);
    expect((await check(library, true)).ok).toBe(true);
    expect(library.store.library.tags['t000000009']?.name).toBe('Recovered tag 1');
    expect(library.store.library.collections['c000000009']?.name).toBe('Recovered collection 1');
  });

  it('writes a document again that was damaged on disk while it was in memory', async () => {
    const root = libraryRoot();
    const library = await open(root);
    const id = await saveArticle(library, 'Text');
    await library.store.checkpoint();
    for (const name of ['articles/0000.json', 'library.json']) writeFileSync(join(root, name), '');
    expect((await check(library)).problems).toHaveLength(2);
    expect(await check(library, true)).toMatchObject({ ok: true, problems: [] });
    expect(readFileSync(join(root, 'articles/0000.json'), 'utf8')).toContain(id);
    expect((await check(library)).ok).toBe(true);
  });

  it('takes an index out of step for a note, and puts it in step on repair', async () => {
    const library = await open(libraryRoot());
    const [a, b] = [await saveArticle(library, 'a'), await saveArticle(library, 'b')];
    const index = indexOf(a, '0000ghost000');
    library.store.onRecovered(({ changes }) => {
      for (const { id } of changes) index.held.add(id);
    });
    expect(await check(library, false, index)).toMatchObject({ ok: true, notes: [expect.stringContaining('not in step')] });
    expect(await check(library, true, index)).toMatchObject({ ok: true });
    expect([...index.held].sort()).toEqual([a, b].sort());
    expect(await check(library, false, index)).toMatchObject({ ok: true, notes: [] });
  });

  it('shows what opening recovered as notes, and damage it could not undo as problems until it is repaired', async () => {
    const root = libraryRoot();
    await withLibrary(root, (library) => saveArticle(library, 'Text'));
    writeFileSync(join(root, 'articles/0000.json'), Buffer.alloc(100));
    const library = await open(root);
    expect(await check(library)).toMatchObject({ ok: false, problems: [{ path: 'articles/0000.json', articleId: null }] });
    expect(await check(library, true)).toMatchObject({ ok: true, problems: [] });
    expect(await check(library)).toMatchObject({ ok: true });
  });

  it('of a library that cannot be written repairs nothing and says so', async () => {
    const root = libraryRoot();
    await withLibrary(root, (library) => saveArticle(library, 'Text'));
    const faults = () => {
      throw systemError('EROFS');
    };
    const library = await open(root, { faults });
    expect((await check(library, true)).notes[0]).toMatch(/Nothing was repaired/);
  });

  it('keeps saved-at times unique when it finishes a save that was cut off', async () => {
    const root = libraryRoot();
    const savedAt = '2024-05-05T05:05:05.005Z';
    const orphan = await withLibrary(root, async (library) => {
      const id = await saveArticle(library, 'orphan', { record: { savedAt } });
      await library.store.commit({ articles: new Map([[id, () => null]]) });
      await addRecord(library, { savedAt });
      return id;
    });
    const library = await open(root);
    await check(library, true);
    expect((await library.store.get(orphan))?.savedAt).toBe('2024-05-05T05:05:05.006Z');
  });
});
