import { describe, expect, it } from 'vitest';
import { isPageOf, nextPage, sameTitle, shareOfNew, withoutRepeated, linesOf } from '../../../electron/core/capture/next-page.ts';

const link = (url: string, text = '', next = text === ''): { url: string; text: string; next: boolean } => ({ url, text, next });
const SITE = 'https://news.example';

describe('the address of the next page', () => {
  it.each<[first: string, second: string]>([
    ['/story', '/story/2'],
    ['/story/', '/story/2/'],
    ['/story', '/story/page/2'],
    ['/story.html', '/story-2.html'],
    ['/story.html', '/story_2.html'],
    ['/story,1.html', '/story,2.html'],
    ['/story.html', '/story-page-2.html'],
    ['/story', '/story?page=2'],
    ['/story?id=7', '/story?id=7&page=2'],
    ['/story?page=1&id=7', '/story?id=7&page=2#top'],
    ['/hikaye', '/hikaye?sayfa=2'],
    ['/bericht.html', '/bericht-seite-2.html'],
    ['/story?utm_source=mail', '/story/2'],
  ])('follows %s with %s', (first, second) => {
    expect(isPageOf(SITE + first, SITE + second, 2)).toBe(true);
    expect(nextPage(SITE + first, [link(SITE + second)], 2)).toBe((SITE + second).replace('#top', ''));
  });

  it.each<[what: string, first: string, second: string]>([
    ['the next article of a blog', '/2024/05/the-ferry', '/2024/05/the-lighthouse'],
    ['the article with the next number', '/news/12', '/news/13'],
    ['an article whose name ends with another number', '/best-phones-2023.html', '/best-phones-2024.html'],
    ['the next page of a front page', '/', '/page/2'],
    ['the next page of the section', '/sport/the-ferry', '/sport/page/2'],
    ['a page of the comments', '/story', '/story/comment-page-2'],
    ['a page of the comments by parameter', '/story', '/story?cpage=2'],
    ['page three, where page two is wanted', '/story', '/story/3'],
    ['another site', '/story', 'https://other.example/story/2'],
    ['a year', '/archive', '/archive/2024'],
  ])('is not %s', (_, first, second) => {
    const url = second.startsWith('http') ? second : SITE + second;
    expect(nextPage(SITE + first, [link(url)], 2)).toBeNull();
  });

  it('may be a number in a row of numbers, or named', () => {
    const links = [link(`${SITE}/story`, '1'), link(`${SITE}/story/2`, '2'), link(`${SITE}/story/3`, '3')];
    expect(nextPage(`${SITE}/story`, links, 2)).toBe(`${SITE}/story/2`);
    expect(nextPage(`${SITE}/story`, links, 3)).toBe(`${SITE}/story/3`);
    expect(nextPage(`${SITE}/story`, links, 4)).toBeNull();
    expect(nextPage(`${SITE}/story`, [link(`${SITE}/story/2`, 'Page 2 of 5')], 2)).toBe(`${SITE}/story/2`);
    expect(nextPage(`${SITE}/story`, [link(`${SITE}/story/2`, '2 comments')], 2)).toBeNull();
  });
});

describe('two pages of one article', () => {
  it.each<[string, string, boolean]>([
    ['The ferry', 'The ferry', true],
    ['The ferry', 'The ferry - Page 2', true],
    ['The ferry | The Post', 'The ferry (page 2 of 5) | The Post', true],
    ['Die Fähre', 'Die Fähre – Seite 2', true],
    ['The ferry', 'The lighthouse', false],
    ['Five phones', 'Six phones', false],
  ])('have one title: %s, %s', (one, other, same) => {
    expect(sameTitle([one], [other])).toBe(same);
  });

  it('say different things', () => {
    const first = 'The ferry leaves the old harbour every single morning.\nIt comes back before the lamps are lit again.';
    const seen = new Set(linesOf(first));
    expect(shareOfNew(first, seen)).toBe(0);
    expect(shareOfNew('The keeper of the lighthouse wrote it down in his book.', seen)).toBe(1);
    expect(shareOfNew('', seen)).toBe(0);
  });

  it('have what stands on both once', () => {
    const seen = new Set(linesOf('A standfirst that the site shows above each of its pages & more.'));
    const html =
      '<p>A <b>standfirst</b> that the site shows above each of its pages &amp; more.</p><pre>code</pre><p>Something else that is new to the reader.</p>';
    const text = 'A standfirst that the site shows above each of its pages & more.\ncode\nSomething else that is new to the reader.';
    expect(withoutRepeated(html, text, seen)).toEqual({
      html: '<pre>code</pre><p>Something else that is new to the reader.</p>',
      text: 'code\nSomething else that is new to the reader.',
    });
  });
});
