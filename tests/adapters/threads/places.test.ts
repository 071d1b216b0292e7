import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLibraryHost, type LibraryHost } from '../../../electron/adapters/threads/library-host.ts';
import type { CallResult } from '../../../electron/contract/errors.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../electron/contract/methods.ts';
import { AppError } from '../../../electron/core/errors.ts';

let folder: string;
const hosts: LibraryHost[] = [];

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'offprint-places-')));
});
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(at: string, mustExist = false): Promise<LibraryHost> {
  const host = await openLibraryHost({
    root: join(folder, at),
    mustExist,
    info: { version: '1.2.3', host: 'headless', platform: 'linux' },
    samples: false,
    host: { openExternal: async () => undefined },
    knownLibraries: join(folder, 'config', 'libraries.json'),
  });
  hosts.push(host);
  return host;
}

async function call<M extends MethodName>(host: LibraryHost, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const result = (await host.app.dispatch(method, input)) as CallResult<MethodOutput<M>>;
  if (!result.ok) throw new AppError(result.error.code, result.error.message);
  return result.value;
}

const save = (host: LibraryHost, title: string) =>
  call(host, 'capture.save', {
    input: { kind: 'text', text: `${title}\n\nThe first people to cross it were the masons who had built it.` },
  });
const titles = async (host: LibraryHost): Promise<string[]> => {
  await call(host, 'library.ready', {});
  return (await call(host, 'articles.list', { view: { kind: 'everything' }, query: '' })).rows.map(({ title }) => title);
};

it('moves the library and goes on there, with edits as durable as before', async () => {
  const host = await start('old');
  const { article } = await save(host, 'The bridge opens');
  const saving = save(host, 'The second bridge');
  await call(host, 'libraries.move', { path: join(folder, 'new') });
  await saving;
  expect(host.root()).toBe(join(folder, 'new'));
  expect((await titles(host)).sort()).toEqual(['The bridge opens', 'The second bridge']);
  await call(host, 'articles.setFlags', { ids: [article.id], flags: { starred: true } });
  await save(host, 'After the move');
  await host.close();
  hosts.length = 0;
  const again = await start('new', true);
  expect(await titles(again)).toHaveLength(3);
  expect((await call(again, 'articles.get', { id: article.id })).starred).toBe(true);
  await call(again, 'libraries.removeOld', { path: join(folder, 'old') });
  expect((await call(again, 'libraries.list', {})).libraries).toMatchObject([{ path: join(folder, 'new'), open: true }]);
});

it('makes another library, goes back, and opens the present one again where that fails', async () => {
  const host = await start('first');
  await save(host, 'The bridge opens');
  await call(host, 'libraries.create', { path: join(folder, 'second'), name: 'Work' });
  expect(await titles(host)).toEqual([]);
  await call(host, 'libraries.open', { path: join(folder, 'first') });
  expect(await titles(host)).toEqual(['The bridge opens']);
  expect((await call(host, 'libraries.list', {})).libraries.map(({ name, open }) => [name, open])).toEqual([
    ['first', true],
    ['Work', false],
  ]);
  await start('second');
  await expect(call(host, 'libraries.open', { path: join(folder, 'second') })).rejects.toMatchObject({ code: 'library-locked' });
  await expect(call(host, 'libraries.open', { path: join(folder, 'nowhere') })).rejects.toMatchObject({ code: 'not-found' });
  expect(await titles(host)).toEqual(['The bridge opens']);
  await save(host, 'Still here');
  await call(host, 'libraries.forget', { path: join(folder, 'second') });
  expect((await call(host, 'libraries.list', {})).libraries).toHaveLength(1);
});

it('makes no new library where a remembered one is missing', async () => {
  await expect(start('unplugged', true)).rejects.toMatchObject({ code: 'not-found' });
});
