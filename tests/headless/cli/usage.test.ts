import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { offprint } from './offprint.ts';

/** A folder that cannot be a library: whoever opens it fails. */
const library = '/dev/null/library';

describe('wrong usage', () => {
  it.each([
    [[]],
    [['frobnicate']],
    [['--frobnicate']],
    [['add']],
    [['add', 'x', '--tag']],
    [['add', 'x', '--ndjson=yes']],
    [['add', 'x', '-q']],
    [['list', '--limit', '-1']],
    [['list', '--limit', 'many']],
    [['list', '--limit', '5', '--limit', '6']],
    [['search']],
    [['search', '  ']],
    [['show']],
    [['show', 'a', 'b']],
    [['show', 'a', '--format', 'pdf']],
    [['tag', 'abc']],
    [['tag', '+x']],
    [['tag', 'abc', '+']],
    [['collect', 'abc']],
    [['collect', 'abc', ' ']],
    [['collections', 'x']],
    [['tags', '--limit', '3']],
    [['delete']],
    [['verify', 'x']],
    [['backup']],
    [['backup', 'list', 'x']],
    [['backup', 'restore']],
    [['export']],
    [['import', 'a', 'b']],
    [['serve', '--port', '70000']],
    [['list', '--library']],
  ])('%j exits with 2, says why on stderr, and opens nothing', async (args) => {
    const ran = await offprint(args, { library });
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(/^[“A-Z].*\.\n/);
    expect(ran.stderr).toContain('offprint');
    expect(ran.stderr).not.toMatch(/\bat .*\.ts:/);
  });
});

describe('help', () => {
  it('lists every command', async () => {
    const { code, stdout } = await offprint(['--help'], { library });
    expect(code).toBe(0);
    for (const name of [
      'add',
      'list',
      'search',
      'show',
      'tag',
      'collect',
      'collections',
      'tags',
      'delete',
      'verify',
      'backup',
      'serve',
      'export',
      'import',
    ]) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
  });

  it('of a command shows what it takes', async () => {
    const { code, stdout } = await offprint(['add', '--help'], { library });
    expect(code).toBe(0);
    expect(stdout).toContain('offprint add <url|file>… [--collection NAME]… [--tag NAME]… [--again] [--explain] [--ndjson]');
  });

  it('tells the version of the package', async () => {
    const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string };
    expect(await offprint(['--version'], { library })).toMatchObject({ code: 0, stdout: `${version}\n` });
  });
});
