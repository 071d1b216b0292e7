import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Browsers drop a declaration that they cannot read without a word. */
describe('every style sheet', () => {
  const files = globSync('renderer/**/*.css');

  it('is looked at', () => expect(files.length).toBeGreaterThan(40));

  it.each(files)('%s closes in a declaration what is opened there', (file) => {
    const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const torn = text.split(/[;{}]/).filter((part) => part.split('(').length !== part.split(')').length && !part.includes('url('));
    expect(torn).toEqual([]);
  });
});
