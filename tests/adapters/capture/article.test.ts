import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CapturedArticle } from '../../../electron/core/capture/types.ts';
import { gif, png, webp } from '../../helpers/images.ts';
import { startWebServer, type WebServer } from '../../helpers/web-server.ts';
import { createCaptureBench, type CaptureBench } from './capture-bench.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>A page</title>${head}</head><body><article>${body}</article></body></html>`;
const PROSE = Array.from(
  { length: 6 },
  (_, n) =>
    `<p>Paragraph ${String(n)} tells of the mill by the river, of its wheel, and of the people who brought it back to life again.</p>`,
).join('');

let server: WebServer;
let bench: CaptureBench;
beforeAll(async () => {
  server = await startWebServer();
  bench = createCaptureBench();
});
afterAll(async () => {
  await bench.close();
  await server.close();
});

describe('a whole story', () => {
  let article: CapturedArticle;
  beforeAll(async () => {
    server.on('/story', { body: await readFile(new URL('../../fixtures/pages/story.html', import.meta.url)), type: 'text/html' });
    server.on('/img/tower.png', png(900, 600, [1, 2, 3]));
    server.on('/img/map-2x.webp', webp(1600, 800));
    article = await bench.save({ kind: 'url', url: server.url('/story?utm_source=post#top') });
  });

  it('takes the metadata from where it is best', () => {
    expect(article).toMatchObject({
      title: 'How the lighthouse learned to whistle',
      byline: 'Mara Lindqvist, Tom Okafor',
      source: 'Coast Review',
      publishedAt: '2024-02-11T08:30:00+01:00',
      modifiedAt: '2024-02-12',
      lang: 'en-GB',
      dir: 'ltr',
      url: server.url('/story?utm_source=post'),
      canonicalUrl: server.url('/story'),
    });
    expect(article.addresses).toContain(server.url('/story'));
  });

  it('keeps the text, block by block, without the site’s furniture', () => {
    const lines = article.text.split('\n');
    expect(lines[0]).toMatch(/^When the fog came in/);
    expect(lines).toContain('A note for every wind');
    expect(lines).toContain('North\tA');
    expect(lines).toContain('    return 343 / (4 * length)');
    expect(article.text).toContain('灯台 is the word');
    expect(article.text).toMatch(/nobody ordered another\.$/);
    expect(article.text).not.toMatch(/16 px|Facebook|Related|Another story|Copyright/);
  });

  it('keeps the structure that a reader needs', () => {
    const html = article.bodyHtml;
    expect(html).toMatch(/<figcaption>The tower on the northern point\.<\/figcaption>/);
    expect(html).toContain('<th scope="col">Wind</th>');
    expect(html).toContain('<code class="language-py">');
    expect(html).toContain('<math><mfrac>');
    expect(html).toContain('<rt>とうだい</rt>');
    expect(html).toContain('<sup id="ref-ref1"><a href="#ref-note1">1</a></sup>');
    expect(html).toContain('id="ref-note1"');
    expect(html).toContain(`href="${server.url('/archive#fog')}"`);
  });

  it('stores the best of each image and keeps its place', () => {
    const stored = article.receipt.resources.filter(({ kind, result }) => kind === 'image' && result === 'stored');
    expect(stored.map(({ url }) => url)).toEqual([server.url('/img/tower.png'), server.url('/img/map-2x.webp')]);
    expect(article.images).toEqual(stored.map(({ path }) => path));
    expect(article.leadImage).toBe(article.images[0]);
    expect(article.bodyHtml).toContain(`src="${article.images[0] ?? ''}" alt="The tower in fog" width="900" height="600"`);
    expect(article.bodyHtml).toContain('width="1600" height="800"');
    for (const path of article.images) expect(bench.images.has(path)).toBe(true);
  });

  it('makes a film a link and says so', () => {
    expect(article.bodyHtml).toContain(
      '<a href="https://www.youtube.com/watch?v=abcdefghijk" rel="noopener noreferrer">Video (YouTube): The tower sings</a>',
    );
    expect(article.receipt.resources).toContainEqual(expect.objectContaining({ kind: 'video', result: 'skipped' }));
  });

  it('names its steps in order and says what was taken off', () => {
    expect(article.receipt.steps.map(({ name }) => name)).toEqual(['fetch', 'decode', 'extract', 'clean-up', 'sanitise', 'images', 'text']);
    expect(article.receipt.steps.find(({ name }) => name === 'clean-up')?.note).toContain('16 px');
    expect(article.receipt.steps.every(({ ok }) => ok)).toBe(true);
  });

  it('sends no cookie, no referrer and an honest name', () => {
    for (const { headers } of server.requests) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers['user-agent']).toContain('Offprint');
    }
    // The style sheet's background was never asked for.
    expect(server.requests.map(({ path }) => path)).not.toContain('/tracker.png');
  });
});

