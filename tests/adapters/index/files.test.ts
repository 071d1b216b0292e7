import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIndexReader, openIndexWriter, type OpenedReader } from '../../../electron/adapters/index/open-index.ts';
import { documentOf, EVERYTHING, idOf, NO_NAMES, openTestLibrary } from './library.ts';

const request = { view: EVERYTHING, keep: [], offset: 0, limit: 10 };

describe('the index file', () => {
  let root: string;
  let file: string;
  const readers: OpenedReader[] = [];

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'offprint-index-'));
    file = join(root, 'cache', 'index.db');
  });
  afterEach(() => {
    for (const reader of readers.splice(0)) reader.close();
    rmSync(root, { recursive: true, force: true });
  });

  const fill = async (count = 3): Promise<void> => {
    const writer = await openIndexWriter({ root });
    const upsert = Array.from({ length: count }, (_, i) => documentOf(i, { title: `Title ${i}`, text: `wolf number${i}` }, NO_NAMES));
    await writer.apply({ seq: 7, upsert, remove: [], names: NO_NAMES });
    await writer.close();
  };
  const openReader = async (): Promise<OpenedReader> => {
    const reader = await openIndexReader({ root, readText: () => null });
    readers.push(reader);
    return reader;
  };

  it('keeps its contents and its seq from one opening to the next', async () => {
    await fill();
    const writer = await openIndexWriter({ root });
    expect(writer.appliedSeq).toBe(7);
    expect((await writer.ids()).size).toBe(3);
    await writer.close();
    expect((await openReader()).list({ ...request, query: 'wolf' }).total).toBe(3);
  });

  it('is believed after the program was killed, since the system still wrote everything', async () => {
    const writer = await openIndexWriter({ root });
    await writer.apply({ seq: 7, upsert: [documentOf(0, { text: 'wolf' }, NO_NAMES)], remove: [], names: NO_NAMES });
    // Never closed, as a killed process leaves it.
    const again = await openIndexWriter({ root });
    expect(again.appliedSeq).toBe(7);
    await again.close();
  });

  it('is not believed when the machine went down while it was open', async () => {
    await fill();
    const database = new DatabaseSync(file);
    database.exec('update state set clean = 0, boot = boot - 100000');
    database.close();
    const writer = await openIndexWriter({ root });
    expect(writer.appliedSeq).toBe(0);
    await writer.close();
  });

  const DAMAGES: readonly (readonly [string, () => void])[] = [
    ['missing', () => rmSync(file)],
    ['empty', () => truncateSync(file, 0)],
    ['cut in the middle', () => truncateSync(file, Math.floor(statSync(file).size / 2))],
    ['cut by one page', () => truncateSync(file, statSync(file).size - 4096)],
    ['text', () => writeFileSync(file, 'this is not a database, although it is a file of some length. '.repeat(100))],
    ['zeros', () => writeFileSync(file, Buffer.alloc(40_960))],
    ['zeroed after its header', () => writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 100), Buffer.alloc(40_000)]))],
    [
      'the database of something else',
      () => {
        rmSync(file);
        const database = new DatabaseSync(file);
        database.exec('create table art (id); pragma user_version = 1');
        database.close();
      },
    ],
    [
      'of another version',
      () => {
        const database = new DatabaseSync(file);
        database.exec('pragma user_version = 999');
        database.close();
      },
    ],
    [
      'without one of its tables',
      () => {
        const database = new DatabaseSync(file);
        database.exec('drop table fts');
        database.close();
      },
    ],
    [
      'a folder',
      () => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ];
  it.each(DAMAGES)('is made anew when it is %s', async (_what, damage) => {
    await fill(400);
    damage();
    const writer = await openIndexWriter({ root });
    expect(writer.mode).toBe('fts');
    expect(writer.appliedSeq).toBe(0);
    expect((await writer.ids()).size).toBe(0);
    await writer.apply({ seq: 9, upsert: [documentOf(1, { text: 'bear' }, NO_NAMES)], remove: [], names: NO_NAMES });
    expect(writer.appliedSeq).toBe(9);
    expect((await openReader()).list({ ...request, query: 'bear' }).total).toBe(1);
    await writer.close();
  });

  it('does not stop a reader that comes before it, and is seen as soon as it is there', async () => {
    const reader = await openReader();
    expect(reader.apply).toBeUndefined();
    expect(reader.list({ ...request, query: '"x' })).toMatchObject({ total: 0, rows: [], problems: [{ start: 0 }] });
    expect(reader.sidebar().counts.all).toBe(0);
    expect(reader.ids({ ...request, query: '' })).toEqual([]);
    await fill();
    expect(reader.list({ ...request, query: '' }).total).toBe(3);
    expect(reader.sidebar().counts.all).toBe(3);
  });

  it('is followed by an open reader when it is deleted and made again', async () => {
    await fill();
    const reader = await openReader();
    expect(reader.list({ ...request, query: 'wolf' }).total).toBe(3);
    rmSync(join(root, 'cache'), { recursive: true });
    expect(reader.list({ ...request, query: 'wolf' }).total).toBe(0);
    const writer = await openIndexWriter({ root });
    await writer.apply({ seq: 1, upsert: [documentOf(5, { text: 'bear' }, NO_NAMES)], remove: [], names: NO_NAMES });
    expect(reader.list({ ...request, query: 'wolf' }).total).toBe(0);
    expect(reader.ids({ ...request, query: 'bear' })).toEqual([idOf(5)]);
    await writer.close();
  });

  it('shows every applied batch to a reader at once', async () => {
    const reader = await openReader();
    const writer = await openIndexWriter({ root });
    for (let seq = 1; seq <= 20; seq++) {
      await writer.apply({ seq, upsert: [documentOf(seq, { text: 'wolf' }, NO_NAMES)], remove: [], names: null });
      expect(reader.list({ ...request, query: 'wolf' }).total).toBe(seq);
      expect(reader.list({ ...request, query: '' }).total).toBe(seq);
    }
    await writer.close();
  });

  it('heals while it is open: the batch is applied, and the seq stays back so that the rest is indexed again', async () => {
    await fill(400);
    const writer = await openIndexWriter({ root });
    expect(writer.appliedSeq).toBe(7);
    const size = statSync(file).size;
    writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 100), Buffer.alloc(size - 100, 0xab)]));
    const upsert = Array.from({ length: 400 }, (_, i) => documentOf(i, { text: 'bear' }, NO_NAMES));
    await writer.apply({ seq: 8, upsert, remove: [], names: NO_NAMES });
    const reader = await openReader();
    expect(reader.list({ ...request, query: 'bear' }).total).toBe(400);
    await writer.close();
    const again = await openIndexWriter({ root });
    expect(again.appliedSeq).toBe(0);
    await again.apply({ seq: 9, upsert: [], remove: [], names: NO_NAMES });
    expect(again.appliedSeq).toBe(9);
    await again.close();
  });

  it('met damaged by a reader gives a sentence, and is made anew on the next start', async () => {
    await fill(400);
    const bytes = readFileSync(file);
    bytes.fill(0xab, 8192);
    writeFileSync(file, bytes);
    const reader = await openReader();
    expect(() => reader.list({ ...request, query: 'wolf' })).toThrow(/search index is damaged\. Start Offprint again/);
    const writer = await openIndexWriter({ root });
    expect(writer.appliedSeq).toBe(0);
    await writer.close();
    expect(existsSync(join(root, 'cache', 'index.damaged'))).toBe(false);
    expect(reader.list({ ...request, query: '' }).total).toBe(0);
  });

  it('is done without where its folder cannot be', async () => {
    writeFileSync(join(root, 'cache'), 'a file in the way');
    const writer = await openIndexWriter({ root });
    expect(writer.mode).toBe('scan');
    await writer.apply({ seq: 1, upsert: [documentOf(0, {}, NO_NAMES)], remove: [], names: null });
    expect(await writer.ids()).toEqual(new Set([idOf(0)]));
    await writer.close();
    expect((await openReader()).apply).toBeTypeOf('function');
    chmodSync(root, 0o755);
  });

  it('reads the text of an edited article from its content folder', async () => {
    const folder = join(root, 'content', idOf(1).slice(0, 4), idOf(1));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'text.txt'), 'wolf number1');
    await fill();
    const writer = await openIndexWriter({ root });
    await writer.apply({ seq: 8, upsert: [documentOf(1, { title: 'Changed' }, NO_NAMES, null)], remove: [], names: null });
    expect((await openReader()).ids({ ...request, query: 'changed number1' })).toEqual([idOf(1)]);
    await writer.close();
  });
});

