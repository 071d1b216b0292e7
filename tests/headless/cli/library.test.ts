import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openLibrary } from '../../../electron/adapters/store/open-library.ts';
import { offprint, start, storyPage } from './offprint.ts';

// Every command is a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let folder: string;
let library: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-library-'));
  library = join(folder, 'library');
  await writeFile(join(folder, 'a.html'), storyPage('First'));
  await writeFile(join(folder, 'b.html'), storyPage('Second'));
  await offprint(['add', 'a.html', 'b.html', '--tag', 't', '--collection', 'A / B'], { library, cwd: folder });
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** The command as somebody who may not write: root may write anywhere, so it runs as nobody then. */
const asReader = process.getuid?.() === 0 ? { uid: 65534 } : {};
const copy = async (name: string): Promise<string> => {
  const to = join(folder, name);
  await cp(library, to, { recursive: true });
  return to;
};
const serve = async (root: string): Promise<{ child: ChildProcess; url: string }> => {
  const child = start(['serve', '--no-open'], { library: root });
  children.push(child);
  const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  return { child, url: (JSON.parse(line) as { url: string }).url };
};
const sentence = (text: string): void => {
  expect(text.trim()).toMatch(/^[“A-Z/].*[.?]$/s);
  expect(text).not.toMatch(/\bat .*\.ts:|Error:/);
};

describe('offprint disk', () => {
  it('tells what the library takes of the disk, as a whole and by group, in words and as JSON', async () => {
    const whole = await offprint(['disk'], { library });
    expect(whole.code).toBe(0);
    expect(whole.stdout).toMatch(
      /^Texts and kept pages {3,}[\d.]+ k?B\nImages +.*\nDocuments and journal .*\nBackups .*\nSearch index and cache .*\nTogether /,
    );
    const by = await offprint(['disk', '--by', 'collection'], { library });
    expect(by.stdout).toMatch(/^Size +Would free +Articles +\n[\d.]+ k?B +[\d.]+ k?B +2 articles +A\n.* A \/ B\n/);
    const { texts, years } = (await offprint(['disk', '--json'], { library })).json as unknown as {
      texts: number;
      years: unknown[];
    };
    expect(texts).toBeGreaterThan(500);
    expect(years).toMatchObject([{ articles: 2, bytes: texts, frees: texts }]);
    const wrong = await offprint(['disk', '--by', 'colour'], { library });
    expect([wrong.code, wrong.stderr.split('\n')[0]]).toEqual([
      2,
      '“colour” is not a way to group articles: say feed, collection or year.',
    ]);
  });
});

describe('offprint backup', () => {
  it('makes, lists and goes back to a backup', async () => {
    const root = await copy('backed-up');
    expect((await offprint(['backup', 'list'], { library: root })).stdout).toBe('There is no backup yet.\n');
    const made = (await offprint(['backup', 'make', '--json'], { library: root })).json as { id: string };
    const listed = await offprint(['backup', 'list'], { library: root });
    expect(listed.stdout).toContain(`${made.id}  2 articles  by hand`);
    const restored = await offprint(['backup', 'restore', made.id, '--json'], { library: root });
    expect(restored.json).toMatchObject({ kept: 0, gone: 0, before: { reason: 'before-restore' } });
    const unknown = await offprint(['backup', 'restore', '2024-01-01T00-00-00-000Z'], { library: root });
    expect(unknown.code).toBe(1);
    sentence(unknown.stderr);
  });
});

