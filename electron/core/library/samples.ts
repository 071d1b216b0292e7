import type { SaveInput } from '../../contract/methods.ts';
import type { Saver } from './save.ts';
import type { Context } from './context.ts';

const FACT = 'samples-added';

/**
 * Puts the sample articles into a library that has never had them and holds nothing of its own, first one newest. They are ordinary articles:
 * deleted ones stay deleted, because the fact that they were added stays.
 */
export async function addSamples(context: Context, saver: Saver, samples: readonly SaveInput[], signal: AbortSignal): Promise<void> {
  const { store } = context.deps;
  if (store.library.facts[FACT] || store.readOnly !== null) return;
  if (await isEmpty(context)) {
    for (const sample of [...samples].reverse()) {
      if (signal.aborted) return;
      // One that fails is one sample fewer, not an app that does not start.
      await saver.save(sample, { tags: [], collections: [] }, { signal, step: () => undefined }).catch(() => undefined);
    }
  }
  if (signal.aborted) return;
  await context.committer.change(() => ({
    tables: (draft) => {
      draft.facts = { ...draft.facts, [FACT]: { id: FACT, value: true } };
    },
  }));
}

async function isEmpty({ deps }: Context): Promise<boolean> {
  for await (const { articles } of deps.store.scan()) if (articles.length > 0) return false;
  return true;
}
