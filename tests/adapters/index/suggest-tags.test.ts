import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suggestTags } from '../../../electron/core/library/suggest-tags.ts';
import { idOf, openTestLibrary, type Sample, type TestLibrary } from './library.ts';

const NAMES = {
  tags: [
    { id: 't000000001', name: 'sea' },
    { id: 't000000002', name: 'lighthouses' },
    { id: 't000000003', name: 'cooking' },
    { id: 't000000004', name: 'places/Türkiye' },
  ],
  collections: [],
};
const SAMPLES: readonly Sample[] = [
  { title: 'The keeper', text: 'The keeper of the lantern lives beside the breakwater in Türkiye. '.repeat(5) },
  { title: 'Lantern', text: 'A lantern and its keeper on the breakwater', tags: ['t000000001', 't000000002'] },
  { title: 'Breakwater', text: 'The breakwater, seen by the keeper of the lantern', tags: ['t000000002'] },
  { title: 'Soup', text: 'Onions and butter in a saucepan', tags: ['t000000003', 't000000002'] },
  { title: 'What would the weavers say', text: 'What would the weavers weave, and what would they say about it. '.repeat(5), lang: 'en' },
];

describe.each(['fts', 'scan'] as const)('tag suggestions in %s mode', (mode) => {
  let library: TestLibrary;
  const ask = (...indexes: number[]) =>
    suggestTags(indexes.map(idOf), { index: library.reader, readText: async (id) => library.texts.get(id) ?? '' });
  beforeEach(async () => {
    library = await openTestLibrary(mode);
    await library.put(SAMPLES, NAMES);
  });
  afterEach(() => library.close());

  it('come from similar articles, from the text, and at last from its own words, each with its reason', async () => {
    const found = await ask(0);
    expect(found[0]).toEqual({ name: 'lighthouses', exists: true, similar: 2, times: 0 });
    expect(found).toContainEqual({ name: 'places/Türkiye', exists: true, similar: 0, times: 5 });
    expect(found).toContainEqual({ name: 'keeper', exists: false, similar: 0, times: 6 });
    expect(found.map(({ name }) => name)).not.toContain('cooking');
    expect(found.findIndex(({ exists }) => !exists)).toBe(2);
  });

  it('leave out what an article has already', async () => {
    expect((await ask(1)).map(({ name }) => name)).not.toContain('lighthouses');
    expect(await ask(9)).toEqual([]);
  });

  it('offer no word that only holds sentences together', async () => {
    expect((await ask(4)).map(({ name }) => name)).toEqual(['weavers']);
  });
});