describe('offprint verify', () => {
  it('finds nothing wrong with a whole library', async () => {
    const ran = await offprint(['verify', '--json'], { library });
    expect(ran.json).toMatchObject({ ok: true, problems: [], checked: { articles: 2 } });
    expect(ran.code).toBe(0);
  });

  it('fails where committed data is altered or missing', async () => {
    const root = await copy('altered');
    const [segment = ''] = await readdir(join(root, 'content'));
    const [id = ''] = await readdir(join(root, 'content', segment));
    await writeFile(join(root, 'content', segment, id, 'text.txt'), 'Somebody else wrote this.');
    const ran = await offprint(['verify', '--json'], { library: root });
    expect(ran.code).toBe(1);
    expect(ran.json).toMatchObject({ ok: false });
    expect(ran.json.problems).toMatchObject([{ articleId: id }]);
    sentence(ran.stderr);
  });

  it('--repair makes an index again that is damaged, and one that lost articles', async () => {
    const root = await copy('lost-index');
    const index = join(root, 'cache', 'index.db');
    await writeFile(index, 'This is no index.');
    const damaged = await offprint(['verify', '--repair', '--json'], { library: root });
    expect([damaged.code, damaged.json.ok]).toEqual([0, true]);
    expect((await offprint(['search', 'fox', '--json'], { library: root })).json.total).toBe(2);
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(index);
    database.exec('delete from art where rowid = (select min(rowid) from art); delete from row where rowid not in (select rowid from art)');
    database.close();
    const notInStep = 'The search index was not in step (1 articles missing, 0 too many)';
    expect((await offprint(['verify'], { library: root })).stdout).toContain(`${notInStep}. Repair puts it right.`);
    expect((await offprint(['verify', '--repair'], { library: root })).stdout).toContain(`${notInStep}; it was put right.`);
    expect((await offprint(['verify'], { library: root })).stdout).toMatch(/^2 articles, .* checked: all is well\.\n$/);
    expect((await offprint(['search', 'fox', '--json'], { library: root })).json.total).toBe(2);
  });

  it('mends an index that was thrown away', async () => {
    const root = await copy('no-cache');
    await rm(join(root, 'cache'), { recursive: true });
    const ran = await offprint(['verify', '--json'], { library: root });
    expect(ran.json).toMatchObject({ ok: true, problems: [] });
    expect((await offprint(['search', 'fox', '--json'], { library: root })).json.total).toBe(2);
  });
});

describe('export and import', () => {
  it('give the same library again', async () => {
    const before = (await offprint(['list', '--json'], { library })).json;
    const exported = await offprint(['export', 'library.zip', '--json'], { library, cwd: folder });
    expect(exported.code).toBe(0);
    expect(exported.json.path).toBe(join(folder, 'library.zip'));
    const other = join(folder, 'other');
    const imported = await offprint(['import', 'library.zip', '--json'], { library: other, cwd: folder });
    expect(imported.json).toEqual({ articles: 2, keptAt: null });
    expect((await offprint(['list', '--json'], { library: other })).json).toEqual(before);
    expect((await offprint(['verify', '--json'], { library: other })).json.ok).toBe(true);
  });

  it('of a file that is no archive is a sentence, and changes nothing', async () => {
    for (const file of ['a.html', 'missing.zip']) {
      const ran = await offprint(['import', file, '--json'], { library, cwd: folder });
      expect(ran.code).toBe(1);
      sentence(ran.stderr);
      expect(ran.json.error.message).toBe(ran.stderr.trim());
    }
    expect((await offprint(['list', '--json'], { library })).json.total).toBe(2);
  });
});

