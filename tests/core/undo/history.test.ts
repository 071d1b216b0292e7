import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openUndoLog } from '../../../electron/adapters/store/undo-log.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let root: string;
let library: TestLibrary;
let ids: string[];
const open = (): Promise<TestLibrary> => testLibrary({ root, service: { undoLog: openUndoLog(root) } });
const again = async (): Promise<void> => {
  await library.close();
  library = await open();
};
const flags = (change: Record<string, boolean>, list = ids) => library.call('articles.setFlags', { ids: list, flags: change });
const log = () => join(root, 'cache', 'undo.jsonl');
const labels = async () => (await library.call('undo.history', {})).items.map(({ label, undone }) => `${undone ? '-' : '+'}${label}`);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-undo-'));
  library = await open();
  ids = await library.save('a', 'b', 'c');
});
afterEach(async () => {
  await library.close();
  await rm(root, { recursive: true, force: true });
});

describe('the history', () => {
  it('is there after a restart, in both directions', async () => {
    const before = await library.state();
    await flags({ read: true });
    await library.call('articles.tag', { ids, add: ['news'] });
    await library.call('undo.undo', {});
    await again();
    expect(await library.call('undo.state', {})).toMatchObject({ undo: 'Mark 3 articles read', redo: 'Add tag “news” to 3 articles' });
    await library.call('undo.redo', {});
    expect(Object.values(library.opened.store.library.tags).map(({ name }) => name)).toEqual(['news']);
    await library.call('undo.undo', {});
    await again();
    expect((await library.call('undo.undo', {})).done).toBe('Mark 3 articles read');
    expect(await library.state()).toEqual(before);
  });

  it('survives a crash that cuts a line off, and goes on after it', async () => {
    await flags({ read: true });
    await library.close();
    await appendFile(log(), '{"op":"keep","way":"undo","entry":{"id":9,"la');
    library = await open();
    expect(await labels()).toEqual(['+Mark 3 articles read']);
    await flags({ starred: true });
    await again();
    expect(await labels()).toEqual(['+Star 3 articles', '+Mark 3 articles read']);
  });

  it('offers again what a crash left between the change and the log, and passes over it with its name', async () => {
    await flags({ read: true });
    await library.close();
    const kept = await readFile(log(), 'utf8');
    library = await open();
    await library.call('undo.undo', {});
    await library.close();
    await rm(log());
    await appendFile(log(), kept);
    library = await open();
    expect(await library.call('undo.undo', {})).toMatchObject({ done: null, skipped: 'Mark 3 articles read' });
    expect(await library.call('undo.undo', {})).toEqual({ done: null });
  });

  it('goes back to any of its changes, and forward again', async () => {
    await flags({ read: true });
    await flags({ starred: true });
    await flags({ later: true });
    const { items } = await library.call('undo.history', {});
    expect(items.map(({ label, articles }) => [label, articles])).toEqual([
      ['Add 3 articles to Later', 3],
      ['Star 3 articles', 3],
      ['Mark 3 articles read', 3],
    ]);
    expect(await library.call('undo.to', { id: items[1]?.id ?? 0 })).toEqual({
      done: ['Add 3 articles to Later', 'Star 3 articles'],
      skipped: [],
      skippedWords: [],
    });
    expect(await labels()).toEqual(['-Add 3 articles to Later', '-Star 3 articles', '+Mark 3 articles read']);
    const newest = (await library.call('undo.history', {})).items[0]?.id ?? 0;
    expect((await library.call('undo.to', { id: newest })).done).toEqual(['Star 3 articles', 'Add 3 articles to Later']);
    expect(await library.call('undo.to', { id: 12_345 })).toEqual({ done: [], skipped: [], skippedWords: [] });
  });

  it('keeps its log short', async () => {
    for (let round = 0; round < 620; round += 1) await flags({ starred: round % 2 === 0 }, ids.slice(0, 1));
    await again();
    const lines = (await readFile(log(), 'utf8')).trim().split('\n');
    expect(lines.length).toBeLessThan(600);
    expect((await library.call('undo.history', {})).items).toHaveLength(200);
  });
});
