import { FeedService } from '../feeds/feed-service.ts';
import { HighlightBook } from '../highlights/book.ts';
import { JobList } from '../jobs/job-list.ts';
import { hostOfAddress } from '../jobs/queue-task.ts';
import { SaveQueue } from '../jobs/save-queue.ts';
import type { Service } from '../ports.ts';
import { ruleMethods } from '../rules/rule-methods.ts';
import { History } from '../undo/history.ts';
import { articleMethods } from './article-views.ts';
import { captureMethods } from './capture-methods.ts';
import { backupMethods, finishRestore } from './backups.ts';
import { Catalogue } from './catalogue.ts';
import { collectionMethods } from './collections.ts';
import { Committer } from './committer.ts';
import type { Context, Handlers, MethodsOn } from './context.ts';
import { diskMethods } from './disk-use.ts';
import { editMethods } from './edit.ts';
import { flagMethods } from './flags.ts';
import { highlightMethods } from './highlights.ts';
import { Housekeeping } from './housekeeping.ts';
import { IndexFeed } from './index-feed.ts';
import { Lane } from './lane.ts';
import { appInfo, libraryMethods } from './library-methods.ts';
import { positionMethods } from './position.ts';
import { Purge } from './purge.ts';
import { recoverExchanges } from './renew.ts';
import { createRunner } from './run-task.ts';
import { createScrubbing } from './scrubbing.ts';
import { createSaver } from './save.ts';
import { asService } from './service.ts';
import { settingsMethods } from './settings.ts';
import { smartMethods } from './smart.ts';
import { tagMethods } from './tags.ts';
import { trashMethods } from './trash.ts';
import { undoMethods } from './undo-methods.ts';
import { versionMethods } from './version-methods.ts';
import { createWatching } from '../watch/watch-methods.ts';
import type { WriterDeps } from './writer-deps.ts';

export type { WriterDeps } from './writer-deps.ts';

/**
 * Every method of the contract that runs in the writer thread, over an open library. Answers at once; what the index missed and the
 * samples come in the background. Closing waits for what is being written and leaves store, content and index to their owner.
 */
export async function createWriterService(deps: WriterDeps): Promise<Service> {
  const { store, content, index, emit, clock } = deps;
  const catalogue = new Catalogue(store, deps.catalogueCache ?? null);
  const book = new HighlightBook(() => store.scan());
  const history = new History((state) => emit({ type: 'undo', state }), clock.now, deps.undoLog ?? null);
  await history.load();
  const feed = new IndexFeed(store, content, index);
  const committer = new Committer({ store, feed, catalogue, book, history, emit });
  const jobs = new JobList(deps);
  const context: Context = { deps, catalogue, book, committer, feed, history, jobs, exchanges: new Lane() };
  const purge = new Purge(context);
  const saver = createSaver(context, purge.ingests);
  const queue = new SaveQueue({
    jobs,
    store: deps.queue,
    clock: deps.clock,
    random: deps.random,
    runner: { run: createRunner(context, saver, purge.ingests), organise: saver.organise },
    ...(deps.pace && { pace: deps.pace }),
  });
  await catalogue.start();
  await recoverExchanges(context);
  await finishRestore(context);
  await queue.open();
  const feeds = new FeedService(context, purge.ingests, ({ id, title, url }) =>
    queue.run(
      { do: 'complete', articleId: id, label: title, host: hostOfAddress(url ?? '') },
      { tags: [], collections: [], origin: 'person', priority: 10, feed: null },
    ),
  );
  const housekeeping = new Housekeeping(context, { purge, saver });
  store.onReadOnly(() => emit({ type: 'library', info: appInfo(context), replaced: false }));
  store.onRecovered((commit) => committer.recovered(commit));

  const watching = createWatching(context, queue);
  const scrubbing = createScrubbing(context, deps.scrubPace);

  const handlers: Handlers<MethodsOn<'writer'>> = {
    ...backupMethods(context),
    ...scrubbing.handlers,
    ...libraryMethods(context, () => housekeeping.caughtUp()),
    ...diskMethods(context),
    ...articleMethods(context),
    ...flagMethods(context),
    ...tagMethods(context),
    ...collectionMethods(context),
    ...smartMethods(context),
    ...ruleMethods(context),
    ...editMethods(context),
    ...highlightMethods(context),
    ...positionMethods(context),
    ...trashMethods(context, purge),
    ...undoMethods(context),
    ...captureMethods(context, queue),
    ...versionMethods(context, queue),
    ...settingsMethods(context, () => watching.changed()),
    ...feeds.methods(),
    ...watching.handlers,
  };
  housekeeping.start();
  // Lists come first; work of an earlier session can wait for a whole index. A command that ends soon leaves it to the app.
  feeds.start(housekeeping.caughtUp());
  if (deps.background) {
    void housekeeping.caughtUp().then(() => queue.start());
    watching.start();
    scrubbing.start();
  }

  return asService(handlers, async () => {
    await watching.close();
    await feeds.close();
    await queue.close();
    const closed = jobs.close();
    await scrubbing.close();
    await Promise.all([closed, housekeeping.stop(), feed.close()]);
    await purge.idle();
    await committer.idle();
    await history.idle();
    await catalogue.close();
  });
}
