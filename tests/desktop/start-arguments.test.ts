import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startInputs } from '../../electron/desktop/start-arguments.ts';

describe('what a start asks to save', () => {
  const folder = resolve('/home/someone');

  it('is addresses and files, the files from where the start was made', () => {
    expect(startInputs(['/opt/offprint', 'https://example.org/a', 'story.html', '/tmp/b.txt'], folder, false)).toEqual([
      { kind: 'url', url: 'https://example.org/a' },
      { kind: 'path', path: join(folder, 'story.html') },
      { kind: 'path', path: resolve('/tmp/b.txt') },
    ]);
  });

  it('is not an option, nor the folder that Electron was started with', () => {
    expect(startInputs(['electron', '--no-sandbox', '.', '--user-data-dir=/x', 'story.html'], folder, true)).toEqual([
      { kind: 'path', path: join(folder, 'story.html') },
    ]);
    expect(startInputs(['/opt/offprint', '--hidden', ''], folder, false)).toEqual([]);
  });
});
