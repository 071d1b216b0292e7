import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIndexReader, openIndexWriter, type OpenedReader } from '../../../electron/adapters/index/open-index.ts';
import type { ArticleRecord } from '../../../electron/core/domain/records.ts';
import type { IndexDocument, IndexNames, IndexWriter, ListRequest } from '../../../electron/core/ports.ts';

export interface Sample {
  readonly title?: string;
  readonly text?: string;
  readonly byline?: string | null;
  readonly source?: string;
  readonly url?: string | null;
  readonly lang?: string | null;
  readonly publishedAt?: string | null;
  /** Milliseconds since the epoch. */
  readonly saved?: number;
  readonly read?: boolean;
  readonly starred?: boolean;
  readonly later?: boolean;
  readonly archived?: boolean;
  readonly trashed?: boolean;
  readonly incomplete?: boolean;
  readonly image?: boolean;
  /** Ids of `NAMES`. */
  readonly tags?: readonly string[];
  readonly collections?: readonly string[];
  readonly feeds?: readonly string[];
  readonly highlights?: number;
  readonly notes?: number;
  readonly opened?: string;
  readonly words?: number;
  readonly progress?: number;
}

export const FIRST_SAVED = Date.UTC(2024, 0, 1);

export function idOf(index: number): string {
  return `0000${index.toString(36).padStart(8, '0')}`;
}

export function recordOf(index: number, sample: Sample): ArticleRecord {
  const image = `images/ab/${'ab'.repeat(32)}.jpg`;
  return {
    id: idOf(index),
    url: sample.url === undefined ? `https://news.example/${index}` : sample.url,
    canonicalUrl: null,
    keys: [],
    title: sample.title ?? `Untitled`,
    byline: sample.byline ?? null,
    source: sample.source ?? 'Gazette',
    publishedAt: sample.publishedAt ?? null,
    modifiedAt: null,
    savedAt: new Date(sample.saved ?? FIRST_SAVED + index * 1000).toISOString(),
    lang: sample.lang === undefined ? 'en' : sample.lang,
    dir: 'ltr',
    excerpt: '',
    wordCount: sample.words ?? 1,
    readingMinutes: 1,
    leadImage: sample.image ? image : null,
    read: sample.read ?? false,
    starred: sample.starred ?? false,
    later: sample.later ?? false,
    archived: sample.archived ?? false,
    trashedAt: sample.trashed ? '2024-02-01T00:00:00.000Z' : null,
    position: sample.progress === undefined ? null : { fraction: sample.progress, block: 0, prefix: '' },
    tags: sample.tags ?? [],
    collections: sample.collections ?? [],
    edited: [],
    receipt: { status: sample.incomplete ? 'partial' : 'complete', images: 0, imagesStored: 0, truncated: false, bytes: 1 },
    files: {},
    images: sample.image ? [image] : [],
    ...(sample.feeds && { feeds: sample.feeds.map((feedId) => ({ feedId, item: 'x' })) }),
    ...(sample.highlights && { marks: { highlights: sample.highlights, notes: sample.notes ?? 0 } }),
    ...(sample.opened && { openedAt: sample.opened }),
  };
}

export function documentOf(index: number, sample: Sample, names: IndexNames, text: string | null = sample.text ?? ''): IndexDocument {
  const record = recordOf(index, sample);
  const parents = new Map(names.collections.map(({ id, parentId }) => [id, parentId]));
  const named = new Map([...names.tags, ...names.collections].map(({ id, name }) => [id, name]));
  const all = new Set<string>();
  for (const id of record.collections)
    for (let at: string | null = id; at !== null && !all.has(at); at = parents.get(at) ?? null) all.add(at);
  return {
    record,
    tags: record.tags.map((id) => ({ id, name: named.get(id) ?? id })),
    collections: record.collections.map((id) => ({ id, path: named.get(id) ?? id })),
    collectionIds: [...all],
    text,
  };
}

export const NO_NAMES: IndexNames = { tags: [], collections: [] };

export interface TestLibrary {
  readonly root: string;
  readonly writer: IndexWriter;
  readonly reader: OpenedReader;
  readonly texts: Map<string, string>;
  put(samples: readonly Sample[], names?: IndexNames): Promise<void>;
  found(query: string, request?: Partial<ListRequest>): number[];
  total(query: string, request?: Partial<ListRequest>): number;
  close(): Promise<void>;
}

export const EVERYTHING = { kind: 'everything' } as const;

/** A library of samples behind one kind of index; article `i` is sample `i`. */
export async function openTestLibrary(mode: 'fts' | 'scan', now = Date.UTC(2024, 5, 1)): Promise<TestLibrary> {
  const root = mkdtempSync(join(tmpdir(), 'offprint-index-'));
  const texts = new Map<string, string>();
  const readText = (id: string): string | null => texts.get(id) ?? null;
  const before = process.env['OFFPRINT_SEARCH'];
  if (mode === 'scan') process.env['OFFPRINT_SEARCH'] = 'scan';
  else delete process.env['OFFPRINT_SEARCH'];
  const reader = await openIndexReader({ root, readText, now: () => now });
  const writer = await openIndexWriter({ root, readText, forward: (batch) => reader.apply?.(batch) });
  if (before === undefined) delete process.env['OFFPRINT_SEARCH'];
  else process.env['OFFPRINT_SEARCH'] = before;
  let seq = 0;
  const request = (query: string, more: Partial<ListRequest> = {}) => ({ view: EVERYTHING, keep: [], query, ...more });
  return {
    root,
    writer,
    reader,
    texts,
    put: async (samples, names = NO_NAMES) => {
      samples.forEach((sample, i) => texts.set(idOf(i), sample.text ?? ''));
      await writer.apply({ seq: ++seq, upsert: samples.map((sample, i) => documentOf(i, sample, names)), remove: [], names });
    },
    found: (query, more) =>
      reader.ids({ ...request(query, more), offset: 0, limit: 200_000 }).map((id) => Number.parseInt(id.slice(4), 36)),
    total: (query, more) => reader.list({ ...request(query, more), offset: 0, limit: 0 }).total,
    close: async () => {
      reader.close();
      await writer.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
