import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(process.cwd(), 'renderer/styles/article/scripts.css'), 'utf8');
const quoted = (text: string): string[] => [...text.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? '');

/** The code points a face of ours is for. */
function rangeOf(face: string): Set<number> {
  const range = new RegExp(`font-family: '${face}';[^}]*unicode-range: ([^;]+);`).exec(css)?.[1] ?? '';
  const points = new Set<number>();
  for (const [, from = '', to = from] of range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)) {
    for (let point = parseInt(from, 16); point <= parseInt(to, 16); point++) points.add(point);
  }
  return points;
}

const facesOf = (face: string): string[] =>
  [...(new RegExp(`font-family: '${face}';\\s*src:([^;]+);`).exec(css)?.[1] ?? '').matchAll(/local\('([^']+)'\)/g)].map(
    ([, name]) => name ?? '',
  );

describe('dashes, dots and quotation marks of Chinese and Japanese', () => {
  it.each(['zh serif', 'zh sans', 'zh-Hant serif', 'zh-Hant sans', 'ja serif', 'ja sans'])(
    'come from a face of the language: %s',
    (name) => {
      const [language, kind] = name.split(' ');
      const face = `Marks ${name}`;
      const range = rangeOf(face);
      for (const mark of '…—') expect(range.has(mark.codePointAt(0) ?? 0), mark).toBe(true);
      for (const mark of '“”') expect(range.has(mark.codePointAt(0) ?? 0), mark).toBe(language !== 'ja');
      // Letters, and the apostrophe of Latin words, stay with the Latin face.
      for (const mark of 'aZ0’') expect(range.has(mark.codePointAt(0) ?? 0), mark).toBe(false);
      expect(css).toContain(`--marks-${kind}: '${face}';`);
      // Every face the letters may come from gives its marks as well.
      const block = css.slice(css.indexOf(`--marks-${kind}: '${face}';`));
      const letters = quoted(new RegExp(`--han-${kind}:([^;]+);`).exec(block)?.[1] ?? '');
      expect(letters.length).toBeGreaterThan(2);
      expect(facesOf(face)).toEqual(expect.arrayContaining(letters));
    },
  );

  it('are asked of that face before the Latin one', () => {
    for (const kind of ['serif', 'sans']) expect(css).toMatch(new RegExp(`--font-${kind}:\\s*var\\(--marks-${kind}\\)`));
  });
});
