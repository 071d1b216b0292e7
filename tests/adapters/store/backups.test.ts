import { copyFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileBackups } from '../../../electron/adapters/store/backups.ts';
import type { FileOperation } from '../../../electron/adapters/store/files.ts';
import { outdated } from '../../../electron/core/library/backup-plan.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';
import { contentsOf, dropKeptJournal, libraryRoot, open, retitle, saveArticle, systemError, withLibrary } from './store-fixture.ts';

const DAY = 86_400_000;

describe('a backup', () => {
  it('holds what was in the journal too, is read back, and shares what has not changed with the one before', async () => {
    const root = libraryRoot();
    const library = await open(root);
    const backups = new FileBackups(library.store);
    for (let n = 0; n < 130; n++) await saveArticle(library, `Article ${n}`);
    const first = await backups.make('by-hand');
    expect(first).toMatchObject({ reason: 'by-hand', articles: 130 });
    await saveArticle(library, 'One more');
    const second = await backups.make('by-hand');
    expect((await backups.list()).map(({ id }) => id)).toEqual([second.id, first.id]);
    const inode = (id: string, name: string) => statSync(join(root, 'backups', id, 'articles', name)).ino;
    expect(inode(second.id, '0000.json')).toBe(inode(first.id, '0000.json'));
    expect(inode(second.id, '0001.json')).not.toBe(inode(first.id, '0001.json'));
    // Never the library's own file: what damages that one must not reach the backup.
    expect(inode(first.id, '0000.json')).not.toBe(statSync(join(root, 'articles', '0000.json')).ino);
    const found = [];
    for await (const part of backups.parts(second.id)) found.push(...part.articles);
    expect(found).toHaveLength(131);
  });

  it('never blocks edits', async () => {
    const library = await open(libraryRoot());
    const id = await saveArticle(library, 'One');
    const making = new FileBackups(library.store).make('by-hand');
    const edited = retitle(library, id, 'Edited meanwhile').then(() => 'edit');
    expect(await Promise.race([edited, making.then(() => 'backup')])).toBe('edit');
    await making;
  });

  it('that does not fit on the disk is a note, and leaves nothing behind', async () => {
    const root = libraryRoot();
    let full = false;
    const faults = (operation: string, path: string) => {
      if (full && operation === 'write' && path.includes('backups')) throw systemError('ENOSPC');
    };
    const library = await open(root, { faults });
    const id = await saveArticle(library, 'One');
    full = true;
    const backups = new FileBackups(library.store);
    await backups.daily();
    expect(library.store.report.notes).toEqual([expect.stringMatching(/^Today's backup .* could not be made: .*\./)]);
    expect(readdirSync(join(root, 'backups'))).toEqual([]);
    await expect(backups.make('by-hand')).rejects.toMatchObject({ code: 'disk-full' });
    await retitle(library, id, 'Edits go on');
    expect(library.store.readOnly).toBeNull();
  });

  it('is made once a day', async () => {
    let now = Date.UTC(2024, 5, 1);
    const { store } = await open(libraryRoot(), { clock: { now: () => now } });
    const backups = new FileBackups(store);
    await backups.daily();
    await backups.daily();
    now += DAY;
    await backups.daily();
    expect(await backups.list()).toHaveLength(2);
  });

  it('that was cut off does not count and is cleared away by the next', async () => {
    const root = libraryRoot();
    const { store } = await open(root);
    const backups = new FileBackups(store);
    const cut = await backups.make('by-hand');
    rmSync(join(root, 'backups', cut.id, 'backup.json'));
    expect(await backups.list()).toEqual([]);
    await backups.make('by-hand');
    expect(existsSync(join(root, 'backups', cut.id))).toBe(false);
  });
});

it('backups of seven days and four weeks are kept, and the three newest', () => {
  const start = Date.UTC(2024, 0, 1);
  const times = Array.from({ length: 60 * 4 }, (_, n) => start + n * (DAY / 4));
  const gone = new Set(outdated(times));
  const kept = times.filter((time) => !gone.has(time)).map((time) => new Date(time).toISOString().slice(5, 13));
  expect(kept).toEqual([
    '02-11T18',
    '02-18T18',
    '02-23T18',
    '02-24T18',
    '02-25T18',
    '02-26T18',
    '02-27T18',
    '02-28T18',
    '02-29T06',
    '02-29T12',
    '02-29T18',
  ]);
  expect(outdated([...kept].map((_, n) => start + n))).toHaveLength(8);
});

describe('what a backup gives back when', () => {
  async function backedUp() {
    const root = libraryRoot();
    const ids = await withLibrary(root, async (library) => {
      await library.store.commit({
        library: (draft) => {
          draft.settings['settings'] = { id: 'settings', value: { theme: 'dark' } };
          draft.tags['t000000001'] = { id: 't000000001', name: 'Unused' };
        },
      });
      const saved = [await saveArticle(library, 'One'), await saveArticle(library, 'Two'), await saveArticle(library, 'Gone')];
      const [one = '', , gone = ''] = saved;
      await library.store.commit({
        articles: new Map([[one, (record) => record && { ...record, starred: true }]]),
        highlights: new Map([
          [
            one,
            () => [
              {
                id: 'haaaaaaaaa',
                articleId: one,
                exact: 'One',
                prefix: '',
                suffix: '',
                start: 0,
                end: 3,
                color: 'green' as const,
                note: 'mine',
                tags: [],
                orphan: false,
                createdAt: '2024-01-01T00:00:00.000Z',
                updatedAt: '2024-01-01T00:00:00.000Z',
              },
            ],
          ],
        ]),
      });
      await new FileBackups(library.store).make('by-hand');
      await library.store.commit({ tombstones: [{ id: gone, purgedAt: '2024-02-01T00:00:00.000Z' }] });
      await library.content.removeContent(gone);
      return saved;
    });
    return { root, ids };
  }

  it.each(['lost', 'zeroed'])('a segment is %s: stars, highlights; and nothing that was purged since', async (how) => {
    const { root, ids } = await backedUp();
    dropKeptJournal(root);
    const path = join(root, 'articles', '0000.json');
    if (how === 'lost') rmSync(path);
    else writeFileSync(path, Buffer.alloc(500));
    await withLibrary(root, async ({ store }) => {
      expect(await store.get(ids[0] ?? '')).toMatchObject({ starred: true, marks: { highlights: 1, notes: 1 } });
      expect(await store.highlights(ids[0] ?? '')).toMatchObject([{ exact: 'One', note: 'mine' }]);
      expect(await store.get(ids[1] ?? '')).toMatchObject({ title: 'Two' });
      expect(await store.get(ids[2] ?? '')).toBeNull();
      expect(store.report.problems.map(({ message }) => message).join()).toContain('comes from the backup');
    });
  });

  it.each(['lost', 'zeroed'])('library.json is %s: settings and unused tags', async (how) => {
    const { root } = await backedUp();
    const path = join(root, 'library.json');
    if (how === 'lost') rmSync(path);
    else writeFileSync(path, Buffer.alloc(500));
    await withLibrary(root, async ({ store }) => {
      expect(store.library.settings['settings']?.value).toEqual({ theme: 'dark' });
      expect(store.library.tags['t000000001']?.name).toBe('Unused');
      expect(store.report.problems).toHaveLength(1);
    });
    await withLibrary(root, async ({ store }) => {
      expect(store.library.settings['settings']?.value).toEqual({ theme: 'dark' });
      expect(store.report.problems).toEqual([]);
    });
  });

  it('the newest backup is damaged as well: the one before', async () => {
    const { root, ids } = await backedUp();
    const [first = ''] = readdirSync(join(root, 'backups'));
    await withLibrary(root, async (library) => {
      await retitle(library, ids[1] ?? '', 'Changed');
      await new FileBackups(library.store).make('by-hand');
    });
    const second = readdirSync(join(root, 'backups')).find((id) => id !== first) ?? '';
    for (const path of [join(root, 'articles', '0000.json'), join(root, 'backups', second, 'articles', '0000.json')]) {
      writeFileSync(path, Buffer.alloc(500));
    }
    await withLibrary(root, async ({ store }) => expect(await store.get(ids[0] ?? '')).toMatchObject({ starred: true }));
  });
});

it('every file of a backup is durable before the backup is said to be finished', async () => {
  const root = libraryRoot();
  const operations: string[] = [];
  const faults = (operation: FileOperation, path: string) => {
    if (path.includes('backups')) operations.push(`${operation} ${path.slice(path.indexOf('backups') + 33)}`);
  };
  const library = await open(root, { faults });
  await saveArticle(library, 'One');
  await new FileBackups(library.store).make('by-hand');
  await library.close();
  const finished = operations.findIndex((line) => line.startsWith('rename') && line.endsWith('backup.json'));
  const before = operations.slice(0, finished);
  for (const name of ['library.json', 'articles/0000.json', 'format.json', 'articles', 'journal']) expect(before).toContain(`sync ${name}`);
  expect(before.some((line) => /^sync journal\/\d{16}\.jsonl$/.test(line))).toBe(true);
});

describe('restoring', () => {
  let library: TestLibrary;
  beforeEach(async () => {
    library = await testLibrary();
  });
  afterEach(() => library.close());

  it('puts details, tags and settings back, keeps what was saved since, and backs up the state before', async () => {
    const { call } = library;
    const ids = await library.save('a', 'b');
    await call('articles.tag', { ids, add: ['news'] });
    await call('settings.set', { theme: 'dark' });
    const before = await contentsOf(library.opened);
    const { backup } = await call('backups.make', {});
    await call('articles.setFlags', { ids, flags: { starred: true } });
    await call('tags.delete', { id: Object.keys(library.opened.store.library.tags)[0] ?? '' });
    await call('settings.set', { theme: 'light' });
    const [later = ''] = await library.save('c');
    await call('articles.tag', { ids: [later], add: ['News'] });

    const done = await call('backups.restore', { id: backup.id });
    expect(done).toMatchObject({ restored: 2, kept: 0, gone: 0, before: { reason: 'before-restore', articles: 3 } });
    const after = (await contentsOf(library.opened)) as { articles: Record<string, { tags: string[] }> };
    expect(after).toMatchObject(before as object);
    const [tag] = Object.values(library.opened.store.library.tags);
    expect(Object.values(library.opened.store.library.tags).map(({ name }) => name)).toEqual(['news']);
    expect(after.articles[later]?.tags, 'saved since, under the tag of the same name').toEqual([tag?.id]);

    await call('backups.restore', { id: done.before.id });
    expect(await library.record(ids[0] ?? '')).toMatchObject({ starred: true });
  });

  it('does not bring back what was deleted for good, and says how many', async () => {
    const { call } = library;
    const [id = ''] = await library.save('a', 'b');
    const { backup } = await call('backups.make', {});
    await call('articles.trash', { ids: [id] });
    await call('articles.purge', { ids: [id] });
    expect(await call('backups.restore', { id: backup.id })).toMatchObject({ restored: 0, gone: 1 });
    expect(await library.opened.store.get(id)).toBeNull();
  });

  it('of a backup that is not there is refused in a sentence', async () => {
    await expect(library.call('backups.restore', { id: '2024-01-01T00-00-00-000Z' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('goes back to the oldest backup of a busy day, which making one more would have removed', async () => {
    const [id = ''] = await library.save('a');
    const { backup } = await library.call('backups.make', {});
    await library.call('articles.setFlags', { ids: [id], flags: { starred: true } });
    for (let n = 0; n < 2; n++) await library.call('backups.make', {});
    expect((await library.call('backups.list', {})).backups.map((one) => one.id)).toContain(backup.id);
    expect(await library.call('backups.restore', { id: backup.id })).toMatchObject({ restored: 1 });
    expect((await library.record(id)).starred).toBe(false);
  });

  it('keeps the state before the first of several restores, and not all of the others', async () => {
    const [id = ''] = await library.save('a');
    const made = [(await library.call('backups.make', {})).backup.id];
    await library.call('articles.setFlags', { ids: [id], flags: { starred: true } });
    made.push((await library.call('backups.make', {})).backup.id);
    const { before: first } = await library.call('backups.restore', { id: made[0] ?? '' });
    for (let n = 0; n < 8; n++) {
      const { backups } = await library.call('backups.list', {});
      await library.call('backups.restore', { id: backups[n % 2]?.id ?? '' });
    }
    const { backups } = await library.call('backups.list', {});
    expect(backups.map((one) => one.id)).toContain(first.id);
    expect(backups.length).toBeLessThan(8);
    await library.call('backups.restore', { id: first.id });
    expect((await library.record(id)).starred).toBe(true);
  });

  it('is there whole or not at all where it is cut off at any moment', async () => {
    const root = libraryRoot();
    const states: string[] = [];
    const stateOf = async (at: TestLibrary): Promise<string> => {
      const { tags, facts } = at.opened.store.library;
      expect(facts['restoring']).toBeUndefined();
      return JSON.stringify([await at.state(), Object.values(tags).map(({ name }) => name)]);
    };
    const first = await testLibrary({ root });
    const ids = await first.save('a', 'b');
    await first.call('articles.tag', { ids, add: ['news'] });
    // Segments of their own, so that the restore takes several lines of the journal.
    const record = await first.record(ids[0] ?? '');
    for (const seg of ['0001', '0002', '0003']) {
      const id = `${seg}00000001`;
      await first.opened.store.commit({ articles: new Map([[id, () => ({ ...record, id, keys: [id] })]]) });
      cpSync(join(root, first.opened.content.folderOf(ids[0] ?? '')), join(root, first.opened.content.folderOf(id)), { recursive: true });
      ids.push(id);
    }
    const { backup } = await first.call('backups.make', {});
    await first.call('articles.setFlags', { ids, flags: { starred: true } });
    await first.call('tags.delete', { id: Object.keys(first.opened.store.library.tags)[0] ?? '' });
    const [later = ''] = await first.save('c');
    await first.call('articles.tag', { ids: [later], add: ['News'] });
    states.push(await stateOf(first));
    await first.close();

    // What a killed process leaves is what the disk has at that moment: a copy after each thing written.
    const copies: string[] = [];
    const faults = (operation: FileOperation, path: string): void => {
      if (operation !== 'write' || path.includes('backups')) return;
      const copy = `${root}-cut-${copies.length}`;
      cpSync(root, copy, { recursive: true, filter: (from) => !from.endsWith('lock') && !from.includes('/cache') });
      copies.push(copy);
    };
    const second = await testLibrary({ root, faults });
    copies.length = 0;
    await second.call('backups.restore', { id: backup.id });
    states.push(await stateOf(second));
    await second.close();
    expect(new Set(states).size).toBe(2);
    expect(copies.length).toBeGreaterThan(5);
    const found = new Set<number>();
    for (const copy of copies) {
      const opened = await testLibrary({ root: copy });
      const state = states.indexOf(await stateOf(opened));
      await opened.close();
      expect(state, copy).not.toBe(-1);
      found.add(state);
    }
    expect([...found].sort()).toEqual([0, 1]);
  });

  it('works where documents are badly damaged', async () => {
    const root = libraryRoot();
    const first = await testLibrary({ root });
    const ids = await first.save('a', 'b');
    await first.call('articles.tag', { ids, add: ['news'] });
    const { backup } = await first.call('backups.make', {});
    await first.close();
    copyFileSync(join(root, 'format.json'), join(root, 'articles', '0000.json'));
    writeFileSync(join(root, 'library.json'), readFileSync(join(root, 'library.json')).subarray(0, 40));
    const second = await testLibrary({ root });
    await second.call('backups.restore', { id: backup.id });
    expect(Object.values(second.opened.store.library.tags)).toMatchObject([{ name: 'news' }]);
    for (const id of ids) expect((await second.record(id)).tags).toHaveLength(1);
    await second.close();
  });
});

it('a backup made after the clock was set back is kept', () => {
  const ahead = Date.UTC(2030, 0, 1);
  const times = Array.from({ length: 40 }, (_, n) => ahead + n * DAY);
  const now = Date.UTC(2024, 0, 1);
  expect(outdated([...times, now])).toContain(now);
  expect(outdated([...times, now], now)).not.toContain(now);
});
