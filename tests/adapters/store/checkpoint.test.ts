import { cpSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileOperation } from '../../../electron/adapters/store/files.ts';
import { addRecord, articleRecord, libraryRoot, open, retitle, systemError, withLibrary } from './store-fixture.ts';

const QUIET = { idleMs: 1_000_000 };

describe('a checkpoint', () => {
  it('swaps the journal’s file between lines, never during one', async () => {
    const root = libraryRoot();
    const handles = new Map<string, string>();
    const faults = (operation: FileOperation, path: string) => {
      if (!path.endsWith('.jsonl')) return;
      // Each line is a write and a sync of the same file, with no other file opened in between.
      if (operation === 'write') handles.set('writing', path);
      if (operation === 'open' && handles.has('writing')) handles.set('broken', path);
      if (operation === 'sync') {
        if (handles.get('writing') !== path) handles.set('broken', path);
        handles.delete('writing');
      }
    };
    const library = await open(root, { faults, tuning: QUIET });
    const id = await addRecord(library);
    const edits = async () => {
      for (let n = 0; n < 60; n++) await retitle(library, id, `edit ${n}`);
    };
    const checkpoints = async () => {
      for (let n = 0; n < 12; n++) await library.store.checkpoint();
    };
    await Promise.all([edits(), checkpoints()]);
    expect(handles.get('broken')).toBeUndefined();
    await library.close();
    await withLibrary(root, async ({ store }) => expect((await store.get(id))?.title).toBe('edit 59'));
  });

  it('leaves an empty journal whose name keeps the seq', async () => {
    const root = libraryRoot();
    const library = await open(root, { tuning: QUIET });
    const id = await addRecord(library);
    await retitle(library, id, 'two');
    await library.store.checkpoint();
    expect(readdirSync(join(root, 'journal'))).toEqual(['0000000000000001.jsonl', '0000000000000003.jsonl']);
    expect(readFileSync(join(root, 'journal', '0000000000000003.jsonl'), 'utf8')).toBe('');
    expect(await retitle(library, id, 'three')).toBe(3);
    await library.close();
    await withLibrary(root, async ({ store }) => {
      expect(store.seq).toBe(3);
      expect((await store.get(id))?.title).toBe('three');
    });
  });

  it('writes only what was acknowledged', async () => {
    const root = libraryRoot();
    let fail = false;
    const library = await open(root, {
      tuning: QUIET,
      faults: (operation, path) => {
        if (fail && operation === 'sync' && path.endsWith('.jsonl')) throw systemError('EIO');
      },
    });
    const id = await addRecord(library, { title: 'acknowledged' });
    fail = true;
    // Queued before the checkpoint, so memory shows it already; its line never becomes durable.
    const edit = retitle(library, id, 'never acknowledged');
    const written = library.store.rewriteDocument('0000');
    await expect(edit).rejects.toMatchObject({ code: 'library-read-only' });
    await written;
    expect(readFileSync(join(root, 'articles', '0000.json'), 'utf8')).toContain('"acknowledged"');
    expect(readFileSync(join(root, 'articles', '0000.json'), 'utf8')).not.toContain('never');
  });

  it('holds on to a segment while it writes it, however many others are asked for', async () => {
    const root = libraryRoot();
    const { store } = await open(root, { tuning: { ...QUIET, segmentsInMemory: 1 } });
    const ids = Array.from({ length: 6 }, (_, n) => `000${n}00000001`);
    await store.commit({ articles: new Map(ids.map((id) => [id, () => articleRecord(id, { wordCount: 0 })])) });
    let done = false;
    const edits = async () => {
      for (let n = 0; n < 25; n++) {
        await Promise.all(
          ids.map((id) =>
            store.commit({ articles: new Map([[id, (record) => record && { ...record, wordCount: record.wordCount + 1 }]]) }),
          ),
        );
      }
      done = true;
    };
    const checkpoints = async () => {
      while (!done) await store.checkpoint();
    };
    await Promise.all([edits(), checkpoints()]);
    expect((await store.getMany(ids)).map(({ wordCount }) => wordCount)).toEqual(ids.map(() => 25));
    const crashed = `${root}-crashed`;
    cpSync(root, crashed, { recursive: true, filter: (path) => !path.endsWith('lock') });
    await withLibrary(crashed, async (copy) => {
      expect((await copy.store.getMany(ids)).map(({ wordCount }) => wordCount)).toEqual(ids.map(() => 25));
    });
  });

  it('lets go of segments after a bulk edit', async () => {
    const { store } = await open(libraryRoot(), { tuning: { ...QUIET, segmentsInMemory: 3 } });
    const ids = Array.from({ length: 36 }, (_, n) => `00${n.toString(36).padStart(2, '0')}00000001`);
    await store.commit({ articles: new Map(ids.map((id) => [id, () => articleRecord(id)])) });
    expect(store.segmentsInMemory).toBeLessThanOrEqual(3);
    await store.checkpoint();
    expect(store.segmentsInMemory).toBeLessThanOrEqual(3);
    expect(await store.getMany(ids)).toHaveLength(36);
  });

  it('runs by itself when the journal has grown, and when nothing happens for a while', async () => {
    const root = libraryRoot();
    const waitFor = async (condition: () => boolean) => {
      while (!condition()) await new Promise((resolve) => setImmediate(resolve));
    };
    const written = () => readdirSync(join(root, 'articles')).includes('0000.json');
    const grown = await open(root, { tuning: { idleMs: 1_000_000, rotateBytes: 5_000 } });
    const id = await addRecord(grown);
    expect(written()).toBe(false);
    for (let n = 0; n < 10; n++) await retitle(grown, id, `edit ${n}`);
    await waitFor(written);
    await grown.close();
    const idle = await open(root, { tuning: { idleMs: 5 } });
    const before = readdirSync(join(root, 'journal'));
    await retitle(idle, id, 'idle');
    await waitFor(() => readdirSync(join(root, 'journal')).length > before.length);
    await waitFor(() => readFileSync(join(root, 'articles', '0000.json'), 'utf8').includes('idle'));
  });

  it('keeps what it folded in for an hour, for those who copy the library meanwhile, and no more than a few megabytes', async () => {
    const root = libraryRoot();
    const library = await open(root, { tuning: QUIET });
    const names = () =>
      readdirSync(join(root, 'journal'))
        .filter((name) => name.endsWith('.jsonl'))
        .sort();
    const id = await addRecord(library);
    await library.store.checkpoint();
    expect(names()).toEqual(['0000000000000001.jsonl', '0000000000000002.jsonl']);
    const longAgo = new Date(Date.now() - 3_700_000);
    await retitle(library, id, 'two');
    utimesSync(join(root, 'journal', '0000000000000002.jsonl'), longAgo, longAgo);
    await library.store.checkpoint();
    // Only the oldest go: what is left has no gap.
    expect(names()).toEqual(['0000000000000001.jsonl', '0000000000000002.jsonl', '0000000000000003.jsonl']);
    for (let n = 0; n < 10; n++) {
      await retitle(library, id, 'x'.repeat(1 << 20));
      await library.store.checkpoint();
    }
    expect(names().slice(0, -1)).toHaveLength(7);
    await library.close();
    expect(names()).toHaveLength(1);
    await withLibrary(root, async ({ store }) => expect((await store.get(id))?.title).toHaveLength(1 << 20));
  });

  it('goes on where somebody took the journal’s older file away', async () => {
    const root = libraryRoot();
    const library = await open(root, {
      tuning: QUIET,
      faults: (operation, path) => {
        if (operation === 'rename' && path.endsWith('0000.json')) rmSync(join(root, 'journal', '0000000000000001.jsonl'), { force: true });
      },
    });
    const id = await addRecord(library);
    await library.store.checkpoint();
    await library.close();
    await withLibrary(root, async ({ store }) => expect(await store.get(id)).not.toBeNull());
  });

  it('a copy that misses one of the oldest journal files, dropped while it was made, is whole and raises no alarm', async () => {
    const root = libraryRoot();
    const library = await open(root, { tuning: QUIET });
    const id = await addRecord(library);
    for (let n = 0; n < 8; n++) {
      await retitle(library, id, String(n).repeat(200_000));
      await library.store.checkpoint();
    }
    const copy = `${root}-copy`;
    cpSync(root, copy, { recursive: true, filter: (path) => !path.endsWith('lock') });
    await library.close();
    const names = readdirSync(join(copy, 'journal'))
      .filter((name) => name.endsWith('.jsonl'))
      .sort();
    const lacking = (name: string | undefined): string => {
      const there = `${copy}-without-${name}`;
      cpSync(copy, there, { recursive: true });
      rmSync(join(there, 'journal', name ?? ''));
      return there;
    };
    await withLibrary(lacking(names[1]), async ({ store }) => {
      expect(store.report.problems).toEqual([]);
      expect((await store.get(id))?.title).toBe('7'.repeat(200_000));
      // What the journal cannot tell any more, the documents do.
      const segments: string[] = [];
      for await (const { segment } of store.scan({ changedAfter: 2 })) segments.push(segment);
      expect(segments).toEqual(['0000']);
    });
    // One that nobody said would go is missed.
    await withLibrary(lacking(names.at(-2)), async ({ store }) => expect(store.report.problems).toHaveLength(1));
  });

  it('writes nothing again that the files have already, after the library was closed or the app was killed', async () => {
    const root = libraryRoot();
    const id = await withLibrary(root, async (library) => {
      const saved = await addRecord(library);
      await library.store.commit({
        articles: new Map(['0001', '0002'].map((seg) => [`${seg}00000001`, () => articleRecord(`${seg}00000001`)])),
      });
      return saved;
    });
    const written: string[] = [];
    const faults = (operation: FileOperation, path: string) => {
      if (operation === 'rename' && path.includes('articles')) written.push(path);
    };
    const library = await open(root, { tuning: QUIET, faults });
    expect(library.store.segmentsInMemory).toBe(0);
    await library.store.checkpoint();
    expect([written, library.store.segmentsInMemory]).toEqual([[], 0]);
    await retitle(library, id, 'new');
    await library.store.checkpoint();
    expect(written).toHaveLength(1);
  });
});
