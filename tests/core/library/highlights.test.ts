import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorOf } from '../../../electron/contract/anchor.ts';
import type { Highlight } from '../../../electron/contract/entities.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
let ids: string[];
const [a, b] = [() => ids[0] ?? '', () => ids[1] ?? ''];
beforeEach(async () => {
  library = await testLibrary();
  ids = await library.save('a', 'b');
});
afterEach(() => library.close());

const TEXT = 'The harbour froze in February. Nobody had seen that before. Children walked to the island.';
async function add(
  article: string,
  quote: string,
  more: { note?: string; tags?: string[]; color?: Highlight['color'] } = {},
): Promise<Highlight> {
  const start = TEXT.indexOf(quote);
  library.time.now += 1000;
  const { highlight } = await library.call('highlights.add', {
    article,
    anchor: anchorOf(TEXT, { start, end: start + quote.length }),
    color: 'yellow',
    ...more,
  });
  return highlight;
}
const of = async (article: string) => (await library.call('highlights.of', { article })).highlights;
const quotes = (list: readonly { exact: string }[]) => list.map(({ exact }) => exact);
const marks = async (article: string) => (await library.record(article)).marks;

describe('highlights', () => {
  it('are kept with their note, tags and place, in the order of the text, and counted on their article', async () => {
    await add(a(), 'Nobody had seen that', { note: 'Check this.', tags: ['weather'] });
    await add(a(), 'harbour froze');
    const list = await of(a());
    expect(quotes(list)).toEqual(['harbour froze', 'Nobody had seen that']);
    expect(list[1]).toMatchObject({ note: 'Check this.', color: 'yellow', orphan: false, prefix: 'The harbour froze in February. ' });
    expect(list[1]?.tags.map(({ name }) => name)).toEqual(['weather']);
    expect(await marks(a())).toEqual({ highlights: 2, notes: 1 });
    expect(library.seen('highlights').at(-1)?.articles).toEqual([a()]);
  });

  it('survive closing and opening the library', async () => {
    await add(a(), 'harbour froze', { note: 'Kept' });
    await library.opened.close();
    const again = await testLibrary({ root: library.root });
    try {
      expect((await again.call('highlights.of', { article: a() })).highlights.map(({ note }) => note)).toEqual(['Kept']);
    } finally {
      await again.close();
    }
  });

  it('are changed and removed, and every step can be undone and redone', async () => {
    const one = await add(a(), 'harbour froze');
    await library.call('highlights.edit', { article: a(), id: one.id, color: 'pink', note: '  Cold.  ', tags: ['ice'] });
    expect((await of(a()))[0]).toMatchObject({ color: 'pink', note: 'Cold.' });
    const { undo } = await library.call('highlights.remove', { highlights: [{ article: a(), id: one.id }] });
    expect(undo).toBe('Remove highlight “harbour froze”');
    expect(await of(a())).toEqual([]);
    expect((await marks(a()))?.highlights ?? 0).toBe(0);

    await library.call('undo.undo', {});
    expect((await of(a()))[0]).toMatchObject({ color: 'pink', note: 'Cold.' });
    expect(await marks(a())).toEqual({ highlights: 1, notes: 1 });
    await library.call('undo.undo', {});
    expect((await of(a()))[0]).toMatchObject({ color: 'yellow', note: null, tags: [] });
    await library.call('undo.undo', {});
    expect(await of(a())).toEqual([]);
    for (let times = 0; times < 2; times++) await library.call('undo.redo', {});
    expect((await of(a()))[0]).toMatchObject({ color: 'pink', note: 'Cold.' });
    expect((await of(a()))[0]?.tags.map(({ name }) => name)).toEqual(['ice']);
  });

  it('says nothing changed where nothing did', async () => {
    const one = await add(a(), 'harbour froze');
    expect(await library.call('highlights.edit', { article: a(), id: one.id, color: 'yellow', note: null })).toMatchObject({ changed: 0 });
    await expect(library.call('highlights.edit', { article: a(), id: 'h000000000', color: 'pink' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('follow the text without a step of undo, and become orphans rather than vanish', async () => {
    const one = await add(a(), 'harbour froze');
    await library.call('highlights.settle', { article: a(), found: [{ id: one.id, span: { start: 40, end: 53 } }] });
    expect((await of(a()))[0]).toMatchObject({ start: 40, end: 53, exact: 'harbour froze', orphan: false });
    await library.call('highlights.settle', { article: a(), found: [{ id: one.id, span: null }] });
    expect((await of(a()))[0]).toMatchObject({ orphan: true, start: 40 });
    expect((await library.call('highlights.list', { orphans: true })).total).toBe(1);
    // What Undo takes back is the highlight itself, wherever it stands by now.
    await library.call('undo.undo', {});
    expect(await of(a())).toEqual([]);
  });

  it('go with an article that is deleted for good, and are not listed while it is in the trash', async () => {
    await add(a(), 'harbour froze');
    await library.call('articles.trash', { ids: [a()] });
    expect((await library.call('highlights.list', {})).total).toBe(0);
    await library.call('articles.restore', { ids: [a()] });
    expect((await library.call('highlights.list', {})).total).toBe(1);
    await library.call('articles.trash', { ids: [a()] });
    await library.call('articles.purge', { ids: [a()] });
    expect(await of(a())).toEqual([]);
    for await (const { highlights } of library.opened.store.scan()) expect(highlights).toEqual([]);
  });

  it('are found over the library by words, colour, tag, note, article and collection', async () => {
    await add(a(), 'Nobody had seen that', { note: 'Über alles', tags: ['weather'], color: 'green' });
    await add(b(), 'Children walked to the island');
    const { id } = await library.call('collections.create', { name: 'North' });
    const below = await library.call('collections.create', { name: 'Ice', parentId: id });
    await library.call('articles.collect', { ids: [b()], add: [below.id] });
    const list = async (filter: object) => quotes((await library.call('highlights.list', filter)).highlights);
    expect(await list({})).toEqual(['Children walked to the island', 'Nobody had seen that']);
    expect(await list({ text: 'uber' })).toEqual(['Nobody had seen that']);
    expect(await list({ text: 'WALKED children' })).toEqual(['Children walked to the island']);
    expect(await list({ colours: ['green', 'pink'] })).toEqual(['Nobody had seen that']);
    expect(await list({ noted: true })).toEqual(['Nobody had seen that']);
    expect(await list({ article: b() })).toEqual(['Children walked to the island']);
    expect(await list({ collection: id })).toEqual(['Children walked to the island']);
    const { tags } = await library.call('highlights.list', { limit: 0 });
    expect(tags.map(({ name, count }) => [name, count])).toEqual([['weather', 1]]);
    expect(await list({ tag: tags[0]?.id ?? null })).toEqual(['Nobody had seen that']);
  });

  it('are written as Markdown that means what was marked', async () => {
    await add(a(), 'harbour froze', { note: 'See *below*.', tags: ['north sea'] });
    await library.call('articles.edit', { id: a(), title: 'Ice_age [1]', byline: 'A. Writer' });
    const { markdown, count } = await library.call('highlights.markdown', { article: a() });
    expect(count).toBe(1);
    expect(markdown).toContain('# Ice\\_age \\[1\\]\n');
    expect(markdown).toContain('\n> harbour froze\n\nSee *below*.\n\n*yellow · 2024-06-01 · #north-sea*\n');
    expect(markdown).toContain('](<https://example.com/a>)');
  });
});

it('sets one article differently, and all as usual again', async () => {
  await library.call('articles.setLook', { id: a(), look: { fontSize: 24 } });
  expect((await library.call('articles.get', { id: a() })).look).toEqual({ fontSize: 24 });
  await library.call('articles.setLook', { id: a(), look: null });
  expect((await library.call('articles.get', { id: a() })).look).toBeUndefined();
});

it('knows what was opened last, without a step of undo', async () => {
  library.time.now = Date.parse('2024-07-01T08:00:00.000Z');
  await library.call('articles.opened', { id: a() });
  expect((await library.record(a())).openedAt).toBe('2024-07-01T08:00:00.000Z');
  expect((await library.record(a())).read).toBe(false);
  await library.call('articles.opened', { id: a(), read: true });
  expect((await library.record(a())).read).toBe(true);
  expect((await library.call('undo.state', {})).undo).toBeNull();
});
