import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskUseSchema } from '../../../electron/contract/entities.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
beforeEach(async () => {
  library = await testLibrary();
});
afterEach(() => library.close());

/** Everything below, with what the file system says of it: the oracle. */
const sizeOf = (path: string): number =>
  (existsSync(join(library.root, path)) ? readdirSync(join(library.root, path), { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
const image = async (bytes: number, fill: number): Promise<string> =>
  (await library.opened.content.putImage(new Uint8Array(bytes).fill(fill), 'png')).path;
const edit = (id: string, change: object) =>
  library.opened.store.commit({ articles: new Map([[id, (record) => record && { ...record, ...change }]]) });

it('counts an image that articles share once, and frees it only with the last of them', async () => {
  const [a = '', b = '', c = ''] = await library.save('a', 'b', 'c');
  const own = (id: string): number => sizeOf(library.opened.content.folderOf(id));
  const [shared, alone, loose] = [await image(5_000, 1), await image(700, 2), await image(40, 3)];
  await library.opened.store.commit({
    library: (draft) => {
      draft.collections['c000000001'] = { id: 'c000000001', name: 'World', parentId: null, order: 1 };
      draft.collections['c000000002'] = { id: 'c000000002', name: 'Turkey', parentId: 'c000000001', order: 1 };
    },
  });
  const feeds = [{ feedId: 'f000000001', item: 'x' }];
  await edit(a, { images: [shared, alone], collections: ['c000000002'], feeds, savedAt: '2023-05-01T00:00:00.000Z' });
  await edit(b, { images: [shared, shared], collections: ['c000000001'] });
  await edit(c, { trashedAt: '2024-06-01T10:00:00.000Z' });
  const use = diskUseSchema.parse(await library.call('library.diskUse', {}));
  const [ofA, ofB, ofC] = [own(a), own(b), own(c)];
  expect(use).toMatchObject({
    articles: 3,
    texts: sizeOf('content'),
    images: 5_000 + 700 + 40,
    trash: { articles: 1, frees: ofC },
  });
  expect(loose).not.toBe(alone);
  const both = { articles: 2, bytes: ofA + ofB + 5_700, frees: ofA + ofB + 5_700 };
  expect(use.collections).toEqual([
    { id: 'c000000001', name: 'World', ...both },
    // The shared image stays with the other article.
    { id: 'c000000002', name: 'World / Turkey', articles: 1, bytes: ofA + 5_700, frees: ofA + 700 },
    { id: null, name: '', articles: 1, bytes: ofC, frees: ofC },
  ]);
  expect(use.years).toEqual([
    { id: '2024', name: '2024', articles: 2, bytes: ofB + ofC + 5_000, frees: ofB + ofC },
    { id: '2023', name: '2023', articles: 1, bytes: ofA + 5_700, frees: ofA + 700 },
  ]);
  // A feed that is no longer followed groups nothing.
  expect(use.feeds).toEqual([{ id: null, name: '', articles: 3, bytes: ofA + ofB + ofC + 5_700, frees: ofA + ofB + ofC + 5_700 }]);
});

it('counts an image that earlier versions show, and one that is a feed’s icon stays', async () => {
  const [a = ''] = await library.save('a');
  const [earlier, icon] = [await image(900, 1), await image(50, 2)];
  const record = await library.record(a);
  const feed = { url: 'https://example.com/feed', siteUrl: null, title: 'Harbour', folder: '', addedAt: '2024-01-01T00:00:00.000Z', icon };
  const settings = {
    paused: true,
    interval: null,
    fullText: true,
    images: true,
    keep: { kind: 'all' as const },
    tags: [],
    collections: [],
  };
  await library.opened.store.commit({ library: (draft) => void (draft.feeds['f000000001'] = { id: 'f000000001', ...feed, settings }) });
  await edit(a, {
    images: [icon],
    feeds: [{ feedId: 'f000000001', item: 'x' }],
    versions: [{ ...record, n: 1, capturedAt: record.savedAt, replacedBy: 'again', images: [earlier] }],
  });
  const own = sizeOf(library.opened.content.folderOf(a));
  const { feeds } = await library.call('library.diskUse', {});
  expect(feeds).toEqual([{ id: 'f000000001', name: 'Harbour', articles: 1, bytes: own + 950, frees: own + 900 }]);
});

it('counts the rest of the library, a file that backups share once, and is a job', async () => {
  await library.save('a');
  await library.call('backups.make', {});
  await library.call('backups.make', {});
  const use = await library.call('library.diskUse', {});
  const [first = ''] = readdirSync(join(library.root, 'backups'));
  expect(use.backups).toBeGreaterThan(sizeOf(`backups/${first}/articles`));
  expect(use.backups).toBeLessThan(sizeOf('backups'));
  expect(use.documents).toBe(
    sizeOf('articles') +
      sizeOf('journal') +
      sizeOf('queue') +
      readdirSync(library.root, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .reduce((sum, { name }) => sum + statSync(join(library.root, name)).size, 0),
  );
  const { jobs } = await library.call('jobs.list', {});
  expect(jobs.map(({ kind, state }) => `${kind} ${state}`)).toContain('disk-use done');
});

it('can be cancelled', async () => {
  await library.save('a', 'b');
  const asked = library.call('library.diskUse', {});
  const { jobs } = await library.call('jobs.list', {});
  const job = jobs.find(({ kind }) => kind === 'disk-use');
  await library.call('jobs.cancel', { id: job?.id ?? '' });
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
});
