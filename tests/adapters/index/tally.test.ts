import { expect, it } from 'vitest';
import { documentOf, idOf, openTestLibrary, type Sample, type TestLibrary } from './library.ts';

const NAMES = {
  tags: [
    { id: 't000000001', name: 'news' },
    { id: 't000000002', name: 'long' },
  ],
  collections: [],
  feeds: [{ id: 'f000000001', title: 'World', folder: '' }],
};
const BEFORE: readonly Sample[] = [
  { tags: ['t000000001'], feeds: ['f000000001'] },
  { tags: ['t000000001', 't000000002'], starred: true },
  { tags: ['t000000002'], later: true, incomplete: true },
  { archived: true, feeds: ['f000000001'] },
];
/** What each becomes; null = removed for good. */
const EDITS: readonly (readonly [number, Sample | null])[] = [
  [0, { tags: ['t000000001'], feeds: ['f000000001'], read: true }],
  [1, { tags: ['t000000002'], read: true }],
  [2, { tags: ['t000000002'], later: true, trashed: true }],
  [3, { archived: false, feeds: ['f000000001'], tags: ['t000000001'], saved: Date.UTC(2025, 0, 1) }],
  [2, { tags: ['t000000002', 't000000001'] }],
  [0, null],
];

async function filled(samples: readonly (Sample | null)[]): Promise<TestLibrary> {
  const library = await openTestLibrary('fts');
  const upsert = samples.flatMap((sample, at) => (sample ? [documentOf(at, sample, NAMES)] : []));
  await library.writer.apply({ seq: 1, upsert, remove: [], names: NAMES });
  return library;
}

it('the counts of the sidebar after edits are those of a library filled with the outcome', async () => {
  const edited = await filled(BEFORE);
  try {
    const state: (Sample | null)[] = [...BEFORE];
    let seq = 2;
    for (const [at, sample] of EDITS) {
      state[at] = sample;
      await edited.writer.apply({
        seq: seq++,
        upsert: sample ? [documentOf(at, sample, NAMES, null)] : [],
        remove: sample ? [] : [idOf(at)],
        names: null,
      });
      const fresh = await filled(state);
      try {
        expect(edited.reader.sidebar(), `after edit ${seq - 2}`).toEqual(fresh.reader.sidebar());
      } finally {
        await fresh.close();
      }
    }
    expect(edited.reader.sidebar().counts).toEqual({ all: 3, unread: 2, later: 0, starred: 0, archive: 0, incomplete: 0, trash: 0 });
  } finally {
    await edited.close();
  }
});