describe('images', () => {
  it('drops what cannot be had, keeps its words, and names the reason', async () => {
    server.on(
      '/gone',
      page(
        `${PROSE}<p>Before <img src="/missing.png" alt="The wheel in spring"> after.</p><figure><img src="/not-an-image.png"><figcaption>The sluice</figcaption></figure>`,
      ),
    );
    server.on('/not-an-image.png', { body: '<html>Sorry</html>', type: 'image/png' });
    const article = await bench.save({ kind: 'url', url: server.url('/gone') });
    expect(article.bodyHtml).not.toContain('<img');
    expect(article.bodyHtml).toContain('The wheel in spring');
    expect(article.bodyHtml).toContain('The sluice');
    expect(article.receipt.status).toBe('partial');
    const reasons = article.receipt.resources.map(({ result, reason }) => [result, reason]);
    expect(reasons).toEqual([
      ['failed', expect.stringContaining('404')],
      ['failed', 'What came is not an image that can be shown.'],
    ]);
  });

  it('falls back to the next address of an image', async () => {
    server.on('/fallback', page(`${PROSE}<p><img srcset="/wide.png 1200w" src="/plain.png"></p>`));
    server.on('/plain.png', png(40, 20));
    const article = await bench.save({ kind: 'url', url: server.url('/fallback') });
    expect(article.receipt.resources).toEqual([expect.objectContaining({ url: server.url('/plain.png'), result: 'stored' })]);
    expect(article.receipt.status).toBe('complete');
  });

  it('finds images that wait for a script', async () => {
    server.on(
      '/lazy',
      page(
        `${PROSE}<p><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-original="/lazy-a.png"></p><p><img src="/spacer.gif"><noscript><img src="/lazy-b.png"></noscript></p>`,
      ),
    );
    server.on('/lazy-a.png', png(30, 30, [9, 0, 0]));
    server.on('/lazy-b.png', png(30, 30, [0, 9, 0]));
    const article = await bench.save({ kind: 'url', url: server.url('/lazy') });
    expect(article.receipt.resources.map(({ url }) => url)).toEqual([server.url('/lazy-a.png'), server.url('/lazy-b.png')]);
  });

  it('stores an image inside the page, and one that stands twice once', async () => {
    const inside = `data:image/png;base64,${png(300, 300, [5, 5, 5]).toString('base64')}`;
    server.on('/inside', page(`${PROSE}<p><img src="${inside}"></p><p><img src="/twice.png"></p><p><img src="/twice.png"></p>`));
    server.on('/twice.png', png(50, 50));
    const article = await bench.save({ kind: 'url', url: server.url('/inside') });
    expect(article.receipt.resources.map(({ url }) => url)).toEqual(['data: (inside the page)', server.url('/twice.png')]);
    expect(article.bodyHtml.match(/<img/g)).toHaveLength(3);
    expect(server.requests.filter(({ path }) => path === '/twice.png')).toHaveLength(1);
  });

  it('leaves out points that count visitors', async () => {
    server.on('/pixel', page(`${PROSE}<p><img src="/count.gif"></p>`));
    server.on('/count.gif', gif(1, 1));
    const article = await bench.save({ kind: 'url', url: server.url('/pixel') });
    expect(article.receipt.resources).toEqual([expect.objectContaining({ result: 'skipped' })]);
    expect(article.receipt.status).toBe('complete');
    expect(article.bodyHtml).not.toContain('<img');
  });

  it('keeps to the limits for one image and for all', async () => {
    server.on('/heavy', page(`${PROSE}<p><img src="/big.png"></p><p><img src="/one.png"></p><p><img src="/two.png"></p>`));
    server.on('/big.png', Buffer.concat([png(10, 10), Buffer.alloc(9000)]));
    server.on('/one.png', Buffer.concat([png(11, 10), Buffer.alloc(3000)]));
    server.on('/two.png', Buffer.concat([png(12, 10), Buffer.alloc(3000)]));
    const article = await bench.save({ kind: 'url', url: server.url('/heavy') }, { limits: { maxImage: 5000, maxArticle: 4000 } });
    expect(article.receipt.resources.filter(({ result }) => result === 'stored')).toHaveLength(1);
    expect(article.receipt.resources.filter(({ result }) => result === 'failed')).toHaveLength(2);
  });

  it('makes a drawing harmless before it is stored', async () => {
    const svg =
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20" onload="alert(1)"><script>alert(2)</script><style>@import url(http://evil.example/x.css)</style>' +
      '<foreignObject><iframe src="http://evil.example"/></foreignObject><image href="http://evil.example/a.png"/><use xlink:href="http://evil.example/b.svg#c"/><rect width="40" height="20" style="fill:#c00;background:url(http://evil.example/d)" fill="url(http://evil.example/e)"/><a xlink:href="javascript:alert(3)"><path d="M0 0h9"/></a></svg>';
    server.on('/drawn', page(`${PROSE}<p><img src="/drawing.svg"></p>`));
    server.on('/drawing.svg', { body: svg, type: 'image/svg+xml' });
    const article = await bench.save({ kind: 'url', url: server.url('/drawn') });
    const stored = Buffer.from(bench.images.get(article.images[0] ?? '') ?? []).toString('utf8');
    expect(stored).toContain('<rect');
    expect(stored).toContain('fill="#c00"');
    expect(stored).not.toMatch(/evil|script|onload|style|foreignObject|alert/);
    expect(article.bodyHtml).toContain('width="40" height="20"');
  });

  it('shows a picture for the list when the text has none', async () => {
    server.on('/plain-story', page(PROSE, '<meta property="og:image" content="/share.png">'));
    server.on('/share.png', png(600, 300));
    const article = await bench.save({ kind: 'url', url: server.url('/plain-story') });
    expect(article.leadImage).toMatch(/^images\//);
    expect(article.images).toEqual([article.leadImage]);
    expect(article.bodyHtml).not.toContain('<img');
  });
});

describe('what a page is', () => {
  it('reads plain text from the web as a text', async () => {
    server.on('/notes.txt', {
      type: 'text/plain',
      body: 'The mill was built in 1790.\n\nIt burned down <twice>, and was built again both times.',
    });
    const article = await bench.save({ kind: 'url', url: server.url('/notes.txt') });
    expect(article.receipt.extractor).toBe('plain text');
    expect(article.bodyHtml).toBe(
      '<p>The mill was built in 1790.</p>\n<p>It burned down &lt;twice&gt;, and was built again both times.</p>',
    );
    expect(article.source).toBe('127.0.0.1');
  });

  it('follows a page that sends on by markup', async () => {
    server.on('/old', '<html><head><meta http-equiv="refresh" content="0; url=/new"></head><body>Moved.</body></html>');
    server.on('/new', page(`<h1>Here</h1>${PROSE}`));
    const article = await bench.save({ kind: 'url', url: server.url('/old') });
    expect(article.url).toBe(server.url('/new'));
    expect(article.addresses).toContain(server.url('/old'));
  });

  it('says when the text is only a beginning', async () => {
    const linked = { '@type': 'NewsArticle', headline: 'A page', isAccessibleForFree: 'False', wordCount: 2400 };
    server.on(
      '/paid',
      page(`${PROSE}<p>Subscribe to continue reading</p>`, `<script type="application/ld+json">${JSON.stringify(linked)}</script>`),
    );
    const { receipt } = await bench.save({ kind: 'url', url: server.url('/paid') });
    expect(receipt.status).toBe('partial');
    expect(receipt.truncation.join(' ')).toMatch(/not free.*continue reading.*2400 words/s);
  });

  it('keeps the text of a page without any of the usual marks', async () => {
    const lines = Array.from(
      { length: 12 },
      (_, n) => `This is line ${String(n)} of an old page that was written by hand, with line breaks and nothing else.`,
    );
    server.on('/ancient', {
      type: 'text/html',
      body: `<html><body bgcolor=white><font size=3>${lines.join('<br><br>')}</font></body></html>`,
    });
    const article = await bench.save({ kind: 'url', url: server.url('/ancient') });
    for (const line of lines) expect(article.text).toContain(line);
  });

  it('keeps the text of a page that is too deep to take apart', async () => {
    const deep = `${'<div>'.repeat(3000)}${PROSE}${'</div>'.repeat(3000)}`;
    server.on('/deep', page(deep, '<meta property="og:title" content="Deep down">'));
    const article = await bench.save({ kind: 'url', url: server.url('/deep') });
    expect(article.title).toBe('Deep down');
    expect(article.receipt.extractor).toBe('plain');
    expect(article.text).toContain('Paragraph 5 tells of the mill');
    expect(article.receipt.truncation[0]).toContain('too complex');
  });
});

describe('what is no part of an article', () => {
  it('does not ask for a picture that only counts visitors, and is whole without it', async () => {
    server.forget();
    server.on('/counted', page(`${PROSE}<img src="/count.gif" width="1" height="1">`));
    const article = await bench.save({ kind: 'url', url: server.url('/counted') });
    expect(server.requests.map(({ path }) => path)).toEqual(['/counted']);
    expect(article.receipt.status).toBe('complete');
    expect(article.receipt.resources).toMatchObject([{ url: server.url('/count.gif'), result: 'skipped' }]);
  });

  it('asks for the page once, also where it names no picture of its own', async () => {
    server.forget();
    server.on('/once', page(PROSE));
    const article = await bench.save({ kind: 'url', url: server.url('/once') });
    expect(server.requests.map(({ path }) => path)).toEqual(['/once']);
    expect(article.leadImage).toBeNull();
  });

  it.each([
    ['積ん読を怖がらない', 'ja'],
    ['في مديح القراءة البطيئة', 'ar'],
    ['Slow', 'en'],
  ])('leaves out a heading that repeats the title: %s', async (title, lang) => {
    server.on(
      '/titled',
      `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><article><h1>${title}</h1>${PROSE}<h2>${title}</h2><p>${PROSE}</p></article></body></html>`,
    );
    const article = await bench.save({ kind: 'url', url: server.url('/titled') });
    expect(article.title).toBe(title);
    expect(article.text.split('\n')[0]).toMatch(/^Paragraph 0/);
    // The same words further down are a heading of the text.
    expect(article.text.split('\n')).toContain(title);
  });
});
