import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments, wholeNumber } from '../../../electron/headless/cli/arguments.ts';
import { saveInputOf } from '../../../electron/headless/cli/save-input.ts';
import { fit, table, width } from '../../../electron/headless/cli/text.ts';

const OPTIONS = { limit: 'value', tag: 'values', json: 'switch' } as const;

describe('arguments', () => {
  it('are words, switches and values, in any order', () => {
    const { words, switches, values } = readArguments(['a', '--tag', 'x', '--json', '--tag=y=z', 'b', '--limit=3'], OPTIONS, false);
    expect(words).toEqual(['a', 'b']);
    expect([...switches]).toEqual(['json']);
    expect(values).toEqual({ tag: ['x', 'y=z'], limit: ['3'] });
  });

  it('may begin with a dash where that means something, and after --', () => {
    expect(readArguments(['wind', '-rain', '-'], OPTIONS, true).words).toEqual(['wind', '-rain', '-']);
    expect(readArguments(['--', '--json', '-x'], OPTIONS, false).words).toEqual(['--json', '-x']);
    expect(() => readArguments(['-x'], OPTIONS, false)).toThrow('There is no option -x.');
  });

  it('do not take what objects inherit for options', () => {
    expect(() => readArguments(['--constructor'], OPTIONS, false)).toThrow('There is no option --constructor.');
  });

  it.each(['-1', '1.5', '1e3', '0x10', ' 5', '１'])('%j is no number of articles', (text) => {
    expect(() => wholeNumber(readArguments([`--limit=${text}`], OPTIONS, false), 'limit', 0, 100, 20)).toThrow(/whole number/);
  });
});

describe('what a word means', () => {
  it.each([
    ['https://example.com/a', 'url'],
    ['HTTP://example.com', 'url'],
    ['example.com/story', 'url'],
    ['example.com', 'url'],
    ['www.example.com/story.html', 'url'],
    ['localhost:8080/x', 'url'],
    ['ftp://example.com', 'url'],
    ['mailto:a@example.com', 'url'],
    ['nonsense', 'url'],
  ])('%s is an address', async (word, kind) => {
    expect(await saveInputOf(word, '/nonexistent')).toEqual({ kind, url: word });
  });

  it.each(['story.html', 'notes.txt', './story', '../x/y', '/etc/nothing-here', 'C:\\pages\\a.htm'])('%s would be a file', async (word) => {
    await expect(saveInputOf(word, '/nonexistent')).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it('is a file where there is one of that name', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'offprint-words-'));
    await writeFile(join(cwd, 'example.com'), 'x');
    await writeFile(join(cwd, 'a: b.txt'), 'x');
    expect(await saveInputOf('example.com', cwd)).toEqual({ kind: 'path', path: join(cwd, 'example.com') });
    expect(await saveInputOf('a: b.txt', cwd)).toEqual({ kind: 'path', path: join(cwd, 'a: b.txt') });
    await rm(cwd, { recursive: true });
  });
});

describe('text for a terminal', () => {
  it('stands in columns, also in wide scripts', () => {
    expect(
      table([
        ['積ん読', 'b'],
        ['a', 'c'],
      ]),
    ).toBe('積ん読  b\na       c');
    expect(width('é')).toBe(1);
  });

  it('is cut at whole characters, and cannot steer the terminal', () => {
    expect(fit('a\u001b[31mb\nc', 20)).toBe('a [31mb c');
    expect(fit('積ん読を怖がらない', 8)).toBe('積ん読…');
  });
});
