import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SORTS, type Sort, type View } from '../../../electron/contract/entities.ts';
import type { IndexNames } from '../../../electron/core/ports.ts';
import { documentOf, FIRST_SAVED, idOf, openTestLibrary, type Sample, type TestLibrary } from './library.ts';

const WORDS = [
  'turkey', 'Turkiye', 'Türkiye’nin', 'e-mail', 'email', "don't", 'dont', "rock'n'roll", 'IĞDIR', 'ığdır', 'Straße', 'STRASSE', 'naïve',
  'мой', 'ёлка', 'елка', 'Αθήνα', 'αθηνα', 'الكتاب', 'كتاب', 'می‌روم', 'میروم', '中华人民共和国', '人民', '中', '東京タワー', 'タワー', 'ﾀﾜｰ',
  '서울에서', '서울', 'ภาษาไทย', 'ไทย', 'हिन्दी', 'U.S.A.', 'USA', '1,000', '1000', '3.14', 'ﬁnance', 'C++', 'a', 'an', 'and', 'OR', 'note¹',
  'AI技術', '技術AI', 'co‑operate', 'cooperate', '🎉', '—', 'house', 'houses', 'kitaplar', 'KİTAP', 'kitabı', 'Häuser', 'Haus', 'Hauses', '👍🏽', 'O’Brien', 'obrien', 'x'.repeat(80), 'résumé', 're\u0301sume\u0301', 'well-known',
]; // prettier-ignore
const FEEDS = [
  { id: 'f000000001', title: 'The Gazette', folder: '' },
  { id: 'f000000002', title: 'Haberler', folder: 'World / Türkiye' },
  { id: 'f000000003', title: 'Straße', folder: 'World' },
];
const word = fc.constantFrom(...WORDS);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const TAGS = [
  { id: 't000000001', name: 'Turkey' },
  { id: 't000000002', name: 'turkey/politics' },
  { id: 't000000003', name: 'E-mail Straße' },
  { id: 't000000004', name: '人民' },
];
const COLLECTIONS = [
  { id: 'c000000001', name: 'News', parentId: null, order: 0 },
  { id: 'c000000002', name: 'Türkiye', parentId: 'c000000001', order: 0 },
  { id: 'c000000003', name: 'Ankara', parentId: 'c000000002', order: 1 },
  { id: 'c000000004', name: 'news', parentId: 'c000000003', order: 2 },
];
const SMART = ['wolf OR is:starred', 'is:trashed', 'tag:news -is:read', 'lang:en published:..2024'].map((query, index) => {
  return { id: `s00000000${index}`, name: query, query, icon: null, colour: null, order: index };
});
const NAMES: IndexNames = { tags: TAGS, collections: COLLECTIONS, smart: SMART, feeds: FEEDS };
const RENAMED: IndexNames = {
  tags: TAGS.map(({ id, name }, i) => ({ id, name: i === 0 ? 'naïve cooperate' : name })),
  collections: COLLECTIONS.map((collection) => (collection.id === 'c000000003' ? { ...collection, parentId: null } : collection)),
};

const sample: fc.Arbitrary<Sample> = fc.record({
  title: text,
  text: fc.array(text, { maxLength: 3 }).map((lines) => lines.join('\n')),
  byline: fc.oneof(fc.constant(null), text),
  source: fc.constantFrom('Gazette', 'Die Straße', 'BBC'),
  url: fc.constantFrom(null, 'https://bbc.co.uk/a', 'https://www.gazette.example/b'),
  lang: fc.constantFrom(null, 'en', 'en-GB', 'tr', 'de', 'eng'),
  publishedAt: fc.constantFrom(null, '2023-03-09', '2024-02-29T10:00:00.000Z', '2024-01-01'),
  // Two articles saved in the same millisecond happen here on purpose.
  saved: fc.integer({ min: 0, max: 40 }).map((days) => FIRST_SAVED + days * 86_400_000),
  read: fc.boolean(),
  starred: fc.boolean(),
  later: fc.boolean(),
  archived: fc.boolean(),
  trashed: fc.boolean(),
  incomplete: fc.boolean(),
  image: fc.boolean(),
  tags: fc.subarray(TAGS.map(({ id }) => id)),
  collections: fc.subarray(COLLECTIONS.map(({ id }) => id)),
  feeds: fc.subarray(FEEDS.map(({ id }) => id)),
  highlights: fc.nat(2),
  notes: fc.nat(1),
  opened: fc.constantFrom('', '2024-02-01T00:00:00.000Z', '2024-03-01T00:00:00.000Z'),
  words: fc.constantFrom(1, 500, 3000),
  progress: fc.constantFrom(0, 0.25, 1),
});

