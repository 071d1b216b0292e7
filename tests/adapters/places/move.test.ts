import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlaces } from '../../../electron/adapters/places/places.ts';
import { readKnown } from '../../../electron/adapters/places/known-libraries.ts';
import type { FileOperation } from '../../../electron/adapters/store/files.ts';
import type { LibraryPlaces } from '../../../electron/core/ports.ts';
import type { AppEvent } from '../../../electron/contract/events.ts';

let folder: string;
let root: string;
let to: string;
let file: string;
let events: AppEvent[];

/** The folder's files and what is in them, by path. */
async function contents(at: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(at, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found[path.slice(at.length + 1)] = await readFile(path, 'utf8');
  }
  return found;
}

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'offprint-move-')));
  root = join(folder, 'library');
  to = join(folder, 'disk', 'news');
  file = join(folder, 'config', 'libraries.json');
  events = [];
  await mkdir(join(root, 'content', 'ab'), { recursive: true });
  await mkdir(join(root, 'cache'));
  await writeFile(join(root, 'format.json'), '{"format":1}');
  await writeFile(join(root, 'library.json'), '{}');
  await writeFile(join(root, 'content', 'ab', 'article.html'), '<p>The bridge opens</p>');
  await writeFile(join(root, 'cache', 'index'), 'large');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Places over plain folders: closing and opening do what `between` says. */
function places(options: { between?: () => Promise<void>; faults?: (operation: FileOperation, path: string) => void } = {}): LibraryPlaces {
  return createPlaces({
    file,
    root: () => root,
    emit: (event) => events.push(event),
    exchange: async (work) => {
      await options.between?.();
      const next = await work();
      await next.opened();
      root = next.root;
    },
    ...(options.faults && { faults: options.faults }),
  });
}

describe('moving a library', () => {
  it('copies everything but the index and the lock, goes there, and leaves the old folder', async () => {
    const from = root;
    const before = await contents(from);
    const result = await places().move(to);
    expect(result).toMatchObject({ from, files: 3 });
    expect(root).toBe(to);
    const { 'cache/index': index, ...rest } = before;
    expect(index).toBe('large');
    expect(await contents(to)).toEqual(rest);
    expect(await contents(from)).toEqual(before);
    expect(readKnown(file).libraries.map(({ path }) => path)).toEqual([to]);
    expect(events.at(-1)).toEqual({ type: 'move', progress: null });
    expect(await readdir(join(folder, 'disk'))).toEqual(['news']);
  });

  it('brings along what was written, changed and deleted while it copied', async () => {
    await writeFile(join(root, 'gone.json'), 'x');
    const between = async (): Promise<void> => {
      await writeFile(join(root, 'library.json'), '{"later":true}');
      await writeFile(join(root, 'content', 'ab', 'new.html'), 'new');
      await rm(join(root, 'gone.json'));
    };
    await places({ between }).move(to);
    expect(await contents(to)).toEqual({
      'format.json': '{"format":1}',
      'library.json': '{"later":true}',
      'content/ab/article.html': '<p>The bridge opens</p>',
      'content/ab/new.html': 'new',
    });
  });

  it.each([
    ['the same folder', () => root, /already/],
    ['a folder inside the library', () => join(root, 'inner'), /inside the library/],
    ['the folder around it', () => folder, /holds the library/],
    ['no whole path', () => 'news', /whole path/],
    ['a file', () => join(folder, 'taken'), /is a file/],
    ['a folder with something in it', () => join(folder, 'full'), /not empty/],
  ])('refuses %s', async (_case, target, sentence) => {
    await writeFile(join(folder, 'taken'), '');
    await mkdir(join(folder, 'full'));
    await writeFile(join(folder, 'full', 'letter.txt'), 'mine');
    const before = await contents(folder);
    await expect(places().move(target())).rejects.toThrow(sentence);
    expect(await contents(folder)).toEqual(before);
  });

  it('leaves the library whole and nothing else behind, whichever operation fails', async () => {
    const from = root;
    const before = await contents(from);
    let operations = Infinity;
    for (let fail = 1; fail <= operations; fail++) {
      let at = 0;
      const faults = (): void => {
        if (++at === fail) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      };
      const outcome = await places({ faults })
        .move(to)
        .then(
          () => 'moved',
          (error: Error) => error.message,
        );
      if (outcome === 'moved') operations = 0;
      else {
        expect(outcome).toMatch(/disk is full/);
        expect(root, `operation ${fail}`).toBe(from);
        await rm(join(folder, 'disk'), { recursive: true, force: true });
      }
      expect(await contents(from)).toEqual(before);
      expect(fail).toBeLessThan(500);
    }
    expect(root).toBe(to);
  });

  it('takes up again after it was cut off, and keeps off a folder that is not its own', async () => {
    await mkdir(join(folder, 'disk', 'news.moving'), { recursive: true });
    await writeFile(join(folder, 'disk', 'news.moving', 'mine.txt'), 'mine');
    await expect(places().move(to)).rejects.toThrow(/not empty/);
    expect(await readFile(join(folder, 'disk', 'news.moving', 'mine.txt'), 'utf8')).toBe('mine');
    await writeFile(join(folder, 'disk', 'news.moving', '.moving-from'), root);
    await places().move(to);
    expect(await readdir(join(folder, 'disk'))).toEqual(['news']);
  });
});

describe('deleting the old folder', () => {
  it('deletes what was copied', async () => {
    const from = root;
    await places().move(to);
    expect((await places().list()).removable).toEqual([from]);
    await places().removeOld(from);
    expect((await readdir(folder)).sort()).toEqual(['config', 'disk']);
    expect((await places().list()).removable).toEqual([]);
  });

  it('deletes nothing that was not moved, that changed since, or whose copy is gone', async () => {
    const from = root;
    await cp(from, join(folder, 'other'), { recursive: true });
    await places().move(to);
    await expect(places().removeOld(join(folder, 'other'))).rejects.toThrow(/No library was moved/);
    await writeFile(join(from, 'content', 'ab', 'mine.txt'), 'mine');
    await expect(places().removeOld(from)).rejects.toThrow(/has changed since/);
    await rm(join(from, 'content', 'ab', 'mine.txt'));
    await rm(to, { recursive: true });
    await expect(places().removeOld(from)).rejects.toThrow(/cannot be found/);
    expect(Object.keys(await contents(from))).toContain('content/ab/article.html');
  });
});