describe('a large library', () => {
  it('of 10,000 articles is listed, searched and edited', { timeout: 120_000 }, async () => {
    const library = await openTestLibrary('fts');
    const upsert = Array.from({ length: 10_000 }, (_, i) =>
      documentOf(
        i,
        { title: i % 1000 === 0 ? `Common ${i}` : `Title ${i}`, text: `common word${i % 100} rare${i}`, read: i % 2 === 0 },
        NO_NAMES,
      ),
    );
    for (let at = 0; at < upsert.length; at += 200) {
      await library.writer.apply({ seq: at + 1, upsert: upsert.slice(at, at + 200), remove: [], names: null });
    }
    // More hits than are worth scoring: titles first, then newest.
    const common = library.found('common');
    expect(common).toHaveLength(10_000);
    expect(common.slice(0, 12)).toEqual([9000, 8000, 7000, 6000, 5000, 4000, 3000, 2000, 1000, 0, 9999, 9998]);
    expect(library.total('"word7"')).toBe(100);
    expect(library.found('rare1234')).toEqual([1234]);
    expect(library.total('common is:unread', { view: { kind: 'all' } })).toBe(5000);
    const row = { ...request, view: { kind: 'unread' } as const, query: '' };
    expect(library.reader.list({ ...row, offset: 4995 })).toMatchObject({ total: 5000, rows: [{}, {}, {}, {}, {}] });
    await library.writer.apply({
      seq: 20_000,
      upsert: [documentOf(77, { title: 'Title 77', starred: true }, NO_NAMES, null)],
      remove: [],
      names: null,
    });
    expect(library.found('common is:starred')).toEqual([77]);
    await library.close();
  });
});
