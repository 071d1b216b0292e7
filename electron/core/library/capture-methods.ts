import { BY_PERSON, type SaveQueue } from '../jobs/save-queue.ts';
import { articleJson } from './article-views.ts';
import type { Context, Handlers } from './context.ts';
import { articleOf } from './mutate.ts';
import { lookup } from './save.ts';

type CaptureMethods =
  | 'capture.lookup'
  | 'capture.start'
  | 'capture.save'
  | 'jobs.list'
  | 'jobs.cancel'
  | 'jobs.cancelAll'
  | 'jobs.retry'
  | 'jobs.retryFailed'
  | 'jobs.pause'
  | 'jobs.clear';

/** Saving, and the list of long work. */
export function captureMethods(context: Context, queue: SaveQueue): Handlers<CaptureMethods> {
  const { jobs } = context;
  return {
    'capture.lookup': async ({ url }) => ({ id: await lookup(context, url) }),
    'capture.start': async ({ inputs, tags, collections }) => ({
      jobs: await queue.enqueue(
        inputs.map((input) => ({ task: { do: 'save', input } })),
        { ...BY_PERSON, tags, collections },
      ),
    }),
    'capture.save': async ({ input, tags, collections }) => {
      const { id, existing } = await queue.save(input, { tags, collections });
      return { article: await articleJson(context, await articleOf(context, id), existing) };
    },
    'jobs.list': async () => ({ jobs: jobs.shown(), totals: jobs.totals() }),
    'jobs.cancel': async ({ id }) => {
      jobs.cancel(id);
      return {};
    },
    'jobs.cancelAll': async () => {
      jobs.cancelAll();
      return {};
    },
    'jobs.retryFailed': async () => {
      jobs.retryFailed();
      return {};
    },
    'jobs.pause': async ({ paused }) => {
      await queue.pause(paused);
      return {};
    },
    'jobs.retry': async ({ id }) => {
      jobs.retry(id);
      return {};
    },
    'jobs.clear': async () => {
      jobs.clear();
      return {};
    },
  };
}
