import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

type Step = (library: TestLibrary, ids: readonly string[]) => Promise<unknown>;

const some = fc.array(fc.nat(4), { minLength: 1, maxLength: 5 });
const name = fc.constantFrom('news', 'News', 'türkiye', 'long read', 'x');
const nth = fc.nat(6);
const pick = (ids: readonly string[], places: readonly number[]): string[] => [...new Set(places.map((at) => ids[at % ids.length] ?? ''))];
const at = <T>(list: readonly T[], place: number): T | undefined => (list.length === 0 ? undefined : list[place % list.length]);
/** A change that is refused (a name that is taken, nothing there yet) is no change. */
const attempt = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);
const tags = (library: TestLibrary) => Object.keys(library.opened.store.library.tags);
const collections = (library: TestLibrary) => Object.keys(library.opened.store.library.collections);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(some, fc.constantFrom('read', 'starred', 'later', 'archived'), fc.boolean()).map(
    ([places, flag, value]): Step =>
      (library, ids) =>
        library.call('articles.setFlags', { ids: pick(ids, places), flags: { [flag]: value } }),
  ),
  fc.tuple(some, fc.array(name, { maxLength: 2 }), fc.array(name, { maxLength: 2 })).map(
    ([places, add, remove]): Step =>
      (library, ids) =>
        library.call('articles.tag', { ids: pick(ids, places), add, remove }),
  ),
  fc.tuple(some, fc.array(nth, { maxLength: 2 }), fc.array(nth, { maxLength: 2 })).map(([places, add, remove]): Step => (library, ids) => {
    const all = collections(library);
    const of = (list: readonly number[]) => list.flatMap((place) => at(all, place) ?? []);
    return library.call('articles.collect', { ids: pick(ids, places), add: of(add), remove: of(remove) });
  }),
  fc.tuple(name, fc.option(nth)).map(
    ([wanted, parent]): Step =>
      (library) =>
        attempt(
          library.call('collections.create', {
            name: wanted,
            parentId: parent === null ? null : (at(collections(library), parent) ?? null),
          }),
        ),
  ),
  fc.tuple(nth, name).map(
    ([place, wanted]): Step =>
      (library) =>
        attempt(library.call('collections.rename', { id: at(collections(library), place) ?? 'c000000000', name: wanted })),
  ),
  fc.tuple(nth, fc.option(nth), fc.option(nth)).map(([place, parent, before]): Step => (library) => {
    const all = collections(library);
    const of = (index: number | null) => (index === null ? null : (at(all, index) ?? null));
    return attempt(library.call('collections.move', { id: at(all, place) ?? 'c000000000', parentId: of(parent), before: of(before) }));
  }),
  nth.map(
    (place): Step =>
      (library) =>
        attempt(library.call('collections.delete', { id: at(collections(library), place) ?? 'c000000000' })),
  ),
  fc.tuple(nth, name).map(
    ([place, wanted]): Step =>
      (library) =>
        attempt(library.call('tags.rename', { id: at(tags(library), place) ?? 't000000000', name: wanted })),
  ),
  nth.map(
    (place): Step =>
      (library) =>
        attempt(library.call('tags.delete', { id: at(tags(library), place) ?? 't000000000' })),
  ),
  fc.tuple(nth, fc.constantFrom('One', 'Two'), fc.option(fc.constantFrom('Ada', ''))).map(
    ([place, title, byline]): Step =>
      (library, ids) =>
        library.call('articles.edit', { id: ids[place % ids.length] ?? '', title, byline }),
  ),
  some.map(
    (places): Step =>
      (library, ids) =>
        library.call('articles.trash', { ids: pick(ids, places) }),
  ),
  some.map(
    (places): Step =>
      (library, ids) =>
        library.call('articles.restore', { ids: pick(ids, places) }),
  ),
);

describe('undo', () => {
  it('of any sequence of changes leads back to the beginning, and redo to the end', async () => {
    const library = await testLibrary();
    const ids = await library.save('1', '2', '3', '4', '5');
    const beginning = await library.state();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const states = [await library.state()];
        for (const change of steps) {
          await change(library, ids);
          const state = await library.state();
          if (JSON.stringify(state) !== JSON.stringify(states.at(-1))) states.push(state);
        }
        for (const state of states.slice(0, -1).reverse()) {
          expect(await library.call('undo.undo', {})).not.toEqual({ done: null });
          expect(await library.state()).toEqual(state);
        }
        for (const state of states.slice(1)) {
          expect(await library.call('undo.redo', {})).not.toEqual({ done: null });
          expect(await library.state()).toEqual(state);
        }
        for (let left = states.length - 1; left > 0; left -= 1) await library.call('undo.undo', {});
        expect(await library.state()).toEqual(beginning);
        for (const { record, collections: held } of library.index.documents.values()) {
          expect(record).toEqual(await library.record(record.id));
          expect(held.map(({ id }) => id)).toEqual(record.collections);
        }
      }),
      { numRuns: 60, seed: 20_240_601 },
    );
    await library.close();
  });
});
