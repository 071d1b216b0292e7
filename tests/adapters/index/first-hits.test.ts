import { describe, expect, it } from 'vitest';
import type { View } from '../../../electron/contract/entities.ts';
import { documentOf, FIRST_SAVED, openTestLibrary, NO_NAMES, type Sample } from './library.ts';

/** More than are scored, in every tier of the ranking, some of them archived, some in the trash. */
const COUNT = 7000;
function sampleOf(i: number): Sample {
  const title = i % 500 === 3 ? 'The house by the sea' : i % 500 === 4 ? 'Houses' : i % 700 === 5 ? 'Sea air' : 'Untitled';
  const text =
    i % 3 === 0
      ? 'a house in the hills far from the sea'
      : i % 3 === 1
        ? 'all the houses of the sea'
        : i % 41 === 0
          ? 'a house sea'
          : 'house, and then the sea';
  return { title, text, lang: i % 2 === 0 ? 'en' : 'de', archived: i % 7 === 0, trashed: i % 11 === 0, saved: FIRST_SAVED + i * 1000 };
}

describe('the first of many hits', () => {
  it('are what begins the whole list, and are counted like it', { timeout: 120_000 }, async () => {
    const library = await openTestLibrary('fts');
    for (let at = 0; at < COUNT; at += 500) {
      const upsert = Array.from({ length: Math.min(500, COUNT - at) }, (_, i) => documentOf(at + i, sampleOf(at + i), NO_NAMES));
      await library.writer.apply({ seq: at + 1, upsert, remove: [], names: at === 0 ? NO_NAMES : null });
    }
    const views: View[] = [{ kind: 'everything' }, { kind: 'all' }, { kind: 'archive' }, { kind: 'trash' }];
    const sizes: number[] = [];
    for (const view of views) {
      for (const query of ['house', 'the sea', 'house sea', '"the sea"', 'sea OR hills', 'hous', 'sea -hills', 'sea is:unread']) {
        const request = { view, query, keep: [] };
        // More than a first window is found whole and ordered whole.
        const whole = library.reader.ids({ ...request, offset: 0, limit: COUNT });
        for (const [offset, limit] of [
          [0, 60],
          [7, 5],
          [60, 60],
          [119, 3],
        ] as const) {
          const { rows, total } = library.reader.list({ ...request, offset, limit });
          const label = JSON.stringify({ request, offset });
          expect(
            rows.map(({ id }) => id),
            label,
          ).toEqual(whole.slice(offset, offset + limit));
          expect(total, label).toBe(whole.length);
        }
        sizes.push(whole.length);
      }
    }
    // Both ways were taken.
    expect(sizes.some((size) => size > 2500)).toBe(true);
    expect(sizes.some((size) => size > 100 && size < 2500)).toBe(true);
    await library.close();
  });

  it('stand newest first where very many were saved in one second', { timeout: 60_000 }, async () => {
    const library = await openTestLibrary('fts');
    const saved = FIRST_SAVED;
    for (let at = 0; at < 3000; at += 100) {
      const upsert = Array.from({ length: 100 }, (_, i) => documentOf(at + i, { saved, text: 'rain' }, NO_NAMES));
      await library.writer.apply({ seq: at + 1, upsert, remove: [], names: null });
    }
    await library.writer.apply({
      seq: 9000,
      upsert: [documentOf(3000, { saved: saved + 5000, text: 'rain' }, NO_NAMES)],
      remove: [],
      names: null,
    });
    expect(library.found('').slice(0, 4)).toEqual([3000, 2999, 2998, 2997]);
    // A place that becomes free is taken by the next one of that second.
    await library.writer.apply({
      seq: 9001,
      upsert: [documentOf(3001, { saved, text: 'rain' }, NO_NAMES)],
      remove: ['000000000010'],
      names: null,
    });
    expect(library.total('rain')).toBe(3001);
    expect(library.found('').at(-36 - 1)).toBe(3001);
    await library.close();
  });
});
