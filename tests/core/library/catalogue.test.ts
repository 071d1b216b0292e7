import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CatalogueFile } from '../../../electron/adapters/store/catalogue-file.ts';
import { openLibrary, type OpenedLibrary } from '../../../electron/adapters/store/open-library.ts';
import type { ArticleRecord } from '../../../electron/core/domain/records.ts';
import { Catalogue } from '../../../electron/core/library/catalogue.ts';
import { AddressHashes } from '../../../electron/core/library/catalogue-columns.ts';
import { decodeTables, encodeTables } from '../../../electron/core/library/catalogue-tables.ts';
import type { CatalogueCache } from '../../../electron/core/ports.ts';
import { articleRecord } from '../../adapters/store/records-fixture.ts';

const ARTICLES = 1_300;
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'offprint-catalogue-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const idAt = (n: number): string =>
  Math.floor(n / 128)
    .toString(36)
    .padStart(4, '0') + n.toString(36).padStart(8, '0');
const savedAt = (n: number): string => new Date(Date.UTC(2024, 0, 1) + n).toISOString();
const recordAt = (n: number, more: Partial<ArticleRecord> = {}): ArticleRecord =>
  articleRecord(idAt(n), {
    keys: [`example.com/${n}`],
    savedAt: savedAt(n),
    tags: [`t00000000${n % 3}`],
    collections: n % 5 === 0 ? ['c000000001'] : [],
    ...(n % 7 === 0 && { feeds: [{ feedId: 'f000000001', item: `i${n}` }] }),
    trashedAt: n % 100 === 0 ? '2024-02-01T00:00:00.000Z' : null,
    ...more,
  });

async function fill(library: OpenedLibrary): Promise<void> {
  await library.store.commit({ articles: new Map(Array.from({ length: ARTICLES }, (_, n) => [idAt(n), () => recordAt(n)])) });
}

/** A session with the library: what `work` sees is the catalogue as a start finds it. */
async function session<T>(
  work: (catalogue: Catalogue, library: OpenedLibrary, cache: CountingCache) => Promise<T>,
  { close = true } = {},
): Promise<T> {
  const library = await openLibrary(root, { tuning: { idleMs: 1_000_000 } });
  const cache = countingCache(new CatalogueFile(library.store));
  const catalogue = new Catalogue(library.store, cache);
  await catalogue.start();
  try {
    const result = await work(catalogue, library, cache);
    if (close) await catalogue.close();
    return result;
  } finally {
    await library.close();
  }
}

interface CountingCache extends CatalogueCache {
  /** Whole readings that found something, and writings. */
  hits: number;
  writes: number;
}
function countingCache(inner: CatalogueCache): CountingCache {
  const cache: CountingCache = {
    hits: 0,
    writes: 0,
    read: async (first) => {
      const bytes = await inner.read(first);
      if (bytes && first === undefined) cache.hits++;
      return bytes;
    },
    write: async (bytes) => {
      cache.writes++;
      await inner.write(bytes);
    },
    remove: () => inner.remove(),
  };
  return cache;
}

/** Everything the catalogue answers, compared with what the records themselves say. */
async function expectRight(catalogue: Catalogue, { store }: OpenedLibrary): Promise<void> {
  await catalogue.ready();
  const all: ArticleRecord[] = [];
  for await (const { articles } of store.scan()) all.push(...articles);
  const idsOf = (fits: (record: ArticleRecord) => boolean): string[] =>
    all
      .filter(fits)
      .map(({ id }) => id)
      .sort();
  for (const tag of ['t000000000', 't000000001', 't000000002', 't000000009'])
    expect(catalogue.tagged([tag]).sort(), tag).toEqual(idsOf(({ tags }) => tags.includes(tag)));
  expect(catalogue.collected(['c000000001']).sort()).toEqual(idsOf(({ collections }) => collections.includes('c000000001')));
  expect(catalogue.fromFeeds(['f000000001']).sort()).toEqual(idsOf(({ feeds }) => feeds !== undefined));
  expect(catalogue.trashedUntil('2025').sort()).toEqual(idsOf(({ trashedAt }) => trashedAt !== null));
  for (const { id, keys } of all.filter((_, n) => n % 37 === 0)) for (const key of keys) expect(await catalogue.find([key]), key).toBe(id);
  expect(await catalogue.find(['example.com/none'])).toBeNull();
  const [taken] = all;
  expect(catalogue.claimStamp(Date.parse(taken?.savedAt ?? ''))).toBeGreaterThan(Date.parse(taken?.savedAt ?? ''));
}

