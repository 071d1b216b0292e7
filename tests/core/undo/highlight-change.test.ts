import { HighlightBook } from '../../../electron/core/highlights/book.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HighlightRecord } from '../../../electron/core/domain/records.ts';
import { Catalogue } from '../../../electron/core/library/catalogue.ts';
import { Committer } from '../../../electron/core/library/committer.ts';
import { IndexFeed } from '../../../electron/core/library/index-feed.ts';
import { takeBack } from '../../../electron/core/library/take-back.ts';
import { History } from '../../../electron/core/undo/history.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
beforeEach(async () => {
  library = await testLibrary();
});
afterEach(() => library.close());

it('brings removed highlights back, with the counts on the article, and leaves alone what was changed since', async () => {
  const [articleId = ''] = await library.save('a');
  const { store, content } = library.opened;
  const history = new History(() => undefined);
  const catalogue = new Catalogue(store);
  const book = new HighlightBook(() => store.scan());
  const feed = new IndexFeed(store, content, library.index);
  const committer = new Committer({ store, feed, catalogue, book, history, emit: () => undefined });
  const parts = { store, catalogue, book, committer, history };
  const base = { articleId, exact: 'words', prefix: '', suffix: '', color: 'yellow', note: null, tags: [], orphan: false } as const;
  const at = { createdAt: '2024-01-01T00:00:00.000Z', updatedAt: '2024-01-01T00:00:00.000Z' };
  const one: HighlightRecord = { ...base, ...at, id: 'haaaaaaaaa', start: 0, end: 5 };
  const two: HighlightRecord = { ...base, ...at, id: 'hbbbbbbbbb', start: 9, end: 14, note: 'mine' };

  await committer.change(() => ({ highlights: new Map([[articleId, () => [one, two]]]), label: () => ({ text: 'Highlight' }) }));
  await committer.change(() => ({ highlights: new Map([[articleId, () => []]]), label: () => ({ text: 'Remove highlights' }) }));
  expect((await takeBack('undo', parts)).done).toBe('Remove highlights');
  expect(await store.highlights(articleId)).toEqual([one, two]);
  expect((await store.get(articleId))?.marks).toEqual({ highlights: 2, notes: 1 });

  await takeBack('redo', parts);
  expect(await store.highlights(articleId)).toEqual([]);
  await takeBack('undo', parts);
  const changed = { ...one, note: 'since' };
  await committer.change(() => ({ highlights: new Map([[articleId, () => [changed, two]]]) }));
  expect((await takeBack('undo', parts)).done).toBe('Highlight');
  expect(await store.highlights(articleId)).toEqual([changed]);
});
