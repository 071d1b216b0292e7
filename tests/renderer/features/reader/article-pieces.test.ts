import { describe, expect, it, vi } from 'vitest';
import { preparePieces, takePieces } from '../../../../renderer/features/reader/article-pieces.ts';
import { createSanitiser } from '../../../../renderer/features/reader/sanitise.ts';
import { writeArticle } from '../../../../renderer/features/reader/write-article.ts';

const WORDS = { table: 'Table', code: 'Code', formula: 'Formula', enlarge: 'Enlarge', missingImage: 'Missing' };
const long = (paragraphs: number): string => Array.from({ length: paragraphs }, (_, at) => `<p>${at} ${'word '.repeat(200)}</p>`).join('');
const source = (html: string): { html: string; lang: string; dir: 'ltr' } => ({ html, lang: 'en', dir: 'ltr' });

describe('an article in pieces', () => {
  it('begins with about a screen, keeps every node, and takes a box around everything away', () => {
    const pieces = takePieces(source(`<div><article>${long(60)}</article></div>`));
    expect(pieces.length).toBeGreaterThan(4);
    expect(pieces[0]?.length).toBeLessThan(12);
    expect(pieces.flat().map((node) => node.textContent?.split(' ')[0])).toEqual(Array.from({ length: 60 }, (_, at) => String(at)));
  });

  it('parses an article once where it was prepared, and again where it is asked for again', () => {
    const parse = vi.spyOn(DOMParser.prototype, 'parseFromString');
    const one = source(long(3));
    preparePieces(one);
    preparePieces(one);
    expect(takePieces(one).flat()).toHaveLength(3);
    expect(parse).toHaveBeenCalledTimes(1);
    expect(takePieces(one).flat()).toHaveLength(3);
    expect(parse).toHaveBeenCalledTimes(2);
    parse.mockRestore();
  });
});

describe('writing a long article', () => {
  const sanitiser = createSanitiser();
  if (!sanitiser) throw new Error('no sanitiser in this DOM');

  it('has its beginning at once, and all of it in order, each block told once', async () => {
    const target = document.createElement('article');
    const told: string[] = [];
    let ended = 0;
    const done = writeArticle(target, source(long(60)), {
      sanitiser,
      words: WORDS,
      isStale: () => false,
      onPiece: (added, last) => {
        told.push(...added.map((node) => node.textContent?.split(' ')[0] ?? ''));
        if (last) ended++;
        return true;
      },
    });
    const first = target.children.length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(60);
    await done;
    expect(told).toEqual(Array.from({ length: 60 }, (_, at) => String(at)));
    expect(target.children).toHaveLength(60);
    expect(ended).toBe(1);
  });

  it('writes on without a pause until the place to go back to is there', () => {
    const target = document.createElement('article');
    let count = 0;
    void writeArticle(target, source(long(60)), {
      sanitiser,
      words: WORDS,
      isStale: () => false,
      onPiece: (added) => (count += added.length) > 40,
    });
    expect(target.children.length).toBeGreaterThan(40);
  });

  it('stops when something else is shown', async () => {
    const target = document.createElement('article');
    let stale = false;
    const done = writeArticle(target, source(long(60)), { sanitiser, words: WORDS, isStale: () => stale, onPiece: () => true });
    stale = true;
    await done;
    expect(target.children.length).toBeLessThan(60);
  });
});