describe('a library', () => {
  it('is the one of --library, of OFFPRINT_LIBRARY, or of the platform', async () => {
    const chosen = join(folder, 'chosen');
    expect((await offprint(['list', '--json', '--library', 'chosen'], { library, cwd: folder })).json.total).toBe(0);
    await readFile(join(chosen, 'format.json'));
    expect((await offprint(['--library', chosen, 'list', '--json'], { library })).json.total).toBe(0);
    const home = join(folder, 'home');
    await mkdir(home);
    const ran = await offprint(['list', '--json'], { env: { HOME: home, XDG_DATA_HOME: join(home, 'data') } });
    expect(ran.json).toEqual({ total: 0, articles: [] });
    if (process.platform === 'linux') await readFile(join(home, 'data', 'offprint', 'format.json'));
  });

  it('that is remembered is not made anew where its disk is missing', async () => {
    const config = join(folder, 'config');
    const gone = join(folder, 'unplugged', 'library');
    await mkdir(config);
    await writeFile(join(config, 'libraries.json'), JSON.stringify({ v: 1, libraries: [{ name: 'Disk', path: gone }], moved: [] }));
    for (const args of [['list'], ['add', 'a.html'], ['verify', '--repair'], ['serve', '--no-open']]) {
      const ran = await offprint(args, { cwd: folder, env: { OFFPRINT_CONFIG: config } });
      expect([args[0], ran.code, ran.stdout]).toEqual([args[0], 1, '']);
      expect(ran.stderr).toBe(
        `The library at ${gone} is not there. Connect the disk it is on and try again, or name another folder with OFFPRINT_LIBRARY or --library.\n`,
      );
    }
    await expect(readdir(join(folder, 'unplugged'))).rejects.toThrow('ENOENT');
    // A folder that is named is made as ever.
    expect((await offprint(['list', '--library', gone], { env: { OFFPRINT_CONFIG: config } })).code).toBe(0);
  });

  it('from a newer version is left alone', async () => {
    const root = await copy('newer');
    const path = join(root, 'format.json');
    const format = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    const newer = JSON.stringify(
      Object.fromEntries(Object.entries(format).map(([key, value]) => [key, typeof value === 'number' ? 999 : value])),
    );
    await writeFile(path, newer);
    const ran = await offprint(['list', '--json'], { library: root });
    expect(ran.code).toBe(1);
    expect(ran.json.error.code).toBe('library-newer');
    sentence(ran.stderr);
    expect(await readFile(path, 'utf8')).toBe(newer);
  });

  it('that cannot be made is a sentence', async () => {
    const ran = await offprint(['list'], { library: join(folder, 'a.html', 'library') });
    expect(ran.code).toBe(1);
    sentence(ran.stderr);
  });

  it('that may not be written can still be read', async () => {
    const root = await copy('read-only');
    await chmod(folder, 0o755);
    const everything = (await readdir(root, { recursive: true, withFileTypes: true })).map((one) => ({
      path: join(one.parentPath, one.name),
      mode: one.isDirectory() ? 0o555 : 0o444,
    }));
    for (const { path, mode } of everything) await chmod(path, mode);
    await chmod(root, 0o555);
    const listed = await offprint(['list', '--json'], { library: root, ...asReader });
    expect(listed.json.total).toBe(2);
    const added = await offprint(['tag', listed.json.articles[0]?.id ?? '', '+x', '--json'], { library: root, ...asReader });
    expect(added.code).toBe(1);
    expect(['library-read-only', 'no-permission']).toContain(added.json.error.code);
    sentence(added.stderr);
    await chmod(root, 0o755);
    for (const { path, mode } of everything) await chmod(path, mode | 0o200);
  });
});

describe('a library that another Offprint holds', () => {
  it('is not opened twice: the work is handed to the holder', async () => {
    const root = await copy('served');
    const { child, url } = await serve(root);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
    const tagged = await offprint(['add', 'a.html', '--tag', 'handed over', '--json'], { library: root, cwd: folder });
    expect(tagged.code).toBe(0);
    expect((await offprint(['list', 'tag:"handed over"', '--json'], { library: root })).json.total).toBe(1);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    expect((await offprint(['list', 'tag:"handed over"', '--json'], { library: root })).json.total).toBe(1);
  });

  it('and that does not answer is told with who holds it', async () => {
    const root = await copy('held');
    const held = await openLibrary(root);
    try {
      const ran = await offprint(['list', '--json'], { library: root });
      expect(ran.code).toBe(1);
      expect(ran.json.error).toMatchObject({ code: 'library-locked', details: { pid: process.pid } });
      sentence(ran.stderr);
      const served = await offprint(['serve', '--no-open'], { library: root });
      expect(served.code).toBe(1);
      sentence(served.stderr);
    } finally {
      await held.close();
    }
  });
});

describe('offprint', () => {
  it('does not mind a reader that goes away', async () => {
    const child = start(['list', '--json'], { library });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout?.destroy();
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    expect(stderr).toBe('');
  });
});