const filter = fc.constantFrom(
  'tag:turkey', 'tag:"e-mail strasse"', 'tag:人民', 'tag:none', 'in:news', 'in:"News / Türkiye"', 'in:turkiye', 'in:nowhere', 'site:bbc',
  'site:strasse', 'site:example', 'lang:en', 'lang:EN_gb', 'by:turkey', 'by:"e-mail"', 'is:unread', 'is:read', 'is:starred', 'is:later',
  'is:archived', 'is:incomplete', 'is:trashed', 'is:highlighted', 'has:image', 'has:note', 'has:highlights', 'has:tags', 'has:collection',
  'has:feed', 'has:nothing', 'feed:gazette', 'feed:"World / Türkiye"', 'feed:turkiye', 'feed:nobody', 'saved:2024-01', 'after:2024-01-15', 'before:2024-01-20', 'saved:130d',
  'published:2023..2024-01', 'published:2024-02-29', 'author:turkey', 'is:nothing', 'saved:soon',
); // prettier-ignore
const sort: fc.Arbitrary<Sort | undefined> = fc.option(fc.record({ by: fc.constantFrom(...SORTS), descending: fc.boolean() }), {
  nil: undefined,
});
const { asked: query } = fc.letrec<{ query: string; item: string; short: string; phrase: string; asked: string }>((tie) => ({
  item: fc.oneof(
    { withCrossShrink: true, maxDepth: 3 },
    word,
    word,
    filter,
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => `"${words.join(' ')}"`),
    word.map((one) => `=${one}`),
    tie('item').map((item) => `-${item}`),
    tie('query').map((inner) => `(${inner})`),
    fc.constantFrom('OR', '(', ')', '"', '-', '=', 'tag:'),
    word.map((one) => one.slice(0, 3)),
  ),
  query: fc.array(tie('item'), { maxLength: 5 }).map((items) => items.join(' ')),
  // A filter alone, or left out, is what finds most.
  short: fc.oneof(
    filter,
    filter.map((one) => `-${one}`),
    fc.tuple(filter, word).map((pair) => pair.join(' ')),
  ),
  phrase: fc.tuple(word, word).map((words) => `"${words.join(' ')}"`),
  asked: fc.oneof(tie('query'), tie('short'), tie('phrase')),
}));

const view: fc.Arbitrary<View> = fc.oneof(
  fc.constantFrom<View>(...(['all', 'unread', 'later', 'starred', 'archive', 'incomplete', 'trash'] as const).map((kind) => ({ kind }))),
  fc.constantFrom<View>({ kind: 'everything' }, { kind: 'recent' }, { kind: 'highlighted' }),
  fc.constantFrom<View>(...FEEDS.map(({ id }) => ({ kind: 'feed' as const, id })), { kind: 'feed', id: 'f999999999' }),
  fc.constantFrom<View>(
    { kind: 'folder', path: 'World' },
    { kind: 'folder', path: 'world / TÜRKIYE' },
    { kind: 'folder', path: 'Türkiye' },
  ),
  fc.constantFrom<View>(...SMART.map(({ id }) => ({ kind: 'smart' as const, id }))),
  fc.constantFrom<View>(...TAGS.map(({ id }) => ({ kind: 'tag' as const, id }))),
  fc.constantFrom<View>(...COLLECTIONS.map(({ id }) => ({ kind: 'collection' as const, id })), { kind: 'collection', id: 'c999999999' }),
);

/** What happens to the library after it was filled: edits without the text, new texts, deletions. */
interface Step {
  readonly index: number;
  readonly kind: 'columns' | 'text' | 'remove';
  readonly sample: Sample;
}
const step: fc.Arbitrary<Step> = fc.record({ index: fc.nat(9), kind: fc.constantFrom('columns', 'text', 'remove'), sample });

