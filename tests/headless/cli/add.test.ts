import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { articleJsonSchema } from '../../../electron/contract/entities.ts';
import { offprint, servePages, storyPage } from './offprint.ts';

// Every command is a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
let library: string;
let web: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-add-'));
  library = join(folder, 'library');
  web = await servePages({ '/fox': storyPage('The fox'), '/hen': storyPage('The hen'), '/explained': storyPage('The explained fox') });
  await writeFile(join(folder, 'saved.html'), storyPage('A saved page'));
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(join(folder, 'noise.bin'), Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)));
  await mkdir(join(folder, 'some-folder'));
});
afterAll(async () => {
  await web.close();
  await rm(folder, { recursive: true, force: true });
});

describe('offprint add', () => {
  it('saves pages and files, tagged and collected, and says so in one JSON document', async () => {
    const args = [
      'add',
      `${web.url}/fox`,
      'saved.html',
      '--tag',
      'Animals',
      '--tag',
      'long read',
      '--collection',
      'Fables / Short',
      '--json',
    ];
    const ran = await offprint(args, { library, cwd: folder });
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(0);
    const { articles, failed } = ran.json;
    expect(failed).toEqual([]);
    expect(articles.map(({ title }) => title)).toEqual(['The fox', 'A saved page']);
    for (const article of articles) {
      articleJsonSchema.parse(article);
      expect(article).toMatchObject({
        source: 'The Paper',
        byline: 'Ada Reader',
        publishedAt: '2024-05-01',
        lang: 'en',
        dir: 'ltr',
        tags: ['Animals', 'long read'],
        collections: ['Fables / Short'],
      });
      expect(article.savedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(article.wordCount).toBeGreaterThan(50);
      expect(article.existing).toBeUndefined();
    }
    expect(articles[0]?.url).toBe(`${web.url}/fox`);
    expect(articles[1]?.url).toBeNull();
  });

  it('answers with what is there for a known address, and does not fetch it again', async () => {
    const before = web.asked.length;
    const ran = await offprint(['add', `${web.url}/fox?utm_source=mail#top`, '--tag', 'again', '--json'], { library });
    expect(ran.code).toBe(0);
    expect(ran.json.articles).toMatchObject([{ title: 'The fox', existing: true, tags: ['Animals', 'long read', 'again'] }]);
    expect(web.asked).toHaveLength(before);
  });

  it('fails for each input that cannot be used, and saves the others', async () => {
    const inputs = [
      'not a url',
      'ftp://example.com/file',
      'file:///etc/passwd',
      'missing.html',
      './nowhere',
      'empty.txt',
      'noise.bin',
      'some-folder',
      '',
      `${web.url}/gone`,
      `${web.url}/hen`,
    ];
    const ran = await offprint(['add', ...inputs, '--json'], { library, cwd: folder });
    expect(ran.code).toBe(1);
    expect(ran.json.articles).toMatchObject([{ title: 'The hen' }]);
    const codes = ran.json.failed.map(({ input, code }) => [input, code]);
    expect(codes).toEqual([
      ['not a url', 'unsupported-address'],
      ['ftp://example.com/file', 'unsupported-address'],
      ['file:///etc/passwd', 'unsupported-address'],
      ['missing.html', 'file-not-found'],
      ['./nowhere', 'file-not-found'],
      ['empty.txt', 'empty-file'],
      ['noise.bin', 'unsupported-file'],
      ['some-folder', 'unsupported-file'],
      ['', 'unsupported-address'],
      [`${web.url}/gone`, 'http-error'],
    ]);
    for (const { message } of ran.json.failed) expect(message).toMatch(/^[“A-Z].*[.)]$/s);
    expect(ran.stderr).not.toMatch(/\bat .*\.ts:|Error:/);
    expect(ran.stderr.trim().split('\n')).toHaveLength(10);
  });

  it('says with --explain what each step did', async () => {
    const ran = await offprint(['add', '--explain', `${web.url}/explained`], { library });
    expect(ran.code).toBe(0);
    expect(ran.stderr).toMatch(/^extract: Found with readability\.$/m);
    expect(ran.stderr).toMatch(/^sanitise: .+$/m);
    const again = await offprint(['add', '--explain', '--json', `${web.url}/explained`], { library });
    expect(JSON.stringify(again.json.articles)).toContain('{"step":"extract","note":"Found with readability."}');
  });

  it('prints a line for each input with --ndjson', async () => {
    const ran = await offprint(['add', '--ndjson', `${web.url}/fox`, 'nothing.txt', `${web.url}/fox`], { library });
    expect(ran.code).toBe(1);
    const lines = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { article?: { existing?: boolean }; failed?: { code: string } });
    expect(lines).toHaveLength(3);
    expect(lines.filter(({ article }) => article?.existing)).toHaveLength(2);
    expect(lines.filter(({ failed }) => failed?.code === 'file-not-found')).toHaveLength(1);
  });

  it('saves one address once, however often it is given at the same time', async () => {
    const fresh = join(folder, 'once');
    const ran = await offprint(['add', `${web.url}/fox`, `${web.url}/fox`, `${web.url}/fox/`, '--json'], { library: fresh });
    const { articles } = ran.json;
    expect(new Set(articles.map(({ id }) => id)).size).toBe(1);
    expect(articles.filter(({ existing }) => existing)).toHaveLength(2);
    expect((await offprint(['list', '--json'], { library: fresh })).json.total).toBe(1);
  });

  it('speaks in sentences to people', async () => {
    const ran = await offprint(['add', `${web.url}/fox`], { library });
    expect(ran.stdout).toMatch(/^In the library already: The fox \(0000[0-9a-z]{8}\)\n$/);
  });
});
