import type { SaveQueue } from '../jobs/save-queue.ts';
import { BY_PERSON } from '../jobs/save-queue.ts';
import type { QueueTask } from '../jobs/queue-record.ts';
import { hostOfAddress } from '../jobs/queue-task.ts';
import { articleJson } from './article-views.ts';
import type { Context, Handlers } from './context.ts';
import { articleOf } from './mutate.ts';
import { restoreVersion } from './renew.ts';
import { AppError } from '../errors.ts';
import type { ArticleRecord } from '../domain/records.ts';

type VersionMethods = 'capture.renew' | 'capture.renewNow' | 'articles.versions' | 'articles.version' | 'articles.restoreVersion';

/** Saving again, completing and extracting again, and what articles were before. */
export function versionMethods(context: Context, queue: SaveQueue): Handlers<VersionMethods> {
  const { store, content } = context.deps;
  const taskOf = ({ id, title, url }: ArticleRecord, what: 'again' | 'complete' | 'reextract'): QueueTask =>
    what === 'reextract'
      ? { do: what, articleId: id, label: title }
      : { do: what, articleId: id, label: title, host: url === null ? '' : hostOfAddress(url) };
  return {
    'capture.renew': async ({ ids, what }) => {
      const records = await store.getMany(ids);
      return {
        jobs: await queue.enqueue(
          records.map((record) => ({ task: taskOf(record, what) })),
          BY_PERSON,
        ),
      };
    },
    'capture.renewNow': async ({ id, what }) => {
      const { existing, incomplete } = await queue.run(taskOf(await articleOf(context, id), what), { ...BY_PERSON, priority: 20 });
      return { article: await articleJson(context, await articleOf(context, id)), changed: !existing, incomplete };
    },
    'articles.versions': async ({ id }) => {
      const { versions = [] } = await articleOf(context, id);
      return {
        versions: versions.map(({ n, capturedAt, replacedBy, title, wordCount, receipt }) => ({
          ...{ n, capturedAt, replacedBy, title, wordCount, receipt },
        })),
      };
    },
    'articles.version': async ({ id, n }) => {
      const { versions = [] } = await articleOf(context, id);
      if (!versions.some((version) => version.n === n))
        throw new AppError('not-found', 'That version is no longer in the library.', { details: { id, n } });
      const { text, meta } = await content.readVersion(id, n);
      return { text, receipt: meta.receipt };
    },
    'articles.restoreVersion': async ({ id, n }) => {
      await context.exchanges.run(() => restoreVersion(context, id, n));
      return {};
    },
  };
}
