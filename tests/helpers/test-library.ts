import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileBackups } from '../../electron/adapters/store/backups.ts';
import { StoredSizes } from '../../electron/adapters/store/disk-sizes.ts';
import { StoredFileCheck } from '../../electron/adapters/store/file-check.ts';
import type { Faults } from '../../electron/adapters/store/files.ts';
import { openLibrary, type OpenedLibrary } from '../../electron/adapters/store/open-library.ts';
import type { AppEvent, AppEventType } from '../../electron/contract/events.ts';
import { METHODS, type MethodInput, type MethodName, type MethodOutput } from '../../electron/contract/methods.ts';
import { createWriterService, type WriterDeps } from '../../electron/core/library/writer-service.ts';
import type { ArticleRecord } from '../../electron/core/domain/records.ts';
import type { Service } from '../../electron/core/ports.ts';
import { memoryCapture, type MemoryCapture } from './memory-capture.ts';
import { memoryFeeds, type MemoryFeeds } from './memory-feeds.ts';
import { memoryIndex, type MemoryIndex } from './memory-index.ts';

/** A writer service over a real store in a temporary folder, with an index and a capture in memory. */
export interface TestLibrary {
  readonly root: string;
  readonly opened: OpenedLibrary;
  readonly service: Service;
  readonly index: MemoryIndex;
  readonly web: MemoryCapture;
  readonly feeds: MemoryFeeds;
  readonly events: AppEvent[];
  /** `now` in milliseconds: set it to travel. */
  readonly time: { now: number };
  call<M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>>;
  /** Events of one type, in order. */
  seen<T extends AppEventType>(type: T): Extract<AppEvent, { type: T }>[];
  /** Saves `https://example.com/<name>` for each name; answers with the ids. */
  save(...names: string[]): Promise<string[]>;
  record(id: string): Promise<ArticleRecord>;
  /** Everything that undo can bring back: articles (position left out), tags and collections. */
  state(): Promise<unknown>;
  close(): Promise<void>;
}

export async function testLibrary(
  options: {
    root?: string;
    index?: MemoryIndex;
    samples?: WriterDeps['samples'];
    faults?: Faults;
    now?: number;
    service?: Partial<WriterDeps>;
  } = {},
): Promise<TestLibrary> {
  const root = options.root ?? (await mkdtemp(join(tmpdir(), 'offprint-core-')));
  const opened = await openLibrary(root, options.faults ? { faults: options.faults } : {});
  const { store, content, queue } = opened;
  const index = options.index ?? memoryIndex();
  const web = memoryCapture();
  const feeds = memoryFeeds();
  const events: AppEvent[] = [];
  const time = { now: options.now ?? Date.parse('2024-06-01T10:00:00.000Z') };
  const service = await createWriterService({
    store,
    content,
    index,
    backups: new FileBackups(store),
    capture: web.capture,
    feeds: feeds.source,
    recapture: web.recapture,
    clock: { now: () => time.now },
    random: (length) => Array.from({ length }, () => Math.floor(Math.random() * 36).toString(36)).join(''),
    emit: (event) => events.push(event),
    info: { version: '1.2.3', host: 'headless', platform: 'linux' },
    diskSizes: new StoredSizes(root),
    fileCheck: new StoredFileCheck(store),
    verify: async () => ({ ok: true, checked: { articles: 0, files: 0, images: 0, bytes: 0 }, notes: [], problems: [] }),
    exportArchive: async () => ({ files: 0, bytes: 0 }),
    toMarkdown: (html) => html,
    samples: options.samples ?? null,
    queue,
    background: true,
    pace: { gap: 0, retry: 1 },
    ...options.service,
  });
  const library: TestLibrary = {
    root,
    opened,
    service,
    index,
    web,
    feeds,
    events,
    time,
    call: async <M extends MethodName>(method: M, input: MethodInput<M>) =>
      (await service.call(method, METHODS[method].input.parse(input))) as MethodOutput<M>,
    seen: <T extends AppEventType>(type: T) => events.filter((event): event is Extract<AppEvent, { type: T }> => event.type === type),
    save: async (...names) => {
      const ids: string[] = [];
      for (const name of names) {
        const { article } = await library.call('capture.save', { input: { kind: 'url', url: `https://example.com/${name}` } });
        ids.push(article.id);
      }
      return ids;
    },
    record: async (id) => {
      const record = await store.get(id);
      if (!record) throw new Error(`There is no article ${id}.`);
      return record;
    },
    state: async () => {
      const articles: ArticleRecord[] = [];
      for await (const part of store.scan()) articles.push(...part.articles);
      articles.sort((a, b) => (a.id < b.id ? -1 : 1));
      return structuredClone({ articles, tags: store.library.tags, collections: store.library.collections });
    },
    close: async () => {
      await service.close();
      await opened.close();
      if (options.root === undefined) await rm(root, { recursive: true, force: true });
    },
  };
  return library;
}
