import { AppError } from '../errors.ts';
import type { SaveQueue } from '../jobs/save-queue.ts';
import type { Context, Handlers } from '../library/context.ts';
import { settingsOf } from '../library/settings.ts';
import { WatchFolder } from './watch-folder.ts';

export interface Watching {
  readonly handlers: Handlers<'watch.status' | 'watch.retry' | 'watch.take'>;
  /** Watches what the settings say from now on. */
  start(): void;
  /** The settings were written. */
  changed(): void;
  close(): Promise<void>;
}

/** The methods of the watched folder. Without the port (a host that cannot) nothing is watched, and it says so. */
export function createWatching(context: Context, saves: Pick<SaveQueue, 'save'>): Watching {
  const { store, watch: port } = context.deps;
  const folder = port === undefined ? null : new WatchFolder(context, saves, port);
  let started = false;
  const follow = (): void => {
    if (started) folder?.follow(settingsOf(store.library));
  };
  const able = (): WatchFolder => {
    if (folder === null) throw new AppError('not-supported-here', 'Folders cannot be watched here.');
    return folder;
  };
  return {
    handlers: {
      'watch.status': async () => folder?.status ?? { folder: null, problem: null, saving: null, saved: 0, failures: [] },
      'watch.retry': async () => able().retry(),
      'watch.take': ({ path, move }) => able().take(path, move),
    },
    start: () => {
      started = true;
      follow();
    },
    changed: follow,
    close: async () => folder?.close(),
  };
}
