import type { Feed, FeedFix, FeedHealth } from '../../contract/entities.ts';
import { pathOf } from '../domain/collection-paths.ts';
import type { FeedRecord, FeedStateRecord, LibraryTables } from '../domain/records.ts';
import { isGone } from './schedule.ts';

/** How a feed does, and what can be done about it. */
export function healthOf(feed: FeedRecord, state: FeedStateRecord | undefined): FeedHealth {
  const error = state?.error ?? null;
  const base = {
    since: state?.failingSince ?? null,
    status: error?.status ?? null,
    message: error?.message ?? null,
    note: state?.note ?? null,
  };
  if (feed.settings.paused) return { ...base, state: 'paused', fix: { kind: 'resume' } };
  if (isGone(state)) return { ...base, state: 'gone', fix: fixOf(state) };
  if (error !== null) return { ...base, state: 'failing', fix: fixOf(state) };
  return { ...base, state: state?.okAt == null ? 'new' : 'ok', fix: null };
}

function fixOf(state: FeedStateRecord | undefined): FeedFix {
  if (state?.offered != null) return { kind: 'use-address', url: state.offered };
  const status = state?.error?.status ?? null;
  const lost = status === 404 || status === 410 || state?.error?.code === 'unsupported-file';
  return lost ? { kind: 'find-again' } : { kind: 'retry' };
}

export function feedView(
  feed: FeedRecord,
  library: Readonly<Pick<LibraryTables, 'feedStates' | 'tags' | 'collections'>>,
  refreshing: boolean,
): Feed {
  const state = library.feedStates[feed.id];
  const { settings } = feed;
  return {
    id: feed.id,
    url: feed.url,
    siteUrl: feed.siteUrl,
    title: feed.title,
    folder: feed.folder,
    icon: feed.icon,
    addedAt: feed.addedAt,
    settings: {
      paused: settings.paused,
      interval: settings.interval,
      fullText: settings.fullText,
      images: settings.images,
      keep: settings.keep,
      tags: settings.tags.flatMap((id) => library.tags[id]?.name ?? []),
      collections: settings.collections.filter((id) => library.collections[id]).map((id) => pathOf(id, library.collections)),
    },
    health: healthOf(feed, state),
    checkedAt: state?.checkedAt ?? null,
    nextAt: state?.nextAt ?? null,
    refreshing,
    older: state?.older ?? 0,
  };
}
