import type {
  AppInfo,
  ArticleDetail,
  ArticleRow,
  Highlight,
  HighlightEntry,
  Job,
  Sidebar,
  UndoState,
} from '../../electron/contract/entities.ts';
import { METHODS, type MethodInput, type MethodName, type MethodOutput, type ParsedInput } from '../../electron/contract/methods.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../electron/contract/settings.ts';
import { totalsOf } from '../../electron/core/jobs/job-totals.ts';
import { namesOffered } from '../../electron/core/search/names-offered.ts';
import { createEmitter } from '../../renderer/bridge/emitter.ts';
import type { Bridge, BridgeEvents, BridgeEventType, Platform } from '../../renderer/bridge/types.ts';
import { seedArticles, type FakeArticle } from './fake-articles.ts';
import { createFakeLibrary, refusal, type NamedCollection } from './fake-library.ts';

export { refusal } from './fake-library.ts';

type Handlers = { [M in MethodName]: (input: ParsedInput<M>) => MethodOutput<M> | Promise<MethodOutput<M>> };

export interface FakeBridge extends Bridge {
  /** Every call made, oldest first. */
  readonly calls: { method: MethodName; input: unknown }[];
  readonly articles: Map<string, FakeArticle>;
  /** Announces an event as the core would. */
  emit<T extends BridgeEventType>(type: T, event: BridgeEvents[T]): void;
  /** Answers a method by hand from now on (to delay or refuse it); null gives it back. */
  answer<M extends MethodName>(method: M, handler: Handlers[M] | null): void;
  row(id: string): ArticleRow;
  sidebar(): Sidebar;
}

export interface FakeOptions {
  articles?: FakeArticle[];
  highlights?: Highlight[];
  settings?: Partial<Settings>;
  platform?: Platform;
  info?: Partial<AppInfo>;
}

/**
 * The core in memory, for component tests: the same contract (inputs and outputs are checked by it), plausible answers, events after every
 * change. One level of undo.
 */
