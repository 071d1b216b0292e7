import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorOf } from '../../../electron/contract/anchor.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
let ids: string[];
beforeEach(async () => {
  library = await testLibrary();
  ids = await library.save('a', 'b', 'c');
});
afterEach(() => library.close());

const idOf = (name: string): string => Object.values(library.opened.store.library.tags).find((tag) => tag.name === name)?.id ?? '';
const names = (): string[] =>
  Object.values(library.opened.store.library.tags)
    .map(({ name }) => name)
    .sort();
const tag = (at: readonly number[], add: string[]) => library.call('articles.tag', { ids: at.map((one) => ids[one] ?? ''), add });
const tagsOf = async (at: number): Promise<string[]> =>
  (await library.record(ids[at] ?? '')).tags.map((id) => library.opened.store.library.tags[id]?.name ?? `? ${id}`);

describe('renaming a tag', () => {
  it('takes the tags below it along', async () => {
    await tag([0], ['news', 'news/turkey', 'newspaper']);
    await library.call('tags.rename', { id: idOf('news'), name: 'World' });
    expect(names()).toEqual(['World', 'World/turkey', 'newspaper']);
    await library.call('undo.undo', {});
    expect(names()).toEqual(['news', 'news/turkey', 'newspaper']);
  });

  it('refuses a name that is taken, and says whose it is', async () => {
    await tag([0], ['news', 'press']);
    await expect(library.call('tags.rename', { id: idOf('press'), name: 'News' })).rejects.toMatchObject({
      code: 'name-taken',
      details: { id: idOf('news'), name: 'news' },
    });
  });

  it('merges where that is wanted, and undo takes the two apart again', async () => {
    await tag([0], ['press']);
    await tag([1], ['press', 'news', 'x']);
    await tag([2], ['news']);
    const before = await library.state();
    expect(await library.call('tags.rename', { id: idOf('press'), name: 'News', merge: true })).toEqual({
      changed: 2,
      undo: 'Merge tag “press” into “news”',
    });
    expect(names()).toEqual(['news', 'x']);
    expect([await tagsOf(0), await tagsOf(1), await tagsOf(2)]).toEqual([['news'], ['news', 'x'], ['news']]);
    const merged = await library.state();
    await library.call('undo.undo', {});
    expect(await library.state()).toEqual(before);
    await library.call('undo.redo', {});
    expect(await library.state()).toEqual(merged);
    expect(library.index.documents.get(ids[0] ?? '')?.tags.map(({ name }) => name)).toEqual(['news']);
  });

  it('merges what is below as well', async () => {
    await tag([0], ['press/turkey', 'press']);
    await tag([1], ['news/turkey', 'news']);
    await library.call('tags.rename', { id: idOf('press'), name: 'news', merge: true });
    expect(names()).toEqual(['news', 'news/turkey']);
    expect(await tagsOf(0)).toEqual(['news/turkey', 'news']);
  });
});

describe('tags', () => {
  it('have a colour, which can be taken back', async () => {
    await tag([0], ['news']);
    const id = idOf('news');
    await library.call('tags.update', { id, colour: 'red' });
    expect(library.opened.store.library.tags[id]).toEqual({ id, name: 'news', colour: 'red' });
    expect(library.index.names?.tags).toEqual([{ id, name: 'news', colour: 'red' }]);
    await library.call('tags.rename', { id, name: 'press' });
    expect(library.opened.store.library.tags[id]?.colour).toBe('red');
    await library.call('tags.update', { id, colour: null });
    expect(library.opened.store.library.tags[id]).toEqual({ id, name: 'press' });
    expect((await library.call('undo.undo', {})).done).toBe('Change colour of tag “press”');
    expect(library.opened.store.library.tags[id]?.colour).toBe('red');
  });

  it('that nobody uses are found and deleted together; one that holds used ones stays', async () => {
    await tag([0], ['used', 'old', 'older', 'news', 'news/turkey']);
    await library.call('articles.tag', { ids, remove: ['old', 'older', 'news'] });
    await library.call('articles.trash', { ids: ids.slice(0, 1) });
    expect(new Set((await library.call('tags.unused', {})).ids)).toEqual(new Set([idOf('old'), idOf('older')]));
    expect((await library.call('tags.deleteUnused', {})).undo).toBe('Delete 2 unused tags');
    expect(names()).toEqual(['news', 'news/turkey', 'used']);
    await library.call('undo.undo', {});
    expect(names()).toContain('older');
  });
});

describe('tags of highlights', () => {
  const mark = async (tags: string[]): Promise<void> => {
    const anchor = anchorOf('The harbour froze in February.', { start: 4, end: 17 });
    await library.call('highlights.add', { article: ids[0] ?? '', anchor, color: 'yellow', tags });
  };
  const marked = async (): Promise<string[]> =>
    (await library.call('highlights.of', { article: ids[0] ?? '' })).highlights.flatMap(({ tags }) => tags.map(({ name }) => name));

  it('are not unused', async () => {
    await mark(['ice']);
    expect((await library.call('tags.unused', {})).ids).toEqual([]);
  });

  it('are merged too, and undo takes the two apart again', async () => {
    await tag([1], ['cold']);
    await mark(['ice', 'cold']);
    await library.call('tags.rename', { id: idOf('ice'), name: 'cold', merge: true });
    expect(await marked()).toEqual(['cold']);
    await library.call('undo.undo', {});
    expect(await marked()).toEqual(['ice', 'cold']);
  });
});

describe('a collection', () => {
  it('has a description, a picture and a colour', async () => {
    const { id } = await library.call('collections.create', { name: 'Ports' });
    await library.call('collections.update', { id, description: 'All of them', icon: 'globe', colour: 'teal' });
    expect(library.opened.store.library.collections[id]).toMatchObject({ description: 'All of them', icon: 'globe', colour: 'teal' });
    await library.call('collections.rename', { id, name: 'Harbours' });
    await library.call('collections.update', { id, description: '', icon: null });
    expect(library.opened.store.library.collections[id]).toEqual({ id, name: 'Harbours', parentId: null, order: 1, colour: 'teal' });
    expect((await library.call('undo.undo', {})).done).toBe('Change collection “Harbours”');
    expect(library.opened.store.library.collections[id]).toMatchObject({ description: 'All of them', icon: 'globe' });
  });
});
