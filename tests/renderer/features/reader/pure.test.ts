import { describe, expect, it } from 'vitest';
import { decorate } from '../../../../renderer/features/reader/decorate.ts';
import { findMatches } from '../../../../renderer/features/reader/find-text.ts';
import { scriptOf } from '../../../../renderer/features/reader/frame-look.ts';
import { LARGEST, SMALLEST, stepSize, USUAL } from '../../../../renderer/features/reader/text-size.ts';

describe('the text size', () => {
  it('goes from 12 to 32 px and back through the same sizes', () => {
    const up: number[] = [SMALLEST];
    while ((up.at(-1) ?? LARGEST) < LARGEST) up.push(stepSize(up.at(-1) ?? 0, 1));
    const down: number[] = [LARGEST];
    while ((down.at(-1) ?? SMALLEST) > SMALLEST) down.push(stepSize(down.at(-1) ?? 0, -1));
    expect(up).toContain(USUAL);
    expect([...down].reverse()).toEqual(up);
    expect(stepSize(LARGEST, 1)).toBe(LARGEST);
    expect(stepSize(SMALLEST, -1)).toBe(SMALLEST);
  });
});

describe('the script of a text', () => {
  it.each<[string | null, string, string]>([
    ['ja', '', 'cjk'],
    ['zh-Hant-TW', '', 'cjk'],
    ['ko', '', 'cjk'],
    ['ar-EG', '', 'arabic'],
    ['fa', '', 'arabic'],
    ['tr', '雨', 'other'],
    [null, '雨の日の図書館で', 'cjk'],
    [null, 'كل صباح خميس', 'arabic'],
    [null, 'Iğdır ovasında', 'other'],
    ['und', '雨の日', 'cjk'],
    [null, '1234', 'other'],
  ])('%s %s is %s', (lang, sample, expected) => {
    expect(scriptOf(lang, sample)).toBe(expected);
  });
});

describe('finding in an article', () => {
  const found = (pieces: string[], query: string): string[] =>
    findMatches(pieces, query).map(({ start, end }) =>
      pieces
        .map((piece, at) =>
          at < start[0] || at > end[0] ? '' : piece.slice(at === start[0] ? start[1] : 0, at === end[0] ? end[1] : undefined),
        )
        .join(''),
    );

  it('ignores case and accents, and keeps what is found as it is written', () => {
    expect(found(['Iğdır ve IĞDIR, Türkiye'], 'igdir')).toEqual(['Iğdır', 'IĞDIR']);
    expect(found(['Bakıda KÖHNƏ həyət'], 'kohne')).toEqual(['KÖHNƏ']);
    expect(found(['café Café'], 'CAFÉ')).toEqual(['café', 'Café']);
  });

  it('finds across the pieces that emphasis cuts a sentence into', () => {
    expect(found(['a light', 'house kee', 'per'], 'lighthouse keeper')).toEqual(['lighthouse keeper']);
    expect(findMatches(['one', '\u0000', 'two'], 'onetwo')).toEqual([]);
  });

  it('finds nothing for nothing', () => {
    expect(findMatches(['text'], '')).toEqual([]);
    expect(findMatches(['a b'], '  ')).toEqual([]);
    expect(findMatches([], 'x')).toEqual([]);
  });

  it('stays exact in texts whose letters change their length in folding', () => {
    expect(found(['İstanbul straße 🦉 owl'], 'owl')).toEqual(['owl']);
    expect(found(['ﬁ x'], 'x')).toEqual(['x']);
  });
});

describe('what the reader adds to a clean article', () => {
  const words = { table: 'Table', formula: 'Formula', code: 'Code', enlarge: 'Enlarge image', missingImage: 'An image that is not stored' };
  const decorated = (html: string): HTMLElement => {
    const template = document.createElement('template');
    template.innerHTML = html;
    decorate(template.content, words);
    const holder = document.createElement('div');
    holder.append(template.content);
    return holder;
  };

  it('lets tables and code be scrolled with the keyboard, and names them', () => {
    const holder = decorated('<table><caption>Storms</caption><tbody><tr><td>1<table></table></td></tr></tbody></table><pre>a</pre>');
    expect(holder.querySelectorAll('.table')).toHaveLength(1);
    expect(holder.querySelector('.table')?.getAttribute('aria-label')).toBe('Storms');
    expect(holder.querySelector('.table')?.getAttribute('tabindex')).toBe('0');
    expect(holder.querySelector('pre')?.getAttribute('aria-label')).toBe('Code');
  });

  it('says which image is not here, and lets the others be enlarged unless they are links', () => {
    const holder = decorated(
      '<img alt="a map"><img><img src="/x.png" alt="reef"><a href="https://a.example"><img src="/y.png" alt="b"></a>',
    );
    expect([...holder.querySelectorAll('.missing')].map((note) => note.textContent)).toEqual([
      'An image that is not stored: a map',
      'An image that is not stored',
    ]);
    expect([...holder.querySelectorAll('[role=button]')].map((image) => image.getAttribute('aria-label'))).toEqual(['Enlarge image: reef']);
  });
});
