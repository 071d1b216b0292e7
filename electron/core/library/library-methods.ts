import type { AppInfo, VerifyReport } from '../../contract/entities.ts';
import { AppError } from '../errors.ts';
import type { Context, Handlers } from './context.ts';
import { findDuplicates } from './duplicates.ts';
import { findOutdated } from './outdated.ts';

type LibraryMethods =
  'app.info' | 'library.ready' | 'library.verify' | 'library.duplicates' | 'library.outdated' | 'library.export' | 'library.import';

/** The library as a whole. `caughtUp` resolves when the index has taken in what it had missed at opening. */
export function libraryMethods(context: Context, caughtUp: () => Promise<void>): Handlers<LibraryMethods> {
  const { deps, jobs, committer } = context;
  return {
    'app.info': async () => appInfo(context),
    'library.ready': async () => {
      await caughtUp();
      return {};
    },
    'library.verify': async ({ repair }) => {
      await caughtUp();
      await committer.idle();
      return asJob('verify', repair ? 'Check and repair the library' : 'Check the library', () => verify(repair));
    },
    'library.duplicates': () => findDuplicates(deps.store),
    'library.outdated': async () => ({ ids: await findOutdated(deps.store, deps.content) }),
    'library.export': async ({ path }) => {
      await committer.idle();
      return asJob('export-library', 'Export the library', () => deps.exportArchive(path));
    },
    'library.import': async () => {
      // The threads' host exchanges the folders under this service; whoever has no such host cannot.
      throw new AppError(
        'not-supported-here',
        'A library cannot be imported from here. Import it in the app or with the offprint command.',
      );
    },
  };

  async function verify(repair: boolean): Promise<VerifyReport> {
    const { tags, collections } = deps.store.library;
    const report = await deps.verify(repair);
    const { library } = deps.store;
    if (library.tags !== tags || library.collections !== collections) {
      // A repair gave tags or collections their names back: documents and lists have to be told.
      await context.feed.rebuild();
      deps.emit({ type: 'articles', rows: [], added: [], removed: [], more: true });
    }
    return report;
  }

  async function asJob<T>(kind: 'verify' | 'export-library', label: string, work: () => Promise<T>): Promise<T> {
    let result: { value: T } | null = null;
    const job = jobs.add(kind, label, async ({ step }) => {
      step('Working', null);
      result = { value: await work() };
    });
    await jobs.settled(job.id);
    return (result as unknown as { value: T }).value;
  }
}

/** What the window's frame has to know. */
export function appInfo({ deps }: Pick<Context, 'deps'>): AppInfo {
  const { store, index, info } = deps;
  return {
    version: info.version,
    host: info.host,
    platform: info.platform,
    libraryPath: store.root,
    search: index.mode,
    readOnly: store.readOnly,
    notes: [...store.report.notes],
  };
}
