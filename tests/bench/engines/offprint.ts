import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibraryHost, type LibraryHost } from '../../../electron/adapters/threads/library-host.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../electron/contract/methods.ts';
import { articleIdAt, seedLibrary } from '../seed-library.ts';
import { asOffprint } from '../queries.ts';
import type { Engine } from './engine.ts';

/** The call of the contract, or the failure as an exception: a bench that goes on after an error measures nothing. */
export async function call<M extends MethodName>(host: LibraryHost, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const result = await host.app.dispatch(method, input);
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
  return result.value as MethodOutput<M>;
}

/** The product as it ships: both threads, from their bundles (`OFFPRINT_WORKERS`). */
export async function openHost(root: string): Promise<LibraryHost> {
  return openLibraryHost({
    root,
    info: { version: 'bench', host: 'headless', platform: 'linux' },
    samples: false,
    host: { openExternal: async () => undefined },
  });
}

/** Everything is searchable. */
export async function indexed(host: LibraryHost, count: number): Promise<void> {
  await call(host, 'library.ready', {});
  const { total } = await call(host, 'articles.list', { view: { kind: 'everything' }, limit: 0 });
  if (total !== count) throw new Error(`${total} of ${count} articles are in the index`);
}

/** Offprint's own library, through the contract that the window uses. */
export const offprint: Engine = {
  label: 'Offprint',
  build: async (root, _articles, count) => {
    await seedLibrary(join(root, 'library'), count, 600);
    const host = await openHost(join(root, 'library'));
    await indexed(host, count);
    await host.close();
  },
  open: async (root) => {
    const host = await openHost(join(root, 'library'));
    return {
      firstRows: async () => (await call(host, 'articles.list', { view: { kind: 'all' } })).rows.length,
      edit: async (index, on) => void (await call(host, 'articles.setFlags', { ids: [articleIdAt(index)], flags: { starred: on } })),
      bulk: async (indexes, on) => void (await call(host, 'articles.setFlags', { ids: indexes.map(articleIdAt), flags: { read: on } })),
      search: async (query) => {
        const text = asOffprint(query);
        const list = await call(host, 'articles.list', { view: { kind: 'everything' }, query: text, limit: 20 });
        await call(host, 'articles.snippets', { query: text, ids: list.rows.map((row) => row.id) });
        return list.rows.length;
      },
      close: () => host.close(),
    };
  },
  quality: async (texts, queries, folder) => {
    const { openTestLibrary } = await import('../../adapters/index/library.ts');
    const library = await openTestLibrary('fts');
    try {
      await library.put(texts.map((text) => ({ title: 'x', source: 'x', text })));
      return queries.map((query) => library.found(query));
    } finally {
      await library.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
