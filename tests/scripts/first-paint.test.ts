import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstPaintOf } from '../helpers/first-paint.ts';

const WINDOW = join(import.meta.dirname, '../../dist/renderer');
/** Bytes, gzip. What the window draws first must not wait for what it may need later. */
const MOST = 250_000;

describe('what the window reads before it can draw', () => {
  const loaded = firstPaintOf(WINDOW);

  it('is at most 250 kB of scripts and styles, compressed', () => {
    const total = loaded.reduce((sum, { gzip }) => sum + gzip, 0);
    expect(total, loaded.map(({ file, gzip }) => `${file} ${gzip}`).join('\n')).toBeLessThanOrEqual(MOST);
    // The framework alone is more than this: less means that the bundle was not found.
    expect(total).toBeGreaterThan(100_000);
  });

  it('has React Aria’s own words in the languages of the window only', () => {
    const scripts = loaded.filter(({ file }) => file.endsWith('.js')).map(({ file }) => readFileSync(join(WINDOW, file), 'utf8'));
    const has = (word: string) => scripts.some((script) => script.includes(word));
    // “Dismiss” in French and in Norwegian.
    expect([has('Rejeter'), has('Lukk')]).toEqual([true, false]);
  });

  it('holds no dialog, and not the reader', () => {
    const names = loaded.map(({ file }) => file).join(' ');
    expect(names).not.toMatch(/settings|palette|dialogs|organise|health|rules|open-reader/);
  });
});
