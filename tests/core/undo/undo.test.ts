import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HISTORY_LIMIT } from '../../../electron/core/undo/history.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
let ids: string[];
beforeEach(async () => {
  library = await testLibrary();
  ids = await library.save('a', 'b', 'c');
});
afterEach(() => library.close());

const flags = (list: readonly string[], change: Record<string, boolean>) =>
  library.call('articles.setFlags', { ids: [...list], flags: change });
const readOnes = async () => (await Promise.all(ids.map((id) => library.record(id)))).map(({ read }) => read);

describe('undo', () => {
  it('has nothing to take back at first, and says so', async () => {
    expect(await library.call('undo.state', {})).toEqual({ undo: null, redo: null });
    expect(await library.call('undo.undo', {})).toEqual({ done: null });
    expect(await library.call('undo.redo', {})).toEqual({ done: null });
  });

  it('leaves alone what was read before', async () => {
    await flags(ids.slice(0, 1), { read: true });
    await flags(ids, { read: true });
    await library.call('undo.undo', {});
    expect(await readOnes()).toEqual([true, false, false]);
  });

  it('leaves alone what was purged, and restores the rest', async () => {
    await library.call('articles.trash', { ids });
    await library.call('articles.purge', { ids: ids.slice(0, 1) });
    expect(await library.call('undo.undo', {})).toMatchObject({ done: 'Move 3 articles to Trash' });
    expect((await library.record(ids[1] ?? '')).trashedAt).toBeNull();
    expect(await library.opened.store.get(ids[0] ?? '')).toBeNull();
  });

  it('keeps a tag that a save has come to use since', async () => {
    await library.call('articles.tag', { ids: ids.slice(0, 1), add: ['new'] });
    await library.call('capture.save', { input: { kind: 'url', url: 'https://example.com/d' }, tags: ['new'] });
    await library.call('undo.undo', {});
    expect(Object.values(library.opened.store.library.tags).map(({ name }) => name)).toEqual(['new']);
    expect((await library.record(ids[0] ?? '')).tags).toEqual([]);
  });

  it('puts the articles of a deleted tag under the one that has taken its name since', async () => {
    await library.call('articles.tag', { ids, add: ['news'] });
    const [tag] = Object.keys(library.opened.store.library.tags);
    await library.call('tags.delete', { id: tag ?? '' });
    await library.call('capture.save', { input: { kind: 'url', url: 'https://example.com/d' }, tags: ['News'] });
    await library.call('undo.undo', {});
    const tags = Object.values(library.opened.store.library.tags);
    expect(tags.map(({ name }) => name)).toEqual(['News']);
    for (const id of ids) expect((await library.record(id)).tags).toEqual([tags[0]?.id]);
  });

  it('forgets what could be redone when something new happens', async () => {
    await flags(ids, { read: true });
    await library.call('undo.undo', {});
    await flags(ids, { starred: true });
    expect(await library.call('undo.state', {})).toMatchObject({ undo: 'Star 3 articles', redo: null });
  });

  it('does not take in saves, reading positions and settings', async () => {
    await library.call('articles.setPosition', { id: ids[0] ?? '', position: { fraction: 0.5, block: 3, prefix: 'Once' } });
    await library.call('settings.set', { theme: 'dark' });
    expect((await library.call('undo.state', {})).undo).toBeNull();
  });

  it('remembers a bounded number of changes', async () => {
    for (let round = 0; round <= HISTORY_LIMIT; round += 1) await flags(ids.slice(0, 1), { starred: round % 2 === 0 });
    let undone = 0;
    while ((await library.call('undo.undo', {})).done !== null) undone += 1;
    expect(undone).toBe(HISTORY_LIMIT);
    expect((await library.record(ids[0] ?? '')).starred).toBe(true);
  });

  it('announces its state with every change', async () => {
    library.events.length = 0;
    await flags(ids, { read: true });
    await library.call('undo.undo', {});
    expect(library.seen('undo').at(0)?.state).toMatchObject({ undo: 'Mark 3 articles read', redo: null });
    expect(library.seen('undo').at(-1)?.state).toMatchObject({ undo: null, redo: 'Mark 3 articles read' });
  });

  it('asked for twice at the same time takes back two changes', async () => {
    await flags(ids, { read: true });
    await flags(ids, { starred: true });
    const done = await Promise.all([library.call('undo.undo', {}), library.call('undo.undo', {})]);
    expect(done).toMatchObject([{ done: 'Star 3 articles' }, { done: 'Mark 3 articles read' }]);
  });
});
