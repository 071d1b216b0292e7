import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { AppInfo, ArticleDetail, Feed, Sidebar, UndoState } from '../../electron/contract/entities.ts';
import type { MethodInput, MethodOutput } from '../../electron/contract/methods.ts';
import { SETTINGS_DEFAULTS } from '../../electron/contract/settings-defaults.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { useBridge } from './context.tsx';
import { keys } from './keys.ts';
import type { Bridge, Question } from './types.ts';

const DEFAULTS: Settings = SETTINGS_DEFAULTS;
const NO_FEEDS: readonly Feed[] = [];
export type Jobs = MethodOutput<'jobs.list'>;
const NONE = { total: 0, waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0, existing: 0, incomplete: 0, progress: 0 };
const NO_NAMES: readonly string[] = [];
const NO_JOBS: Jobs = { jobs: [], totals: { ...NONE, saves: true, paused: false } };

export function useAppInfo(): UseQueryResult<AppInfo> {
  const bridge = useBridge();
  return useQuery({ queryKey: keys.info, queryFn: () => bridge.call('app.info', {}) });
}

export function useSidebar(): UseQueryResult<Sidebar> {
  const bridge = useBridge();
  return useQuery({ queryKey: keys.sidebar, queryFn: () => bridge.call('app.sidebar', {}) });
}

/** The settings, or the defaults until the core has answered. */
export function useSettings(): Settings {
  const bridge = useBridge();
  return useQuery({ queryKey: keys.settings, queryFn: () => bridge.call('settings.get', {}) }).data ?? DEFAULTS;
}

/** True once the settings on screen are the person's own, not the defaults. */
export function useSettingsReady(): boolean {
  const bridge = useBridge();
  return useQuery({ queryKey: keys.settings, queryFn: () => bridge.call('settings.get', {}) }).data !== undefined;
}

/** Changes some settings: shown at once, put back if the core refuses. */
export function useSetSettings(): UseMutationResult<Settings, Error, MethodInput<'settings.set'>, { before: Settings | undefined }> {
  const bridge = useBridge();
  const client = useQueryClient();
  return useMutation({
    mutationKey: keys.setSettings,
    mutationFn: (patch) => bridge.call('settings.set', patch),
    onMutate: (patch) => {
      const before = client.getQueryData<Settings>(keys.settings);
      client.setQueryData<Settings>(keys.settings, { ...(before ?? DEFAULTS), ...(patch as Partial<Settings>) });
      return { before };
    },
    onError: (_error, _patch, context) => {
      if (context?.before) client.setQueryData(keys.settings, context.before);
      else void client.invalidateQueries({ queryKey: keys.settings });
    },
    onSuccess: (settings) => {
      // While a slider moves, the answer to an earlier step would pull it back: only the last one counts.
      if (client.isMutating({ mutationKey: keys.setSettings }) <= 1) client.setQueryData(keys.settings, settings);
    },
  });
}

/** Reads the settings as they are at the moment of the call, which a key pressed twice needs: what was last drawn may be older. */
export function useCurrentSettings(): () => Settings {
  const client = useQueryClient();
  return () => client.getQueryData<Settings>(keys.settings) ?? DEFAULTS;
}

/** The jobs worth a line, and the numbers of all. */
export function useJobs(): Jobs {
  const bridge = useBridge();
  return useQuery({ queryKey: keys.jobs, queryFn: () => bridge.call('jobs.list', {}) }).data ?? NO_JOBS;
}

/** Every feed, with its settings and its health. */
export function useFeeds(): readonly Feed[] {
  const bridge = useBridge();
  return useQuery({ queryKey: keys.feeds, queryFn: () => bridge.call('feeds.list', {}) }).data?.feeds ?? NO_FEEDS;
}

/** Sources or bylines to complete what is typed with; the last ones until there are new ones. */
export function useNames(asked: { by: 'source' | 'byline'; typed: string } | null): readonly string[] {
  const bridge = useBridge();
  const { by, typed } = asked ?? { by: 'source' as const, typed: '' };
  const { data } = useQuery({
    queryKey: keys.names(by, typed),
    queryFn: () => bridge.call('search.names', { by, typed }),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    // Another article may bring another name.
    staleTime: 0,
  });
  return asked === null ? NO_NAMES : (data?.names ?? NO_NAMES);
}

export function useUndoState(): UndoState {
  const bridge = useBridge();
  return useQuery({ queryKey: keys.undo, queryFn: () => bridge.call('undo.state', {}) }).data ?? { undo: null, redo: null };
}

export function articleQuery(bridge: Bridge, id: string): Question<ArticleDetail> {
  return { queryKey: keys.article(id), queryFn: () => bridge.call('articles.get', { id }) };
}

export function contentQuery(bridge: Bridge, id: string): Question<MethodOutput<'articles.content'>> {
  return { queryKey: keys.content(id), queryFn: () => bridge.call('articles.content', { id }), gcTime: 60_000 };
}

/** The open article; asked again whenever an event names it. Disabled for null. */
export function useArticle(id: string | null): UseQueryResult<ArticleDetail> {
  const bridge = useBridge();
  return useQuery({ ...articleQuery(bridge, id ?? ''), enabled: id !== null });
}

/** The sanitised body. A stored body never changes under an id, except by an import, which asks everything again. */
export function useArticleContent(id: string | null): UseQueryResult<MethodOutput<'articles.content'>> {
  const bridge = useBridge();
  return useQuery({ ...contentQuery(bridge, id ?? ''), enabled: id !== null });
}
