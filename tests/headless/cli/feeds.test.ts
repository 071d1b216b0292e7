import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { feedSite, storyPage, type FeedSite } from '../../helpers/feed-site.ts';
import { offprint } from './offprint.ts';

// Every command is a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
let library: string;
let site: FeedSite;
const run = (...args: string[]) => offprint(['feed', ...args], { library, cwd: folder });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-feeds-'));
  library = join(folder, 'library');
  site = await feedSite();
});
afterEach(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const opml = (): string => `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Coast"><outline text="The Harbour" type="rss" xmlUrl="${site.origin}/harbour.xml" htmlUrl="${site.origin}/" frss:priority="main"/></outline>
<outline text="Çarşı &amp; Pazar" type="rss" xmlUrl="${site.origin}/carsi.xml"/>
</body></opml>`;

describe('offprint feed import and export', () => {
  it('takes a list in, with its folders, and writes one that says the same', async () => {
    await writeFile(join(folder, 'mine.opml'), opml());
    const imported = await run('import', 'mine.opml');
    expect([imported.code, imported.stdout]).toEqual([
      0,
      'Imported 2 feeds; 0 were there already. Run “offprint feed refresh” to get their articles.\n',
    ]);
    expect(site.asked).toEqual([]);
    expect((await run('import', 'mine.opml', '--json')).json).toMatchObject({ added: [], existing: 2 });

    const exported = await run('export', 'out.opml');
    expect([exported.code, exported.stdout]).toEqual([0, `Exported the list of feeds to ${join(folder, 'out.opml')}\n`]);
    const written = await readFile(join(folder, 'out.opml'), 'utf8');
    expect(written).toMatch(/<outline [^>]*text="Coast"[^>]*>\s*<outline [^>]*text="The Harbour"/);
    expect(written).toContain(`xmlUrl="${site.origin}/harbour.xml"`);
    expect(written).toContain('text="Çarşı &amp; Pazar"');
    expect(written).toContain('priority="main"');
    // Both say when they were written, to the second.
    const undated = (text: string): string => text.replace(/<dateCreated>.*?<\/dateCreated>/, '').trim();
    expect(undated((await run('export')).stdout)).toBe(undated(written));

    const other = join(folder, 'other');
    await offprint(['feed', 'import', 'out.opml', '--folder', 'Theirs'], { library: other, cwd: folder });
    const { feeds } = JSON.parse((await offprint(['feed', 'list', '--json'], { library: other, cwd: folder })).stdout) as {
      feeds: { title: string; folder: string; url: string }[];
    };
    expect(feeds.map(({ title, folder: within, url }) => [title, within, url]).sort()).toEqual([
      ['The Harbour', 'Theirs / Coast', `${site.origin}/harbour.xml`],
      ['Çarşı & Pazar', 'Theirs', `${site.origin}/carsi.xml`],
    ]);
  });

  it('brings articles with the refresh that it tells of', async () => {
    site.feed('/harbour.xml', [{ name: 'ice' }, { name: 'fog' }], { title: 'Harbour News' });
    site.feed('/carsi.xml', [{ name: 'pazar' }], { title: 'Çarşı' });
    await writeFile(join(folder, 'mine.opml'), opml());
    await run('import', 'mine.opml');
    const refreshed = await run('refresh');
    expect(refreshed.code).toBe(0);
    expect(refreshed.stdout).toContain('2 new articles');
    const list = await offprint(['list', '--json'], { library, cwd: folder });
    expect(list.json.articles).toHaveLength(3);
  });

  it('takes in a story that the feed has changed, and keeps what it was', async () => {
    site.feed('/harbour.xml', [{ name: 'ice', html: '<p>The ice is here.</p>' }]);
    await run('add', `${site.origin}/harbour.xml`);
    const { articles } = (await offprint(['list', '--json'], { library, cwd: folder })).json;
    site.feed('/harbour.xml', [{ name: 'ice', html: '<p>The ice has gone again.</p>' }]);
    site.on('/stories/ice', { type: 'text/html', body: storyPage('Story ice').replaceAll('every ship', 'each boat') });
    expect((await run('refresh')).stdout).toBe('Harbour News: 1 changed article\n');
    const shown = await offprint(['show', articles[0]?.id ?? '', '--format', 'text'], { library, cwd: folder });
    expect(shown.stdout).toContain('each boat');
    expect((await offprint(['verify'], { library, cwd: folder })).code).toBe(0);
  });

  it('says what is wrong with a file, and leaves the list of feeds as it is', async () => {
    await writeFile(join(folder, 'note.txt'), 'This is no list of feeds.');
    const wrong = await run('import', 'note.txt');
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/OPML|list of feeds/);
    const missing = await run('import', 'nothing.opml');
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('cannot be read. Check the name and the folder.')]);
    const unwritable = await run('export', 'no-such-folder/out.opml');
    expect([unwritable.code, unwritable.stderr]).toEqual([1, expect.stringContaining('cannot be written. Choose another folder.')]);
    expect((await run('import')).code).toBe(2);
    expect((await run('export', 'a', 'b')).code).toBe(2);
    expect((await run('list')).stderr).toContain('No feeds yet.');
  });
});
