import type { QueryClient } from '@tanstack/react-query';
import type { ArticleDetail, ArticleRow } from '../../electron/contract/entities.ts';
import type { MethodOutput } from '../../electron/contract/methods.ts';
import { keys } from './keys.ts';
import type { Jobs } from './queries.ts';
import type { Bridge } from './types.ts';

export type ListPage = MethodOutput<'articles.list'>;

/** Lists are asked again at most this often (ms) while articles pour in. */
const REFRESH_EVERY_MS = 120;

/** Puts changed rows into every cached list page and open article. A page without any of them keeps its identity. */
export function patchRows(client: QueryClient, patch: (row: ArticleRow) => ArticleRow): void {
  client.setQueriesData<ListPage>({ queryKey: keys.lists }, (page) => {
    if (!page) return page;
    let changed = false;
    const rows = page.rows.map((row) => {
      const next = patch(row);
      if (next !== row) changed = true;
      return next;
    });
    return changed ? { ...page, rows } : page;
  });
  client.setQueriesData<ArticleDetail>({ queryKey: keys.articles }, (article) => {
    if (!article) return article;
    const next = patch(article);
    return next === article ? article : { ...article, ...next };
  });
}

/** Keeps the cache true by the core's events. Returns the function that stops. */
export function applyEvents(bridge: Bridge, client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = 0;
  const refreshLists = (): void => {
    if (timer !== null) return;
    const due = Math.max(0, last + REFRESH_EVERY_MS - Date.now());
    timer = setTimeout(() => {
      timer = null;
      last = Date.now();
      void client.invalidateQueries({ queryKey: keys.lists });
    }, due);
  };

  const stops = [
    bridge.on('articles', ({ rows, removed, more }) => {
      const byId = new Map(rows.map((row) => [row.id, row]));
      patchRows(client, (row) => byId.get(row.id) ?? row);
      // Details hold more than a row does (dates, receipt), so an open article is asked again.
      for (const id of byId.keys()) void client.invalidateQueries({ queryKey: keys.article(id) });
      for (const id of removed) void client.invalidateQueries({ queryKey: keys.article(id) });
      if (more) void client.invalidateQueries({ queryKey: keys.articles });
      // Asked again only while it is on screen.
      if (more || rows.length > 0 || removed.length > 0) void client.invalidateQueries({ queryKey: keys.duplicates });
      if (more || rows.length > 0 || removed.length > 0) void client.invalidateQueries({ queryKey: keys.outdated });
      refreshLists();
    }),
    bridge.on('highlights', () => void client.invalidateQueries({ queryKey: keys.highlights })),
    bridge.on('content', ({ ids }) => {
      for (const id of ids) {
        void client.invalidateQueries({ queryKey: keys.content(id) });
        void client.invalidateQueries({ queryKey: [...keys.contents, 'plain', id] });
        void client.invalidateQueries({ queryKey: keys.article(id) });
        void client.invalidateQueries({ queryKey: keys.versions(id) });
      }
    }),
    bridge.on('sidebar', ({ sidebar }) => client.setQueryData(keys.sidebar, sidebar)),
    bridge.on('jobs', ({ jobs, totals }) => client.setQueryData<Jobs>(keys.jobs, { jobs, totals })),
    bridge.on('feeds', ({ changed, removed }) => {
      client.setQueryData<MethodOutput<'feeds.list'>>(keys.feeds, (known) => {
        if (!known) return known;
        const fresh = new Map(changed.map((feed) => [feed.id, feed]));
        const kept = known.feeds.filter(({ id }) => !fresh.has(id) && !removed.includes(id));
        return { feeds: [...kept, ...changed] };
      });
    }),
    bridge.on('health', () => void client.invalidateQueries({ queryKey: keys.health, exact: true })),
    bridge.on('undo', ({ state }) => client.setQueryData(keys.undo, state)),
    bridge.on('watch', ({ status }) => client.setQueryData(keys.watch, status)),
    bridge.on('settings', ({ settings }) => {
      // While changes of ours are under way this may be the answer to an earlier one; the last one's answer settles it.
      if (client.isMutating({ mutationKey: keys.setSettings }) === 0) client.setQueryData(keys.settings, settings);
    }),
    bridge.on('library', ({ info, replaced }) => {
      client.setQueryData(keys.info, info);
      if (replaced) void client.invalidateQueries();
    }),
    bridge.on('connection', ({ resumed }) => {
      if (resumed) void client.invalidateQueries();
    }),
  ];
  return () => {
    if (timer !== null) clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