describe('the catalogue', () => {
  it('of a large library is read from its file at the next start, and is right', async () => {
    await session(async (catalogue, library, cache) => {
      await fill(library);
      await expectRight(catalogue, library);
      expect(cache).toMatchObject({ hits: 0, writes: 1 });
    });
    await session(async (catalogue, library, cache) => {
      await expectRight(catalogue, library);
      expect(cache).toMatchObject({ hits: 1, writes: 0 });
    });
  });

  it('has what was saved, changed and deleted after its file was written, in a session that knew it and in one that did not', async () => {
    await session(async (catalogue, library) => {
      await fill(library);
      await catalogue.ready();
    });
    const change = async ({ store }: OpenedLibrary, from: number) => {
      const commit = await store.commit({
        articles: new Map<string, (record: ArticleRecord | null) => ArticleRecord | null>([
          [idAt(ARTICLES + from), () => recordAt(ARTICLES + from, { keys: [`example.com/new-${from}`], tags: ['t000000009'] })],
          [idAt(from), (record) => record && { ...record, tags: [], trashedAt: null, keys: [...record.keys, `example.com/other-${from}`] }],
          [idAt(from + 1), () => null],
        ]),
      });
      return commit;
    };
    // Never asked for: nothing is written.
    await session(async (_, library) => void (await change(library, 10)));
    // Asked for, then killed.
    await session(
      async (catalogue, library) => {
        await expectRight(catalogue, library);
        catalogue.note(await change(library, 200));
        await expectRight(catalogue, library);
      },
      { close: false },
    );
    await session(async (catalogue, library, cache) => {
      await expectRight(catalogue, library);
      expect(cache.hits).toBe(1);
      for (const key of ['new-10', 'other-10', 'new-200', 'other-200'])
        expect(await catalogue.find([`example.com/${key}`]), key).not.toBeNull();
      expect(await catalogue.find(['example.com/11'])).toBeNull();
      expect(await catalogue.find(['example.com/201'])).toBeNull();
    });
  });

  it('takes a change that comes while it is read', async () => {
    await session(async (catalogue, library) => {
      await fill(library);
      await catalogue.ready();
    });
    await session(async (catalogue, library) => {
      const reading = catalogue.ready();
      catalogue.note(
        await library.store.commit({
          articles: new Map<string, (record: ArticleRecord | null) => ArticleRecord | null>([
            [idAt(3), (record: ArticleRecord | null) => record && { ...record, tags: ['t000000009'] }],
            [idAt(ARTICLES), () => recordAt(ARTICLES)],
          ]),
        }),
      );
      await reading;
      await expectRight(catalogue, library);
      expect(await catalogue.find([`example.com/${ARTICLES}`])).toBe(idAt(ARTICLES));
    });
  });

  it('is not believed where it knows more than the journal: a number that comes again means another change', async () => {
    const path = join(root, 'cache', 'catalogue.bin');
    await session(async (catalogue, library) => {
      await fill(library);
      await catalogue.ready();
    });
    const library = await openLibrary(root);
    const tables = decodeTables((await new CatalogueFile(library.store).read()) ?? new Uint8Array());
    if (tables === null) throw new Error('The file cannot be read.');
    await new CatalogueFile(library.store).write(encodeTables({ ...tables, seq: library.store.seq + 1 }));
    await library.close();
    await session(async (catalogue, opened, cache) => {
      await expect(readFile(path)).rejects.toThrow();
      await expectRight(catalogue, opened);
      expect(cache.hits).toBe(0);
    });
  });

  it('is read from the library where its file is damaged anywhere', async () => {
    await session(async (catalogue, library) => {
      await fill(library);
      await catalogue.ready();
    });
    const path = join(root, 'cache', 'catalogue.bin');
    const good = await readFile(path);
    for (const at of [0, 9, 40, good.length >> 1, good.length - 1]) {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      writeFileSync(path, bytes);
      await session(
        async (catalogue, library, cache) => {
          await expectRight(catalogue, library);
          expect(cache.hits, `byte ${at}`).toBe(0);
        },
        { close: false },
      );
    }
    writeFileSync(path, good.subarray(0, 20));
    await session((catalogue, library) => expectRight(catalogue, library));
  });

  it('asks the record itself whether it has the address: what is only alike is not found', async () => {
    await session(async (catalogue, library) => {
      await library.store.commit({ articles: new Map([[idAt(0), () => recordAt(0)]]) });
      await catalogue.ready();
      // The address was taken from the article since; its hash is still there.
      catalogue.note(
        await library.store.commit({ articles: new Map([[idAt(0), (record) => record && { ...record, keys: ['example.com/b'] }]]) }),
      );
      expect(await catalogue.find(['example.com/0'])).toBeNull();
      expect(await catalogue.find(['example.com/b'])).toBe(idAt(0));
    });
  });

  it('still finds an address that a second article has when the first is gone', async () => {
    await session(async (catalogue, library) => {
      const both = new Map([0, 1].map((n) => [idAt(n), () => recordAt(n, { keys: ['example.com/same'] })]));
      await library.store.commit({ articles: both });
      await catalogue.ready();
      expect(await catalogue.find(['example.com/same'])).toBe(idAt(0));
      catalogue.note(await library.store.commit({ articles: new Map([[idAt(0), () => null]]) }));
      expect(await catalogue.find(['example.com/same'])).toBe(idAt(1));
    });
  });

  it('of a small library needs no file', async () => {
    await session(async (catalogue, library, cache) => {
      await library.store.commit({ articles: new Map([[idAt(0), () => recordAt(0)]]) });
      await catalogue.ready();
      await catalogue.close();
      expect(cache.writes).toBe(0);
    });
  });
});

it('addresses are told apart by their hashes, however many there are', () => {
  const addresses = new AddressHashes();
  for (let n = 0; n < 20_000; n++) addresses.add(`example.com/story-${n}`, n);
  for (let n = 0; n < 20_000; n += 7) expect(addresses.find(`example.com/story-${n}`)).toEqual([n]);
  expect(addresses.find('example.com/story-20000')).toEqual([]);
});