export function createFakeBridge(options: FakeOptions = {}): FakeBridge {
  const emitter = createEmitter();
  const library = createFakeLibrary(options.articles ?? seedArticles());
  const { articles, tags, collections, smart, below, pathOf, row, sidebar, list } = library;
  let settings: Settings = { ...DEFAULT_SETTINGS, ...options.settings };
  let jobs: Job[] = [];
  let undo: { label: string; back: () => void } | null = null;
  let redoLabel: string | null = null;
  let serial = 0;
  const nextId = (letter: string): string => letter + String(++serial).padStart(9, '0');

  const announce = (ids: readonly string[], added: string[] = [], removed: string[] = []): void => {
    emitter.emit('articles', { type: 'articles', rows: ids.filter((id) => articles.has(id)).map(row), added, removed, more: false });
    emitter.emit('sidebar', { type: 'sidebar', sidebar: sidebar() });
  };
  const undoState = (): UndoState => ({ undo: undo?.label ?? null, redo: redoLabel });
  const remember = (label: string, back: () => void): string => {
    undo = { label, back };
    redoLabel = null;
    emitter.emit('undo', { type: 'undo', state: undoState() });
    return label;
  };

  /** Changes some articles, announces them, and remembers how to go back. */
  const change = (
    ids: readonly string[],
    label: string,
    edit: (article: FakeArticle) => FakeArticle,
    undoable = true,
  ): { changed: number; undo: string | null } => {
    const before = ids.map((id) => articles.get(id)).filter((article) => article !== undefined);
    for (const article of before) articles.set(article.id, edit(article));
    announce(ids);
    const back = (): void => {
      for (const article of before) articles.set(article.id, article);
      announce(ids);
    };
    return { changed: before.length, undo: undoable ? remember(label, back) : (undo?.label ?? null) };
  };
  /** Changes names or the tree, and remembers a copy of both. */
  const changeNames = (label: string, edit: () => void): { changed: number; undo: string | null } => {
    const before = { tags: [...tags], collections: [...collections], smart: [...smart] };
    edit();
    announce([...articles.keys()]);
    const back = (): void => {
      tags.clear();
      collections.clear();
      smart.clear();
      for (const [id, value] of before.smart) smart.set(id, value);
      for (const [id, name] of before.tags) tags.set(id, name);
      for (const [id, value] of before.collections) collections.set(id, value);
      announce([...articles.keys()]);
    };
    return { changed: 1, undo: remember(label, back) };
  };
  let highlights: Highlight[] = [...(options.highlights ?? [])];
  const changeHighlights = (label: string, next: Highlight[]): string => {
    const before = highlights;
    const set = (list: Highlight[]): void => {
      highlights = list;
      emitter.emit('highlights', { type: 'highlights', articles: [...before, ...next].map(({ articleId }) => articleId) });
    };
    set(next);
    return remember(label, () => set(before));
  };
  const tagId = (name: string): string => {
    const known = [...tags].find(([, other]) => other.toLowerCase() === name.toLowerCase())?.[0];
    if (known) return known;
    const id = nextId('t');
    tags.set(id, name);
    return id;
  };
  const setJobs = (next: Job[]): void => {
    jobs = next;
    emitter.emit('jobs', { type: 'jobs', jobs, totals: totalsOf(jobs, false) });
  };
  const detail = (id: string): ArticleDetail => ({
    ...row(id),
    canonicalUrl: row(id).url,
    modifiedAt: null,
    edited: [],
    position: null,
    fullReceipt: null,
    folder: `content/${id.slice(0, 4)}/${id}`,
  });
  const info = (): AppInfo => ({
    version: '0.1.0',
    host: 'headless',
    platform: options.platform ?? 'linux',
    libraryPath: '/home/reader/.local/share/offprint',
    search: 'fts',
    readOnly: null,
    notes: [],
    ...options.info,
  });
  const plural = (ids: readonly string[]): string => (ids.length === 1 ? '1 Article' : `${ids.length} Articles`);
  const collection = (id: string): NamedCollection => {
    const found = collections.get(id);
    if (!found) throw refusal('not-found', 'That collection is no longer there.');
    return found;
  };
  const titleFrom = (text: string): string => text.split('\n')[0]?.slice(0, 80) ?? 'Untitled';

  const handlers: Partial<Handlers> = {
    'app.info': info,
    'libraries.list': () => ({ libraries: [], removable: [], canChoose: false }),
    'app.sidebar': sidebar,
    'app.openExternal': () => ({}),
    'app.openArticle': () => ({}),
    'app.savePdf': () => ({ saved: true }),
    'articles.openOriginal': () => ({}),
    'articles.list': (input) => {
      const all = list(input);
      return {
        total: all.length,
        rows: all.slice(input.offset, input.offset + input.limit).map((article) => row(article.id)),
        problems: [],
        didYouMean: [],
        tookMs: 1,
      };
    },
    'articles.ids': (input) => ({
      ids: list(input)
        .slice(input.offset, input.offset + input.limit)
        .map((article) => article.id),
    }),
    'articles.seekUnread': (input) => {
      const all = list(input);
      for (let index = input.from + input.step; index >= 0 && index < all.length; index += input.step) {
        const article = all[index];
        if (article && !article.read) return { found: { index, id: article.id } };
      }
      return { found: null };
    },
    'articles.groups': (input) => {
      const keys = list(input).map((article) => (input.by === 'source' ? article.source.toLowerCase() : article.savedAt.slice(0, 10)));
      return {
        groups: keys.reduce<{ key: string; count: number }[]>((runs, key) => {
          const last = runs.at(-1);
          if (last?.key === key) last.count += 1;
          else runs.push({ key, count: 1 });
          return runs;
        }, []),
      };
    },
    'articles.indexOf': (input) => {
      const index = list(input).findIndex((article) => article.id === input.id);
      return { index: index < 0 ? null : index };
    },
    'articles.snippets': ({ query, ids }) => {
      const word = query.split(/\s+/).find(Boolean)?.toLowerCase() ?? '';
      const cut = (id: string) => {
        const text = articles.get(id)?.body ?? '';
        const at = text.toLowerCase().indexOf(word);
        return at < 0 ? { text: text.slice(0, 120), marks: [] } : { text, marks: [[at, at + word.length] as [number, number]] };
      };
      return { snippets: Object.fromEntries(ids.map((id) => [id, cut(id)])) };
    },
    'search.names': ({ by, typed }) => ({
      names: namesOffered(
        [...articles.values()].map((article) => row(article.id)[by] ?? ''),
        typed,
      ),
    }),
    'articles.rows': ({ ids }) => ({ rows: ids.filter((id) => articles.has(id)).map(row) }),
    'articles.get': ({ id }) => detail(id),
    'articles.content': ({ id }) => ({
      html: (articles.get(id)?.body ?? '')
        .split('\n\n')
        .map((text) => `<p>${text}</p>`)
        .join(''),
      lang: row(id).lang,
      dir: row(id).dir,
    }),
    'articles.text': ({ id }) => ({ text: articles.get(id)?.body ?? '' }),
    'articles.setFlags': ({ ids, flags, undoable }) => {
      const label = Object.entries(flags)
        .map(([flag, on]) => `${on ? 'Mark' : 'Unmark'} ${plural(ids)} ${flag}`)
        .join();
      return change(
        ids,
        label,
        (article) => ({
          ...article,
          read: flags.read ?? article.read,
          starred: flags.starred ?? article.starred,
          later: flags.archived ? false : (flags.later ?? article.later),
          archived: flags.archived ?? article.archived,
        }),
        undoable,
      );
    },
    'articles.tag': ({ ids, add, remove }) => {
      const added = add.map(tagId);
      const removed = new Set(remove.map(tagId));
      return change(ids, `Tag ${plural(ids)}`, (article) => ({
        ...article,
        tags: [
          ...article.tags.filter(({ id }) => !removed.has(id) && !added.includes(id)),
          ...added.map((id) => ({ id, name: tags.get(id) ?? '' })),
        ],
      }));
    },
    'articles.collect': ({ ids, add, remove }) =>
      change(ids, `Collect ${plural(ids)}`, (article) => ({
        ...article,
        collections: [
          ...article.collections.filter(({ id }) => !remove.includes(id) && !add.includes(id)),
          ...add.map((id) => ({ id, path: pathOf(id) })),
        ],
      })),
    'articles.edit': ({ id, title, byline, source, publishedAt }) =>
      change([id], 'Edit Article', (article) => ({
        ...article,
        title: title ?? article.title,
        byline: byline === undefined ? article.byline : byline,
        source: source ?? article.source,
        publishedAt: publishedAt === undefined ? article.publishedAt : publishedAt,
      })),
    'articles.setPosition': ({ id, position }) => {
      const article = articles.get(id);
      if (article) articles.set(id, { ...article, progress: position.fraction });
      return {};
    },
    'articles.opened': ({ id, read }) => {
      if (read) change([id], '', (article) => ({ ...article, read }), false);
      return {};
    },
    'articles.setLook': () => ({}),
    'highlights.of': ({ article }) => ({ highlights: highlights.filter(({ articleId }) => articleId === article) }),
    'highlights.list': ({ text, colours, noted, limit }) => {
      const found = highlights.filter(
        (one) =>
          `${one.exact} ${one.note ?? ''}`.toLowerCase().includes(text.toLowerCase()) &&
          (colours.length === 0 || colours.includes(one.color)) &&
          (!noted || one.note !== null),
      );
      const of = (one: Highlight): HighlightEntry => {
        const { title, source, url, lang, dir } = row(one.articleId);
        return { ...one, article: { title, source, url, lang, dir } };
      };
      return { total: found.length, highlights: found.slice(0, limit).map(of), tags: [] };
    },
    'highlights.add': ({ article, anchor, color, note, tags: names }) => {
      const moment = '2025-11-20T09:00:00.000Z';
      const own = names.map((name) => ({ id: tagId(name), name }));
      const made = {
        ...anchor,
        id: nextId('h'),
        articleId: article,
        color,
        note,
        tags: own,
        orphan: false,
        createdAt: moment,
        updatedAt: moment,
      };
      return { highlight: made, undo: changeHighlights('Highlight', [...highlights, made]) };
    },
    'highlights.edit': ({ id, color, note, tags: names }) => {
      const next = highlights.map((one) =>
        one.id === id
          ? {
              ...one,
              color: color ?? one.color,
              note: note === undefined ? one.note : note,
              tags: names?.map((name) => ({ id: tagId(name), name })) ?? one.tags,
            }
          : one,
      );
      return { changed: 1, undo: changeHighlights('Change highlight', next) };
    },
    'highlights.remove': ({ highlights: gone }) => {
      const ids = new Set(gone.map(({ id }) => id));
      const next = highlights.filter(({ id }) => !ids.has(id));
      return { changed: ids.size, undo: changeHighlights('Remove highlight', next) };
    },
    'highlights.settle': ({ found }) => {
      const spans = new Map(found.map(({ id, span }) => [id, span]));
      highlights = highlights.map((one) => {
        const span = spans.get(one.id);
        return span === undefined ? one : { ...one, ...(span ?? {}), orphan: span === null };
      });
      emitter.emit('highlights', { type: 'highlights', articles: highlights.map(({ articleId }) => articleId) });
      return {};
    },
    'highlights.markdown': () => ({ markdown: highlights.map(({ exact }) => `> ${exact}\n`).join('\n'), count: highlights.length }),
    'articles.trash': ({ ids }) => change(ids, `Move ${plural(ids)} to Trash`, (article) => ({ ...article, trashed: true })),
    'articles.restore': ({ ids }) => change(ids, `Put Back ${plural(ids)}`, (article) => ({ ...article, trashed: false })),
    'articles.purge': ({ ids }) => {
      for (const id of ids) articles.delete(id);
      announce([], [], ids);
      return { purged: ids.length };
    },
    'tags.rename': ({ id, name }) => changeNames('Rename Tag', () => tags.set(id, name)),
    'tags.delete': ({ id }) => changeNames('Delete Tag', () => tags.delete(id)),
    'collections.create': ({ name, parentId }) => {
      const id = nextId('c');
      const taken = [...collections.values()].some((c) => c.parentId === parentId && c.name.toLowerCase() === name.toLowerCase());
      if (taken) throw refusal('name-taken', `There is a collection named “${name}” here already. Choose another name.`);
      const { undo: label } = changeNames('Create Collection', () => collections.set(id, { id, parentId, name, order: collections.size }));
      return { id, undo: label };
    },
    'collections.rename': ({ id, name }) => changeNames('Rename Collection', () => collections.set(id, { ...collection(id), name })),
    'collections.move': ({ id, parentId, before }) =>
      changeNames('Move Collection', () => {
        if (parentId !== null && below(id).includes(parentId))
          throw refusal('would-nest-in-itself', 'A collection cannot go inside itself.');
        const order = before === null ? collections.size + 1 : collection(before).order - 0.5;
        collections.set(id, { ...collection(id), parentId, order });
      }),
    'collections.delete': ({ id }) =>
      changeNames('Delete Collection', () => {
        const { parentId } = collection(id);
        for (const child of [...collections.values()].filter((c) => c.parentId === id)) collections.set(child.id, { ...child, parentId });
        collections.delete(id);
        for (const article of articles.values()) {
          articles.set(article.id, { ...article, collections: article.collections.filter((at) => at.id !== id) });
        }
      }),
    'undo.state': undoState,
    'undo.history': () => ({
      items: undo ? [{ id: 1, at: '2025-11-20T09:00:00.000Z', label: undo.label, articles: 1, undone: false }] : [],
    }),
    'undo.to': () => {
      const done = undo ? [undo.label] : [];
      undo?.back();
      undo = null;
      return { done, skipped: [], skippedWords: [] };
    },
    'undo.undo': () => {
      const done = undo?.label ?? null;
      undo?.back();
      undo = null;
      redoLabel = done;
      emitter.emit('undo', { type: 'undo', state: undoState() });
      return { done };
    },
    'undo.redo': () => ({ done: null }),
    'watch.status': () => ({ folder: null, problem: null, saving: null, saved: 0, failures: [] }),
    'watch.retry': () => ({ folder: null, problem: null, saving: null, saved: 0, failures: [] }),
    'watch.take': () => ({ outcome: 'saved' as const, articles: 1, movedTo: null }),
    'capture.lookup': ({ url }) => ({ id: [...articles.values()].find((article) => article.url === url)?.id ?? null }),
    'capture.start': ({ inputs }) => {
      const started = inputs.map((input): Job => {
        const label =
          input.kind === 'url' || input.kind === 'rendered'
            ? input.url
            : input.kind === 'text' || input.kind === 'html'
              ? titleFrom(input.text)
              : input.kind === 'file'
                ? input.name
                : input.path;
        return {
          id: nextId('j'),
          kind: 'save',
          label,
          state: 'running',
          step: 'Fetching the page',
          progress: null,
          articleId: null,
          existing: false,
          incomplete: false,
          error: null,
          createdAt: '2025-11-20T09:00:00.000Z',
        };
      });
      setJobs([...jobs, ...started]);
      return { jobs: started };
    },
    'smart.create': (input) => {
      const id = nextId('s');
      const { undo: label } = changeNames(`Create smart collection “${input.name}”`, () =>
        smart.set(id, { id, order: smart.size, ...input }),
      );
      return { id, undo: label };
    },
    'smart.update': ({ id, ...rest }) =>
      changeNames('Change smart collection', () => {
        const known = smart.get(id);
        const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
        if (known) smart.set(id, { ...known, ...given });
      }),
    'tags.suggest': () => ({ tags: [] }),
    'tags.unused': () => ({
      ids: sidebar()
        .tags.filter(({ count }) => count === 0)
        .map(({ id }) => id),
    }),
    'smart.delete': ({ id }) => changeNames('Delete smart collection', () => smart.delete(id)),
    'jobs.list': () => ({ jobs, totals: totalsOf(jobs, false) }),
    'jobs.cancel': ({ id }) => {
      setJobs(jobs.map((job) => (job.id === id ? { ...job, state: 'cancelled' } : job)));
      return {};
    },
    'jobs.retry': ({ id }) => {
      setJobs(jobs.map((job) => (job.id === id ? { ...job, state: 'running', error: null } : job)));
      return {};
    },
    'jobs.clear': () => {
      setJobs(jobs.filter((job) => job.state === 'running' || job.state === 'waiting'));
      return {};
    },
    'settings.get': () => settings,
    'settings.set': (patch) => {
      settings = {
        ...settings,
        ...(Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<Settings>),
      };
      emitter.emit('settings', { type: 'settings', settings });
      return settings;
    },
    'library.ready': () => ({}),
    'library.health': () => ({
      lastScrubAt: null,
      scrubbedArticles: 0,
      totalArticles: articles.size,
      damaged: [],
      missing: [],
      running: false,
    }),
    'library.diskUse': () => ({
      at: '2024-06-01T10:00:00.000Z',
      articles: articles.size,
      texts: 1_200_000,
      images: 34_000_000,
      backups: 40_000,
      cache: 900_000,
      documents: 60_000,
      trash: { articles: 0, frees: 0 },
      feeds: [],
      collections: [],
      years: [{ id: '2024', name: '2024', articles: articles.size, bytes: 35_200_000, frees: 35_200_000 }],
    }),
    'library.outdated': () => ({ ids: [] }),
    'library.duplicates': () => ({ groups: [], total: 0 }),
    'backups.list': () => ({ backups: [] }),
    'library.verify': () => ({
      ok: true,
      checked: { articles: articles.size, files: articles.size * 3, images: 4, bytes: 1_234_567 },
      notes: [],
      problems: [],
    }),
  };

  const calls: FakeBridge['calls'] = [];
  const overrides: Partial<Handlers> = {};
  return {
    platform: options.platform ?? 'linux',
    calls,
    articles,
    row,
    sidebar,
    on: emitter.on,
    emit: emitter.emit,
    answer(method, handler) {
      if (handler === null) delete overrides[method];
      else Object.assign(overrides, { [method]: handler });
    },
    async call<M extends MethodName>(method: M, input: MethodInput<M>) {
      calls.push({ method, input });
      const parsed = METHODS[method].input.parse(input) as ParsedInput<M>;
      const handler = (overrides[method] ?? handlers[method]) as Handlers[M] | undefined;
      if (!handler) throw refusal('not-supported-here', `The fake bridge does not answer ${method}.`);
      return METHODS[method].output.parse(await handler(parsed)) as MethodOutput<M>;
    },
  };
}
