import type { ArticleRow, Collection, Sidebar, Sort, Smart, Tag, View } from '../../electron/contract/entities.ts';
import type { CallError, ErrorCode } from '../../electron/contract/errors.ts';
import { BridgeError } from '../../renderer/bridge/types.ts';
import type { FakeArticle } from './fake-articles.ts';

/** A refusal of the core, for `answer`. */
export function refusal(code: ErrorCode, message: string): BridgeError {
  const error: CallError = { code, message, details: {}, retryable: false };
  return new BridgeError(error);
}

export interface NamedCollection {
  id: string;
  parentId: string | null;
  name: string;
  order: number;
}

export type FakeSmart = Omit<Smart, 'count' | 'unread'>;

/** What the fake core holds, and what it makes of it: rows, lists, the sidebar. */
export interface FakeLibrary {
  readonly articles: Map<string, FakeArticle>;
  /** Names by id. */
  readonly tags: Map<string, string>;
  readonly collections: Map<string, NamedCollection>;
  readonly smart: Map<string, FakeSmart>;
  /** A collection and all below it. */
  below(id: string): string[];
  pathOf(id: string): string;
  row(id: string): ArticleRow;
  sidebar(): Sidebar;
  /** Newest first. */
  list(input: { view: View; query: string; keep: string[] }): FakeArticle[];
}

export function createFakeLibrary(seed: readonly FakeArticle[]): FakeLibrary {
  const articles = new Map(seed.map((article) => [article.id, article]));
  const tags = new Map<string, string>();
  const collections = new Map<string, NamedCollection>();
  const smart = new Map<string, FakeSmart>();

  for (const article of articles.values()) {
    for (const { id, name } of article.tags) tags.set(id, name);
    for (const { id, path } of article.collections)
      if (!collections.has(id)) collections.set(id, { id, parentId: null, name: path, order: collections.size });
  }

  const pathOf = (id: string): string => {
    const { parentId, name } = collections.get(id) ?? { parentId: null, name: '?' };
    return parentId === null ? name : `${pathOf(parentId)} / ${name}`;
  };
  const below = (id: string): string[] => [id, ...[...collections.values()].filter((c) => c.parentId === id).flatMap((c) => below(c.id))];
  const live = (): FakeArticle[] => [...articles.values()].filter((article) => !article.trashed);

  const row = (id: string): ArticleRow => {
    const article = articles.get(id);
    if (!article) throw refusal('not-found', 'That article is no longer in the library.');
    const rest: ArticleRow & { body?: string } = { ...article };
    delete rest.body;
    return {
      ...rest,
      tags: article.tags.map((tag) => ({ id: tag.id, name: tags.get(tag.id) ?? tag.name })),
      collections: article.collections.map(({ id: at }) => ({ id: at, path: pathOf(at) })),
    };
  };

  const tally = (list: FakeArticle[]): { count: number; unread: number } => ({
    count: list.length,
    unread: list.filter((a) => !a.read).length,
  });

  const sidebar = (): Sidebar => ({
    counts: {
      all: live().filter((a) => !a.archived).length,
      unread: live().filter((a) => !a.read && !a.archived).length,
      later: live().filter((a) => a.later).length,
      starred: live().filter((a) => a.starred).length,
      archive: live().filter((a) => a.archived).length,
      incomplete: live().filter((a) => a.receipt.status !== 'complete').length,
      trash: articles.size - live().length,
    },
    tags: [...tags].map(([id, name]): Tag => ({ id, name, ...tally(live().filter((a) => a.tags.some((t) => t.id === id))) })),
    collections: [...collections.values()].map((c): Collection => {
      const ids = new Set(below(c.id));
      return { ...c, path: pathOf(c.id), ...tally(live().filter((a) => a.collections.some((at) => ids.has(at.id)))) };
    }),
    smart: [...smart.values()]
      .sort((a, b) => a.order - b.order)
      .map((one) => ({ ...one, ...tally(live().filter((article) => hasWords(article, one.query))) })),
    feeds: [],
  });

  const inView = (article: FakeArticle, view: View, keep: ReadonlySet<string>): boolean => {
    if (view.kind === 'trash') return article.trashed;
    if (article.trashed) return false;
    switch (view.kind) {
      case 'all':
        return !article.archived;
      case 'unread':
        return !article.archived && (!article.read || keep.has(article.id));
      case 'later':
        return article.later;
      case 'starred':
        return article.starred;
      case 'archive':
        return article.archived;
      case 'incomplete':
        return article.receipt.status !== 'complete';
      case 'tag':
        return article.tags.some((tag) => tag.id === view.id);
      case 'collection': {
        const ids = new Set(below(view.id));
        return article.collections.some((at) => ids.has(at.id));
      }
      case 'smart':
        return hasWords(article, smart.get(view.id)?.query ?? '\u0000');
      case 'recent':
      case 'highlighted':
      case 'feed':
      case 'folder':
        return false;
      case 'everything':
        return true;
    }
  };

  const hasWords = (article: FakeArticle, query: string): boolean =>
    query
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .every((word) => `${article.title} ${article.body} ${article.source}`.toLowerCase().includes(word));

  const list = (input: { view: View; query: string; keep: string[]; sort?: Sort }): FakeArticle[] => {
    const keep = new Set(input.keep);
    return [...articles.values()]
      .filter((article) => inView(article, input.view, keep))
      .filter((article) => hasWords(article, input.query))
      .sort((a, b) => b.savedAt.localeCompare(a.savedAt))
      .sort(inOrder(input.sort));
  };

  return { articles, tags, collections, smart, below, pathOf, row, sidebar, list };
}

/** The order asked for; newest saved first otherwise. */
function inOrder(sort: Sort | undefined): (a: FakeArticle, b: FakeArticle) => number {
  const { by, descending } = sort ?? { by: 'relevance', descending: true };
  const key = (article: FakeArticle): string | number => {
    switch (by) {
      case 'title':
      case 'source':
        return article[by].toLowerCase();
      case 'published':
        return article.publishedAt ?? '';
      case 'length':
        return article.wordCount;
      case 'progress':
        return article.progress;
      case 'saved':
      case 'opened':
      case 'relevance':
        return article.savedAt;
    }
  };
  return (a, b) => {
    const [x, y] = [key(a), key(b)];
    return (x < y ? -1 : x > y ? 1 : 0) * (descending ? -1 : 1);
  };
}
