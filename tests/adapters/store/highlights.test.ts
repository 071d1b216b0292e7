import { describe, expect, it } from 'vitest';
import type { HighlightRecord } from '../../../electron/core/domain/records.ts';
import type { HighlightEdit, LibraryStore } from '../../../electron/core/ports.ts';
import { addRecord, libraryRoot, open, withLibrary } from './store-fixture.ts';

const highlight = (articleId: string, id: string, start = 0, note: string | null = null): HighlightRecord => ({
  id,
  articleId,
  exact: 'the words',
  prefix: '',
  suffix: '',
  start,
  end: start + 9,
  color: 'yellow',
  note,
  tags: [],
  orphan: false,
  createdAt: '2024-01-01T00:00:00.000Z',
  updatedAt: '2024-01-01T00:00:00.000Z',
});

function mark(store: LibraryStore, articleId: string, edit: HighlightEdit) {
  return store.commit({ highlights: new Map([[articleId, edit]]) });
}

const adding =
  (...added: HighlightRecord[]): HighlightEdit =>
  (highlights) => [...highlights, ...added];

describe('highlights', () => {
  it('stand beside their article, in the order of its text, with and without a checkpoint', async () => {
    const root = libraryRoot();
    const id = await withLibrary(root, async (library) => {
      const article = await addRecord(library);
      const other = await addRecord(library);
      await mark(library.store, article, adding(highlight(article, 'hbbbbbbbbb', 40), highlight(article, 'haaaaaaaaa', 7, 'a note')));
      await mark(library.store, other, adding(highlight(other, 'hccccccccc')));
      expect((await library.store.highlights(article)).map(({ start }) => start)).toEqual([7, 40]);
      return article;
    });
    const { store } = await open(root);
    expect((await store.highlights(id)).map((found) => found.id)).toEqual(['haaaaaaaaa', 'hbbbbbbbbb']);
    expect((await store.get(id))?.marks).toEqual({ highlights: 2, notes: 1 });
    const all = [];
    for await (const { highlights } of store.scan()) all.push(...highlights);
    expect(all).toHaveLength(3);
  });

  it('are told with what they were and are, in one commit with the article', async () => {
    const library = await open(libraryRoot());
    const { store } = library;
    const id = await addRecord(library);
    const first = highlight(id, 'haaaaaaaaa');
    const made = await store.commit({
      articles: new Map([[id, (record) => record && { ...record, title: 'Marked' }]]),
      highlights: new Map([[id, adding(first)]]),
    });
    expect(made.highlights).toEqual([{ id: first.id, articleId: id, before: null, after: first }]);
    expect(made.changes).toMatchObject([{ id, after: { title: 'Marked', marks: { highlights: 1, notes: 0 } } }]);
    const noted = { ...first, note: 'why' };
    const changed = await mark(store, id, () => [noted]);
    expect(changed.highlights).toEqual([{ id: first.id, articleId: id, before: first, after: noted }]);
    const gone = await mark(store, id, () => []);
    expect(gone.highlights).toEqual([{ id: first.id, articleId: id, before: noted, after: null }]);
    expect(await store.get(id)).not.toHaveProperty('marks');
    expect((await mark(store, id, (same) => same)).highlights).toBeUndefined();
  });

  it('go with an article that is purged, and cannot be put on one that is not there', async () => {
    const library = await open(libraryRoot());
    const { store } = library;
    const id = await addRecord(library);
    await mark(store, id, adding(highlight(id, 'haaaaaaaaa')));
    const purge = await store.commit({ tombstones: [{ id, purgedAt: '2024-02-01T00:00:00.000Z' }] });
    expect(purge.highlights).toMatchObject([{ before: { id: 'haaaaaaaaa' }, after: null }]);
    expect((await mark(store, id, adding(highlight(id, 'hbbbbbbbbb')))).highlights).toBeUndefined();
    expect(await store.highlights(id)).toEqual([]);
  });

  it('are refused as a whole where one is of another article', async () => {
    const library = await open(libraryRoot());
    const id = await addRecord(library);
    const strange = mark(library.store, id, adding(highlight('m0000strange0', 'haaaaaaaaa')));
    await expect(strange).rejects.toThrow('returned one of');
    expect(await library.store.highlights(id)).toEqual([]);
    expect((await library.store.get(id))?.marks).toBeUndefined();
  });

  it('come in many segments at once', async () => {
    const library = await open(libraryRoot());
    const ids: string[] = [];
    for (let n = 0; n < 140; n++) ids.push(await addRecord(library));
    const edits = new Map(ids.map((id, n) => [id, adding(highlight(id, `h${String(n).padStart(9, '0')}`))]));
    expect((await library.store.commit({ highlights: edits })).highlights).toHaveLength(140);
  });
});
