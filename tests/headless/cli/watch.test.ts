import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { offprint, start, storyPage } from './offprint.ts';

// Every command is a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Line {
  readonly file: string;
  readonly outcome: string;
  readonly articles?: number;
  readonly movedTo?: string | null;
  readonly message?: string;
}

let folder: string;
let inbox: string;
let library: string;
const run = (...args: string[]) => offprint(args, { library, cwd: folder });
const put = (name: string, text: string) => writeFile(join(inbox, name), text);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-watch-'));
  inbox = join(folder, 'inbox');
  library = join(folder, 'library');
  await mkdir(inbox);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('offprint watch --once', () => {
  it('saves each file once, says what it could not save, and leaves the rest alone', async () => {
    await put('fox.html', storyPage('The fox'));
    await put('empty.html', '');
    await put('.hidden.html', storyPage('Hidden'));
    const first = await run('watch', 'inbox', '--once', '--json');
    expect(first.code).toBe(1);
    const { files } = JSON.parse(first.stdout) as { files: Line[] };
    expect(files).toMatchObject([
      { file: 'empty.html', outcome: 'failed' },
      { file: 'fox.html', outcome: 'saved', articles: 1, movedTo: null },
    ]);
    expect(first.stderr).toContain('empty.html: ');
    await rm(join(inbox, 'empty.html'));
    const second = await run('watch', 'inbox', '--once');
    expect([second.code, second.stdout]).toEqual([0, 'Saved before: fox.html\n']);
    const list = await run('list', '--json');
    expect(list.json.articles.map(({ title }) => title)).toEqual(['The fox']);
  });

  it('moves what is saved out of the way where that is asked for', async () => {
    await put('fox.html', storyPage('The fox'));
    const ran = await run('watch', 'inbox', '--once', '--move', '--json');
    const { files } = JSON.parse(ran.stdout) as { files: Line[] };
    expect(files).toMatchObject([{ file: 'fox.html', outcome: 'saved' }]);
    expect(files[0]?.movedTo).toEqual(expect.any(String));
    expect(await readdir(inbox)).not.toContain('fox.html');
  });

  it('needs one folder that is there', async () => {
    expect((await run('watch')).code).toBe(2);
    expect((await run('watch', 'inbox', 'library')).code).toBe(2);
    expect((await run('watch', 'inbox', '--json')).code).toBe(2);
    const none = await run('watch', 'nowhere', '--once');
    expect([none.code, none.stdout]).toEqual([1, '']);
    expect(none.stderr).toContain('nowhere');
  });
});

describe('offprint watch', () => {
  it('saves what appears while it runs, and lets the library go when it is ended', async () => {
    const child = start(['watch', 'inbox', '--ndjson'], { library, cwd: folder });
    try {
      const lines = createInterface({ input: child.stdout ?? process.stdin })[Symbol.asyncIterator]();
      const next = async (): Promise<Line> => JSON.parse((await lines.next()).value as string) as Line;
      let told = '';
      child.stderr?.setEncoding('utf8').on('data', (text: string) => (told += text));
      await vi.waitFor(() => expect(told).toContain('Press Ctrl-C to stop.'), 60_000);
      // As a download ends: under another name first.
      await put('fox.html.part', storyPage('The fox'));
      await rename(join(inbox, 'fox.html.part'), join(inbox, 'fox.html'));
      expect(await next()).toMatchObject({ file: 'fox.html', outcome: 'saved', articles: 1 });
      await put('owl.txt', 'The owl sat in the old tree and said nothing.\n\nIt had done so for a hundred years, and it does so still.');
      expect(await next()).toMatchObject({ file: 'owl.txt', outcome: 'saved' });
    } finally {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
    const list = await run('list', '--json');
    expect(list.json.articles).toHaveLength(2);
    expect((await run('verify')).code).toBe(0);
  });
});
