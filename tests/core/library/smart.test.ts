import { afterEach, describe, expect, it } from 'vitest';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
afterEach(() => library.close());

const names = () =>
  Object.values(library.opened.store.library.smart)
    .sort((a, b) => a.order - b.order)
    .map(({ name }) => name);

async function three(): Promise<string[]> {
  library = await testLibrary();
  const ids: string[] = [];
  for (const name of ['Ports', 'Ships', 'Weather']) ids.push((await library.call('smart.create', { name, query: name.toLowerCase() })).id);
  return ids;
}

describe('smart collections', () => {
  it('keeps a query under a name, last in order, and takes that back', async () => {
    const [, , weather] = await three();
    expect(names()).toEqual(['Ports', 'Ships', 'Weather']);
    expect(library.opened.store.library.smart[weather ?? '']).toMatchObject({ query: 'weather', icon: null, colour: null });
    expect((await library.call('undo.undo', {})).done).toBe('Create smart collection “Weather”');
    expect(names()).toEqual(['Ports', 'Ships']);
    await library.call('undo.redo', {});
    expect(names()).toEqual(['Ports', 'Ships', 'Weather']);
  });

  it('changes only what is given', async () => {
    const [ports = ''] = await three();
    expect(await library.call('smart.update', { id: ports, query: 'port OR harbour', colour: 'teal' })).toEqual({
      changed: 1,
      undo: 'Change smart collection “Ports”',
    });
    expect(library.opened.store.library.smart[ports]).toMatchObject({ name: 'Ports', query: 'port OR harbour', colour: 'teal' });
    expect((await library.call('smart.update', { id: ports, name: 'Harbours' })).undo).toBe(
      'Rename smart collection “Ports” to “Harbours”',
    );
    expect((await library.call('smart.update', { id: ports, name: 'Harbours' })).changed).toBe(0);
  });

  it.each([
    [0, 2, ['Ships', 'Ports', 'Weather']],
    [2, 0, ['Weather', 'Ports', 'Ships']],
    [0, null, ['Ships', 'Weather', 'Ports']],
    [2, 1, ['Ports', 'Weather', 'Ships']],
  ] as const)('moves %i before %s', async (from, before, expected) => {
    const ids = await three();
    await library.call('smart.move', { id: ids[from] ?? '', before: before === null ? null : (ids[before] ?? '') });
    expect(names()).toEqual(expected);
    await library.call('undo.undo', {});
    expect(names()).toEqual(['Ports', 'Ships', 'Weather']);
  });

  it('refuses a name that is taken and a query that cannot be read', async () => {
    await three();
    await expect(library.call('smart.create', { name: ' ports ', query: 'x' })).rejects.toMatchObject({ code: 'name-taken' });
    await expect(library.call('smart.create', { name: 'New', query: 'is:nonsense' })).rejects.toMatchObject({ code: 'bad-query' });
    expect(names()).toHaveLength(3);
  });

  it('comes back as it was after it is deleted, also in a library opened again', async () => {
    const [, ships = ''] = await three();
    const before = library.opened.store.library.smart[ships];
    await library.call('smart.delete', { id: ships });
    expect(names()).toEqual(['Ports', 'Weather']);
    await library.call('undo.undo', {});
    expect(library.opened.store.library.smart[ships]).toEqual(before);
  });
});

describe('deleting a collection', () => {
  it('tells those that move up apart from namesakes that are there already', async () => {
    library = await testLibrary();
    const make = async (name: string, parentId: string | null = null) => (await library.call('collections.create', { name, parentId })).id;
    const [news, ports] = [await make('News'), await make('Ports')];
    const inner = await make('Ports', news);
    const other = await make('Ships', news);
    await library.call('collections.delete', { id: news });
    const { collections } = library.opened.store.library;
    expect(collections[ports]?.name).toBe('Ports');
    expect(collections[inner]).toMatchObject({ name: 'Ports (News)', parentId: null });
    expect(collections[other]).toMatchObject({ name: 'Ships', parentId: null });
    await library.call('undo.undo', {});
    expect(library.opened.store.library.collections[inner]).toMatchObject({ name: 'Ports', parentId: news });
  });
});
