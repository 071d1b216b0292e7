import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../electron/core/errors.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let root: string;
let open: TestLibrary[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'offprint-queue-'));
});
afterEach(async () => {
  for (const library of open.splice(0)) await library.close();
  await rm(root, { recursive: true, force: true });
});

const start = async (service = {}): Promise<TestLibrary> => {
  const library = await testLibrary({ root, service });
  open.push(library);
  return library;
};
const stop = async (library: TestLibrary): Promise<void> => {
  open = open.filter((other) => other !== library);
  await library.close();
};
const urls = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ kind: 'url' as const, url: `https://site${at % 5}.example/${at}` }));
const list = (library: TestLibrary) => library.call('jobs.list', {});
const finished = (library: TestLibrary) =>
  expect.poll(async () => {
    const { totals } = await list(library);
    return totals.waiting + totals.running;
  });
const file = () => join(root, 'queue', 'queue.jsonl');

describe('the queue over restarts', () => {
  it('goes on where it was, saves nothing twice, and keeps tags', async () => {
    const first = await start();
    first.web.hold = new Promise(() => undefined);
    await first.call('capture.start', { inputs: urls(30), tags: ['kept'] });
    expect((await list(first)).totals).toMatchObject({ total: 30, waiting: 24, running: 6 });
    await stop(first);
    const second = await start();
    await finished(second).toBe(0);
    expect((await list(second)).totals).toMatchObject({ total: 30, done: 30, existing: 0 });
    expect(new Set(second.web.asked).size).toBe(30);
    const { articles } = (await second.state()) as { articles: { tags: string[] }[] };
    expect(articles).toHaveLength(30);
    expect(articles.every(({ tags }) => tags.length === 1)).toBe(true);
    // Nothing waits: the file holds nothing any more.
    await expect.poll(() => readFile(file(), 'utf8').catch(() => '')).toBe('');
  });

  it('does again what ended unnoticed, and finds its article', async () => {
    const first = await start();
    await first.call('capture.start', { inputs: urls(3) });
    const lines = urls(3).map((input, at) => ({
      id: `j00000000${at}`,
      at: '2024-06-01T10:00:00.000Z',
      task: { do: 'save', input },
      options: { tags: [], collections: [], origin: 'person', priority: 10, feed: null },
    }));
    await finished(first).toBe(0);
    await stop(first);
    await writeFile(file(), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const second = await start();
    await finished(second).toBe(0);
    expect((await list(second)).totals).toMatchObject({ done: 3, existing: 3 });
    expect(second.web.asked).toEqual([]);
  });

  it('loses nothing whole to a torn or a damaged line', async () => {
    const first = await start();
    first.web.hold = new Promise(() => undefined);
    await first.call('capture.start', { inputs: urls(4) });
    await stop(first);
    const [one = '', ...rest] = (await readFile(file(), 'utf8')).trimEnd().split('\n');
    await writeFile(file(), [one, '\0\0\0', '{"id":"j1"', ...rest, '{"id":"j0000'].join('\n'));
    const second = await start();
    await finished(second).toBe(0);
    expect((await list(second)).totals).toMatchObject({ total: 4, done: 4 });
  });

  it('remembers failures until they are cleared, and a pause until it is ended', async () => {
    const first = await start();
    first.web.failures.set('https://site0.example/0', new AppError('not-an-article', 'There is no article.'));
    await first.call('capture.start', { inputs: urls(2) });
    await finished(first).toBe(0);
    await first.call('jobs.pause', { paused: true });
    await first.call('capture.start', { inputs: urls(3) });
    await stop(first);
    const second = await start();
    expect((await list(second)).jobs.map(({ state }) => state)).toContain('failed');
    expect((await list(second)).totals).toMatchObject({ paused: true, waiting: 3, failed: 1 });
    await second.call('jobs.pause', { paused: false });
    await finished(second).toBe(0);
    await second.call('jobs.clear', {});
    await stop(second);
    expect((await list(await start())).totals).toMatchObject({ total: 0, paused: false });
  });

  it('keeps a dropped file on the disk, not in a line, until it is saved', async () => {
    const first = await start();
    first.web.hold = new Promise(() => undefined);
    const bytes = Buffer.from('x'.repeat(50_000)).toString('base64');
    await first.call('capture.start', { inputs: [{ kind: 'file', name: 'story.html', bytes }] });
    await stop(first);
    expect((await readFile(file(), 'utf8')).length).toBeLessThan(1000);
    expect(await readdir(join(root, 'queue'))).toHaveLength(2);
    const second = await start();
    await finished(second).toBe(0);
    expect(second.web.asked).toEqual(['story.html']);
    await expect.poll(() => readdir(join(root, 'queue'))).toEqual([]);
  });

  it('is left to the app by a command that ends soon', async () => {
    const first = await start();
    first.web.hold = new Promise(() => undefined);
    await first.call('capture.start', { inputs: urls(2) });
    await stop(first);
    const command = await start({ background: false });
    await command.save('other');
    expect(command.web.asked).toEqual(['https://example.com/other']);
    await stop(command);
    const app = await start();
    await finished(app).toBe(0);
    expect((await list(app)).totals).toMatchObject({ done: 2 });
  });
});
