import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { png } from '../../helpers/images.ts';
import { startWebServer, type WebServer } from '../../helpers/web-server.ts';
import { offprint, storyPage } from './offprint.ts';

// Every command is a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
let library: string;
let web: WebServer;
const ids: Record<string, string> = {};
const run = (...args: string[]) => offprint(args, { library, cwd: folder });
const textOf = (name: string) => readFile(join(library, 'content', (ids[name] ?? '').slice(0, 4), ids[name] ?? '', 'text.txt'), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-renew-'));
  library = join(folder, 'library');
  web = await startWebServer({
    '/fox': storyPage('The fox'),
    '/owl': storyPage('The owl').replace('</article>', '<p><img src="/owl.png" alt="An owl" width="640" height="400"></p></article>'),
  });
  await writeFile(join(folder, 'note.txt'), 'A note that was never a page.\n\nIt has two paragraphs, and nothing else.');
  const { json } = await run('add', web.url('/fox'), web.url('/owl'), 'note.txt', '--json');
  for (const [at, name] of ['fox', 'owl', 'note'].entries()) ids[name] = json.articles[at]?.id ?? '';
});
afterAll(async () => {
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

describe('offprint add --again', () => {
  it('fetches what is there once more, and says that nothing changed', async () => {
    web.forget();
    const ran = await run('add', web.url('/fox'), '--again');
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/^Nothing changed since \d{4}-\d\d-\d\d: The fox \(/);
    expect(web.requests.map(({ path }) => path)).toContain('/fox');
  });

  it('takes in what changed, and keeps what it was as plain files', async () => {
    web.on('/fox', storyPage('The fox', 'The quick brown fox has found another way over the lazy dog, and tells nobody of it.'));
    const ran = await run('add', web.url('/fox'), '--again');
    expect(ran.stdout).toBe(`Saved again, the earlier version is kept: The fox (${ids['fox'] ?? ''})\n`);
    expect(await textOf('fox')).toContain('another way over the lazy dog');
    const id = ids['fox'] ?? '';
    expect(await readFile(join(library, 'content', id.slice(0, 4), id, 'versions/1/text.txt'), 'utf8')).toContain(
      'jumps over the lazy dog',
    );
    expect((await run('verify')).code).toBe(0);
  });
});

describe('offprint retry', () => {
  it('needs to be told which articles, by ids or all, not both', async () => {
    expect((await run('retry')).code).toBe(2);
    expect((await run('retry', ids['owl'] ?? '', '--incomplete')).code).toBe(2);
    expect((await run('reextract')).code).toBe(2);
    expect((await run('reextract', ids['owl'] ?? '', '--all')).code).toBe(2);
    expect((await run('reextract', ids['owl'] ?? '', '--outdated')).code).toBe(2);
    expect((await run('reextract', '--all', '--outdated')).code).toBe(2);
  });

  it('says what is incomplete still, and completes it when the picture is there', async () => {
    const title = `The owl (${ids['owl'] ?? ''})\n`;
    expect((await run('retry', '--incomplete')).stdout).toBe(`Still incomplete: ${title}`);
    web.on('/owl.png', { type: 'image/png', body: png(640, 400, [80, 90, 100]) });
    web.forget();
    const ran = await run('retry', '--incomplete');
    expect([ran.code, ran.stdout]).toEqual([0, `Complete now: ${title}`]);
    expect(web.requests.map(({ path }) => path)).toEqual(['/owl.png']);
    const none = await run('retry', '--incomplete');
    expect([none.code, none.stdout, none.stderr]).toEqual([0, '', 'There is nothing to do.\n']);
  });
});

describe('offprint reextract', () => {
  it('works from the kept pages, with no network, and says what is not there', async () => {
    web.forget();
    const before = await textOf('fox');
    const ran = await run('reextract', ids['fox'] ?? '', ids['note'] ?? '', '0000zzzzzzzz', '--json');
    expect(ran.code).toBe(1);
    expect(ran.json.articles.map(({ id }) => id).sort()).toEqual([ids['fox'], ids['note']].sort());
    expect(ran.json.articles).toMatchObject([{ changed: false }, { changed: false }]);
    expect(ran.json.failed).toMatchObject([{ input: '0000zzzzzzzz', code: 'not-found' }]);
    expect(await textOf('fox')).toBe(before);
    expect(web.requests).toEqual([]);
  });

  it('has nothing to do where no article is of an older version', async () => {
    const ran = await run('reextract', '--outdated');
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([0, '', 'There is nothing to do.\n']);
  });
});