async function fill(library: TestLibrary, samples: readonly Sample[], steps: readonly Step[], rename: boolean): Promise<void> {
  await library.put(samples, NAMES);
  let seq = 10;
  for (const { index, kind, sample: next } of steps) {
    const id = idOf(index);
    if (kind === 'remove') {
      library.texts.delete(id);
      await library.writer.apply({ seq: ++seq, upsert: [], remove: [id], names: null });
      continue;
    }
    // An edit of the columns keeps the text the library has on disk.
    if (kind === 'text' || !library.texts.has(id)) library.texts.set(id, next.text ?? '');
    const document = documentOf(index, next, NAMES, kind === 'text' ? (next.text ?? '') : null);
    await library.writer.apply({ seq: ++seq, upsert: [document], remove: [], names: null });
  }
  if (rename) await library.writer.apply({ seq: seq + 1, upsert: [], remove: [], names: RENAMED });
}

const RUNS = Number(process.env['OFFPRINT_RUNS'] ?? 60);
const QUERIES = 40;

describe('the index and the scan', () => {
  it('find the same articles for every query in every view', { timeout: 600_000 }, async () => {
    const asked = fc.record({ query, view, sort, keep: fc.subarray([0, 1, 2, 3, 4, 5].map(idOf)) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(sample, { maxLength: 10 }),
        fc.array(step, { maxLength: 6 }),
        fc.boolean(),
        fc.array(asked, { minLength: QUERIES, maxLength: QUERIES }),
        async (samples, steps, rename, requests) => {
          const [fts, scan] = [await openTestLibrary('fts'), await openTestLibrary('scan')];
          try {
            await fill(fts, samples, steps, rename);
            await fill(scan, samples, steps, rename);
            expect(fts.writer.mode).toBe('fts');
            expect(scan.writer.mode).toBe('scan');
            expect(fts.reader.sidebar()).toEqual(scan.reader.sidebar());
            for (const request of requests) {
              const all = { ...request, offset: 0, limit: 100 };
              const [a, b] = [fts.reader.list(all), scan.reader.list(all)];
              const label = JSON.stringify(request);
              const byId = (rows: { id: string }[]) => [...rows].sort((x, y) => (x.id < y.id ? -1 : 1));
              expect(byId(a.rows), label).toEqual(byId(b.rows));
              // Only the index scores matches: in every other order both are one list.
              if (request.sort && request.sort.by !== 'relevance') expect(a.rows, label).toEqual(b.rows);
              expect(a.total, label).toBe(b.total);
              expect(a.total, label).toBe(a.rows.length);
              expect(a.problems, label).toEqual(b.problems);
              expect(a.didYouMean, label).toEqual(b.didYouMean);
              for (const { reader } of [fts, scan]) consistent(reader, request);
            }
          } finally {
            await fts.close();
            await scan.close();
          }
        },
      ),
      { numRuns: RUNS, seed: 20_240_601 },
    );
  });
});

/** However a list is asked for, it is one list. */
function consistent(reader: TestLibrary['reader'], request: { query: string; view: View; keep: string[]; sort?: Sort | undefined }): void {
  const rows = reader.list({ ...request, offset: 0, limit: 100 }).rows;
  const ids = rows.map(({ id }) => id);
  expect(reader.ids({ ...request, offset: 0, limit: 100 })).toEqual(ids);
  expect(reader.list({ ...request, offset: 2, limit: 2 }).rows.map(({ id }) => id)).toEqual(ids.slice(2, 4));
  expect(reader.ids({ ...request, offset: 1, limit: 2 })).toEqual(ids.slice(1, 3));
  ids.forEach((id, index) => expect(reader.indexOf({ ...request, id })).toBe(index));
  for (let from = -1; from <= ids.length + 1; from++) {
    for (const step of [1, -1] as const) {
      let expected = null;
      for (let i = step === 1 ? from + 1 : Math.min(from, ids.length) - 1; i >= 0 && i < ids.length && !expected; i += step) {
        const row = rows[i];
        if (row && !row.read) expected = { index: i, id: row.id };
      }
      expect(reader.seekUnread({ ...request, from, step }), `from ${from} step ${step}`).toEqual(expected);
    }
  }
}
