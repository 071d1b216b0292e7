import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { png } from '../../helpers/images.ts';
import { realCaptureLibrary } from '../../helpers/real-capture-library.ts';
import type { TestLibrary } from '../../helpers/test-library.ts';
import { startWebServer, type WebServer } from '../../helpers/web-server.ts';

let library: TestLibrary;
let web: WebServer;
beforeAll(async () => {
  web = await startWebServer();
});
afterAll(() => web.close());
beforeEach(async () => {
  library = await realCaptureLibrary();
  web.forget();
});
afterEach(() => library.close());

const words = (about: string): string =>
  Array.from(
    { length: 5 },
    (_, at) =>
      `<p>The ferry of ${about} leaves the old harbour for the ${at + 1}. time, and the keeper of the lighthouse of ${about} writes it down.</p>`,
  ).join('');
interface Part {
  about: string;
  title?: string;
  head?: string;
  pager?: string;
}
const page = ({ about, title = 'The ferry', head = '', pager = '' }: Part): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article">${head}</head><body><article><h1>${title}</h1>${words(about)}</article><nav>${pager}</nav></body></html>`;
const PAGER = '<a href="/story">1</a> <a href="/story/2">2</a> <a href="/story/3">3</a>';
const save = async () => (await library.call('capture.save', { input: { kind: 'url', url: web.url('/story') } })).article;
const asked = () => web.requests.map(({ path }) => path);

function serveThree(): void {
  web.on('/story', page({ about: 'Monday', pager: PAGER }));
  web.on(
    '/story/2',
    page({ about: 'Tuesday', title: 'The ferry - Page 2', pager: PAGER }).replace(
      '</article>',
      '<p><img src="/two.png" alt="Two" width="640" height="400"></p></article>',
    ),
  );
  web.on('/story/3', page({ about: 'Wednesday', title: 'The ferry - Page 3', pager: PAGER }));
  web.on('/two.png', { type: 'image/png', body: png(640, 400, [80, 90, 100]) });
}

describe('an article in several pages', () => {
  it('is one article with one receipt, and is extracted again as a whole without the network', async () => {
    serveThree();
    const { id, receipt, title } = await save();
    expect(title).toBe('The ferry');
    const text = await library.opened.content.readText(id);
    for (const day of ['Monday', 'Tuesday', 'Wednesday']) expect(text.match(new RegExp(`The ferry of ${day}`, 'g'))).toHaveLength(5);
    expect(text.indexOf('Monday')).toBeLessThan(text.indexOf('Tuesday'));
    expect(text).not.toContain('Page 2');
    expect(receipt?.status).toBe('complete');
    expect(receipt?.pages?.map(({ url }) => url)).toEqual(['/story', '/story/2', '/story/3'].map((path) => web.url(path)));
    expect(receipt?.resources).toMatchObject([{ kind: 'image', result: 'stored', url: web.url('/two.png') }]);
    const html = await library.opened.content.readHtml(id);
    expect(html.match(/<img /g)).toHaveLength(1);

    web.forget();
    expect(await library.call('capture.renewNow', { id, what: 'reextract' })).toMatchObject({ changed: false });
    expect(asked()).toEqual([]);
    expect(await library.opened.content.readText(id)).toBe(text);
    expect(await library.call('capture.renewNow', { id, what: 'again' })).toMatchObject({ changed: false });
    expect(asked()).toContain('/story/3');
  });

  it('is told not to be whole where a page cannot be had, and is completed later', async () => {
    serveThree();
    web.on('/story/3', { status: 404, body: 'Gone' });
    const { id, receipt } = await save();
    expect(receipt?.status).toBe('partial');
    expect(receipt?.truncation).toEqual([expect.stringMatching(/^Page 3 of the article could not be had\./)]);
    serveThree();
    expect(await library.call('capture.renewNow', { id, what: 'complete' })).toMatchObject({ changed: true, incomplete: false });
    expect(await library.opened.content.readText(id)).toContain('Wednesday');
  });

  it.each<[string, () => void]>([
    [
      'the next article, which a blog calls next',
      () => {
        web.on('/story', page({ about: 'Monday', head: '<link rel="next" href="/the-lighthouse">' }));
        web.on('/the-lighthouse', page({ about: 'Tuesday', title: 'The lighthouse' }));
      },
    ],
    [
      'another title at an address that looks like page two',
      () => {
        web.on('/story', page({ about: 'Monday', head: '<link rel="next" href="/story/2">' }));
        web.on('/story/2', page({ about: 'Tuesday', title: 'The lighthouse' }));
      },
    ],
    [
      'the same page again',
      () => {
        web.on('/story', page({ about: 'Monday', pager: PAGER }));
        web.on('/story/2', page({ about: 'Monday', pager: PAGER }));
      },
    ],
    [
      'the first page, which the second sends on to',
      () => {
        web.on('/story', page({ about: 'Monday', pager: PAGER }));
        web.on('/story/2', { status: 302, headers: { location: '/story' } });
      },
    ],
    [
      'a page of another site',
      () => web.on('/story', page({ about: 'Monday', head: `<link rel="next" href="http://127.0.0.1:1/story/2">` })),
    ],
    [
      'the pages of an index',
      () => {
        const index = (day: string): string => page({ about: day, pager: PAGER }).replace('content="article"', 'content="website"');
        web.on('/story', index('Monday'));
        web.on('/story/2', index('Tuesday'));
      },
    ],
  ])('is never joined with %s', async (_, serve) => {
    serve();
    const { id, receipt } = await save();
    const text = await library.opened.content.readText(id);
    expect(text).toContain('Monday');
    expect(text).not.toContain('Tuesday');
    expect(text.match(/The ferry of Monday/g)).toHaveLength(5);
    expect(receipt?.pages).toBeUndefined();
    expect(receipt?.truncation).toEqual([]);
  });

  it('ends after twenty pages, and says so', async () => {
    const pager = (at: number): string => `<a rel="next" href="/story/${at + 1}">Next</a>`;
    web.on('/story', page({ about: 'day 1', pager: pager(1) }));
    for (let at = 2; at <= 25; at++) web.on(`/story/${at}`, page({ about: `day ${at}`, pager: pager(at) }));
    const { receipt } = await save();
    expect(receipt?.pages).toHaveLength(20);
    expect(receipt?.truncation).toEqual(['The article has more than 20 pages; the rest was left out.']);
    expect(asked()).not.toContain('/story/21');
  });
});
