import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWatchPort } from '../../../electron/adapters/watch/watch-port.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-watch-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What is told next, in order. */
function listener<T>(): { tell: (value: T) => void; next: () => Promise<T> } {
  const values: T[] = [];
  const waiting: ((value: T) => void)[] = [];
  return {
    tell: (value) => {
      const first = waiting.shift();
      if (first) first(value);
      else values.push(value);
    },
    next: () => {
      const [value] = values.splice(0, 1);
      return value === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(value);
    },
  };
}

describe('a watched folder', () => {
  it('tells of what is in it, of what comes, and of what is moved into it', async () => {
    await writeFile(join(folder, 'there.html'), '<p>there');
    await writeFile(join(folder, 'photo.jpg'), 'x');
    const ready = listener<string>();
    const open = createWatchPort({ settle: 5, poll: 20 }).open(folder, { onReady: ready.tell, onProblem: () => undefined });
    expect(await ready.next()).toBe(join(folder, 'there.html'));
    await writeFile(join(folder, 'new.md'), '# new');
    expect(await ready.next()).toBe(join(folder, 'new.md'));
    await writeFile(join(folder, 'download.crdownload'), '%PDF');
    await rename(join(folder, 'download.crdownload'), join(folder, 'download.pdf'));
    expect(await ready.next()).toBe(join(folder, 'download.pdf'));
    open.rescan();
    expect([await ready.next(), await ready.next(), await ready.next()].sort()).toEqual(
      ['download.pdf', 'new.md', 'there.html'].map((name) => join(folder, name)),
    );
    await open.close();
  });

  it('may go away and come back', async () => {
    const inside = join(folder, 'Inbox');
    const problems = listener<string | null>();
    const ready = listener<string>();
    const open = createWatchPort({ settle: 5, poll: 20 }).open(inside, { onReady: ready.tell, onProblem: problems.tell });
    expect(await problems.next()).toBe('The folder “Inbox” is not there. It is watched again as soon as it is.');
    await mkdir(inside);
    expect(await problems.next()).toBeNull();
    await writeFile(join(inside, 'a.txt'), 'words');
    expect(await ready.next()).toBe(join(inside, 'a.txt'));
    await open.close();
  });
});

describe('a saved file', () => {
  const { read, moveToSaved } = createWatchPort();

  it('is moved beside, with the folder of its images, over nothing that is there', async () => {
    await mkdir(join(folder, 'Kiln_files'));
    await writeFile(join(folder, 'Kiln_files/a.png'), 'png');
    await mkdir(join(folder, 'Kiln story'));
    await mkdir(join(folder, 'Saved'));
    await writeFile(join(folder, 'Saved/Kiln.html'), 'older');
    await writeFile(join(folder, 'Kiln.html'), 'newer');
    expect(await moveToSaved(join(folder, 'Kiln.html'))).toBe(join(folder, 'Saved', 'Kiln (2).html'));
    expect((await readdir(folder)).sort()).toEqual(['Kiln story', 'Saved']);
    expect((await readdir(join(folder, 'Saved'))).sort()).toEqual(['Kiln (2).html', 'Kiln.html', 'Kiln_files']);
    expect(await readFile(join(folder, 'Saved/Kiln.html'), 'utf8')).toBe('older');
  });

  it('is known by its contents, and read as links where it is nothing else', async () => {
    await writeFile(join(folder, 'a.txt'), 'https://a.example/1\n');
    await writeFile(join(folder, 'b.txt'), 'https://a.example/1\n');
    const first = await read(join(folder, 'a.txt'));
    expect(first.links).toEqual(['https://a.example/1']);
    expect((await read(join(folder, 'b.txt'))).sha256).toBe(first.sha256);
    await writeFile(join(folder, 'bad.url'), 'URL=mailto:a@example.com');
    await expect(read(join(folder, 'bad.url'))).rejects.toMatchObject({
      code: 'unsupported-file',
      message: '“bad.url” holds no web address.',
    });
    await expect(read(join(folder, 'gone.txt'))).rejects.toMatchObject({ code: 'file-not-found' });
  });
});
