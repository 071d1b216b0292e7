import type { SaveJobs } from '../jobs/save-jobs.ts';
import { articleJson } from './article-views.ts';
import type { Context, Handlers } from './context.ts';
import { articleOf } from './mutate.ts';
import { lookup } from './save.ts';

type CaptureMethods = 'capture.lookup' | 'capture.start' | 'capture.save' | 'jobs.list' | 'jobs.cancel' | 'jobs.retry' | 'jobs.clear';

/** Saving, and the list of long work. */
export function captureMethods(context: Context, saves: SaveJobs): Handlers<CaptureMethods> {
  const { jobs } = context;
  return {
    'capture.lookup': async ({ url }) => ({ id: await lookup(context, url) }),
    'capture.start': async ({ inputs, tags, collections }) => ({ jobs: saves.start(inputs, { tags, collections }) }),
    'capture.save': async ({ input, tags, collections }) => {
      const { id, existing } = await saves.save(input, { tags, collections });
      return { article: await articleJson(context, await articleOf(context, id), existing) };
    },
    'jobs.list': async () => ({ jobs: jobs.list() }),
    'jobs.cancel': async ({ id }) => {
      jobs.cancel(id);
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
