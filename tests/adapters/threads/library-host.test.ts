import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectControl } from '../../../electron/adapters/control/control.ts';
import { openLibraryHost, type LibraryHost } from '../../../electron/adapters/threads/library-host.ts';
import type { CallResult } from '../../../electron/contract/errors.ts';
import type { AppEvent } from '../../../electron/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../electron/contract/methods.ts';
import { AppError } from '../../../electron/core/errors.ts';

const TEXT = `The bridge opens

The new bridge over the river opened on Thursday after three years of work, and the first people to cross it were the masons who had built it.

They walked from one bank to the other and back again, and then the whole town followed them with lanterns.`;

let folder: string;
let root: string;
const open: LibraryHost[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-host-'));
  root = join(folder, 'library');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const host of open.splice(0)) await host.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(at = root, samples = false): Promise<LibraryHost> {
  const host = await openLibraryHost({
    root: at,
    info: { version: '1.2.3', host: 'headless', platform: 'linux' },
    samples,
    host: { openExternal: async () => undefined },
  });
  open.push(host);
  return host;
}

async function call<M extends MethodName>(host: Pick<LibraryHost, 'app'>, method: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const result = (await host.app.dispatch(method, input)) as CallResult<MethodOutput<M>>;
  if (!result.ok) throw new AppError(result.error.code, result.error.message, { details: result.error.details });
  return result.value;
}

const save = (host: LibraryHost, text = TEXT) => call(host, 'capture.save', { input: { kind: 'text', text } });
const titles = async (host: LibraryHost, query = ''): Promise<string[]> =>
  (await call(host, 'articles.list', { view: { kind: 'everything' }, query })).rows.map((row) => row.title);

describe.each(['fts', 'scan'] as const)('a library in its threads (%s)', (mode) => {
  beforeEach(() => vi.stubEnv('OFFPRINT_SEARCH', mode === 'scan' ? 'scan' : ''));

  it('shows in a list, and finds, what was saved the moment before', async () => {
    const host = await start();
    expect(await call(host, 'app.info', {})).toMatchObject({ version: '1.2.3', libraryPath: root, search: mode });
    const { article } = await save(host);
    expect(await titles(host)).toEqual(['The bridge opens']);
    expect(await titles(host, 'lanterns')).toEqual(['The bridge opens']);
    await call(host, 'articles.tag', { ids: [article.id], add: ['Architecture'] });
    expect(await titles(host, 'tag:architecture')).toEqual(['The bridge opens']);
    expect((await call(host, 'articles.content', { id: article.id })).html).toContain('lanterns');
  });

  it('has everything again after closing and opening', async () => {
    const first = await start();
    await save(first);
    await first.close();
    const second = await start();
    await expect.poll(() => titles(second, 'lanterns')).toEqual(['The bridge opens']);
  });

  it('becomes the imported library while it stays open, and keeps the one it was', async () => {
    const other = await start(join(folder, 'other'));
    await save(other, TEXT.replace('The bridge opens', 'The harbour closes'));
    const archive = join(folder, 'other.zip');
    await call(other, 'library.export', { path: archive });
    await other.close();

    const host = await start();
    await save(host);
    const events: AppEvent[] = [];
    host.app.subscribe((event) => events.push(event));
    const imported = await call(host, 'library.import', { path: archive });
    expect(imported.articles).toBe(1);
    await access(join(imported.keptAt ?? '', 'format.json'));
    await expect.poll(() => titles(host)).toEqual(['The harbour closes']);
    expect(events).toContainEqual(expect.objectContaining({ type: 'library', replaced: true }));
    await save(host);
    expect((await titles(host)).sort()).toEqual(['The bridge opens', 'The harbour closes']);
    // Still the one that others find, by the lock of the new library.
    const error = await start().catch((thrown: unknown) => thrown as AppError);
    expect((error as AppError).details['endpoint']).toBe(host.endpoint);
  });

  it('stays what it is, and open, when what is imported is no archive', async () => {
    const host = await start();
    await save(host);
    const archive = join(folder, 'not.zip');
    await writeFile(archive, 'this is not an archive');
    await expect(call(host, 'library.import', { path: archive })).rejects.toMatchObject({ code: 'archive-invalid' });
    expect(await titles(host)).toEqual(['The bridge opens']);
    await save(host, TEXT.replace('The bridge opens', 'Another one'));
    expect(await titles(host)).toHaveLength(2);
  });
});

describe('a library in its threads', () => {
  it('is opened once: the second start learns who holds it and hands its work over', async () => {
    const host = await start();
    const error = (await start().catch((thrown: unknown) => thrown)) as AppError;
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'library-locked', details: { pid: process.pid, endpoint: host.endpoint } });
    const connection = await connectControl(String(error.details['endpoint']));
    expect(await connection.dispatch('capture.save', { input: { kind: 'text', text: TEXT } })).toMatchObject({ ok: true });
    connection.close();
    expect(await titles(host)).toEqual(['The bridge opens']);
  });

  it('gives its lock back, and its socket up, when it is closed', async () => {
    const host = await start();
    const { endpoint } = host;
    await save(host);
    await host.close();
    expect(await readdir(root)).not.toContain('lock');
    await expect(access(endpoint ?? '')).rejects.toThrow(/ENOENT/);
    await start();
  });

  it('leaves nothing running when it cannot be opened', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(start(join(folder, 'file', 'library'))).rejects.toBeInstanceOf(AppError);
  });

  it('leaves as an archive that a window reads at its own pace, and can stop', async () => {
    const host = await start();
    await save(host);
    const pieces: Uint8Array[] = [];
    const reader = host.exportArchive().getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) pieces.push(next.value);
    expect(Buffer.concat(pieces).subarray(0, 2).toString()).toBe('PK');
    const stopped = host.exportArchive();
    await stopped.cancel();
    const half = host.exportArchive().getReader();
    await half.read();
    await half.cancel();
    expect(await titles(host)).toHaveLength(1);
  });

  it('tells every listener what changed, with the sidebar after it', async () => {
    const host = await start();
    const events: AppEvent[] = [];
    const stop = host.app.subscribe((event) => events.push(event));
    await save(host);
    await expect.poll(() => events.map((event) => event.type)).toContain('sidebar');
    stop();
    const count = events.length;
    await save(host, TEXT.replace('The bridge opens', 'Unheard'));
    expect(events).toHaveLength(count);
  });

  it('has articles of our own on the first start of the app, and none for the command line', async () => {
    const host = await start(root, true);
    await expect.poll(async () => (await titles(host)).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(5);
  });
});
