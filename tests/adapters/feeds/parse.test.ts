import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../electron/adapters/feeds/parse/parse-feed.ts';
import type { ParsedFeed } from '../../../electron/core/feeds/types.ts';

const parse = (text: string | Uint8Array, contentType: string | null = null): ParsedFeed => {
  const feed = parseFeed(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'https://example.org/feeds/main', contentType);
  if (feed === null) throw new Error('This is no feed.');
  return feed;
};
const rss = (item: string, channel = ''): string =>
  `<rss version="2.0"><channel><title>News</title>${channel}<item>${item}</item></channel></rss>`;

describe('formats', () => {
  it('reads RSS 2.0 with its modules', () => {
    const feed =
      parse(`<?xml version="1.0"?><rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
      <title>Ports &amp;amp; Ships</title><link>https://example.org/</link><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
      <item><title>Ice &lt;b&gt;breaks&lt;/b&gt;</title><link>/2024/ice</link><guid isPermaLink="false">77</guid><pubDate>Sat, 04 May 24 10:00 EST</pubDate>
      <description>Short.</description><c:encoded><![CDATA[<p>Long.</p>]]></c:encoded><dc:creator>Ada</dc:creator><category>Sea</category>
      <enclosure url="/a.mp3" type="audio/mpeg" length="12"/><m:thumbnail url="https://example.org/t.jpg"/></item></channel></rss>`);
    expect(feed).toMatchObject({ format: 'RSS', title: 'Ports & Ships', siteUrl: 'https://example.org/', ttl: 30, total: 1 });
    expect(feed.items[0]).toMatchObject({
      guid: '77',
      link: 'https://example.org/2024/ice',
      title: 'Ice breaks',
      html: '<p>Long.</p>',
      summary: 'Short.',
      publishedAt: '2024-05-04T15:00:00.000Z',
      authors: ['Ada'],
      categories: ['Sea'],
      enclosures: [{ url: 'https://example.org/a.mp3', type: 'audio/mpeg', length: 12 }],
      image: 'https://example.org/t.jpg',
    });
  });

  it('reads Atom with XHTML, a base of its own and prefixes', () => {
    const feed =
      parse(`<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://site.example/blog/"><a:title type="html">Tide &amp;amp; Time</a:title><a:link href="./"/>
      <a:entry><a:id>urn:1</a:id><a:title>A &lt; B</a:title><a:link rel="enclosure" href="talk.ogg" type="audio/ogg"/><a:link href="one"/>
      <a:updated>2024-05-04T10:00:00+02:00</a:updated><a:author><a:name>Li</a:name></a:author>
      <a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Hi <b>there</b><br/></div></a:content></a:entry></a:feed>`);
    expect(feed).toMatchObject({ format: 'Atom', title: 'Tide & Time', siteUrl: 'https://site.example/blog/' });
    expect(feed.items[0]).toMatchObject({
      guid: 'urn:1',
      link: 'https://site.example/blog/one',
      html: 'Hi <b>there</b><br>',
      publishedAt: '2024-05-04T08:00:00.000Z',
      authors: ['Li'],
    });
    expect(feed.items[0]?.enclosures).toEqual([{ url: 'https://site.example/blog/talk.ogg', type: 'audio/ogg', length: null }]);
  });

  it('reads RDF, whose items stand beside the channel', () => {
    const feed =
      parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>R</title><link>https://r.example/</link></channel>
      <item rdf:about="https://r.example/1"><title>One</title><dc:date>2024-05-04</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({ format: 'RDF', title: 'R' });
    expect(feed.items[0]).toMatchObject({ title: 'One', link: 'https://r.example/1', publishedAt: '2024-05-04T00:00:00.000Z' });
  });

  it('reads JSON Feed', () => {
    const feed = parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        home_page_url: 'https://j.example/',
        authors: [{ name: 'Jo' }],
        items: [{ id: 7, url: '/1', content_text: 'One <two>\n\nthree', date_published: '2024-05-04T10:00:00Z', tags: ['x'] }],
      }),
    );
    expect(feed).toMatchObject({ format: 'JSON Feed', title: 'J', siteUrl: 'https://j.example/' });
    expect(feed.items[0]).toMatchObject({
      guid: '7',
      link: 'https://example.org/1',
      html: '<p>One &lt;two&gt;</p><p>three</p>',
      authors: ['Jo'],
    });
  });

  it.each(['', 'hello', '<html><body>no</body></html>', '{"items":3}', '<?xml version="1.0"?><opml><body/></opml>'])(
    'finds no feed in %j',
    (text) => {
      expect(parseFeed(new TextEncoder().encode(text), 'https://example.org/', null)).toBeNull();
    },
  );
});

describe('broken feeds', () => {
  it('passes over what stands before the document, control characters and bare ampersands', () => {
    const feed = parse(`\n\n<!-- cached -->\u0001${rss('<title>Fish & Chips\u0002</title><link>https://example.org/?a=1&b=2</link>')}`);
    expect(feed.items[0]).toMatchObject({ title: 'Fish & Chips', link: 'https://example.org/?a=1&b=2' });
  });

  it('ends an item that was never closed where the next begins', () => {
    const feed = parse('<rss><channel><item><title>One</title><item><title>Two</title></channel>');
    expect(feed.items.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('keeps markup that was not escaped', () => {
    expect(parse(rss('<description><p>Plain <i>markup</i><br/></p></description>')).items[0]?.html).toBe('<p>Plain <i>markup</i><br></p>');
  });

  it('keeps what came of a feed that was cut', () => {
    expect(
      parse('<rss><channel><title>Cut</title><item><title>Whole</title></item><item><title>Ha').items.map(({ title }) => title),
    ).toEqual(['Whole', 'Ha']);
  });

  it.each([
    ['Tue, 5 Mar 2024 09:07:03 +0100', '2024-03-05T08:07:03.000Z'],
    ['05 Mar 2024 09:07 PST', '2024-03-05T17:07:00.000Z'],
    ['Tue Mar  5 09:07:03 2024', '2024-03-05T09:07:03.000Z'],
    ['2024-03-05T09:07:03.250Z', '2024-03-05T09:07:03.250Z'],
    ['2024-03-05 09:07', '2024-03-05T09:07:00.000Z'],
    ['20240305T0907Z', '2024-03-05T09:07:00.000Z'],
    ['Mar 5, 2024 9:07 pm', '2024-03-05T21:07:00.000Z'],
    ['soon', null],
  ])('reads the date %s', (written, date) => {
    expect(parse(rss(`<pubDate>${written}</pubDate>`)).items[0]?.publishedAt).toBe(date);
  });
});

describe('encodings', () => {
  it('believes the prolog, the header, a mark and zeros', () => {
    const text = '<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>\xcd\xee\xe2\xee\xf1\xf2\xe8</title></channel></rss>';
    expect(parse(Uint8Array.from(text, (letter) => letter.charCodeAt(0))).title).toBe('Новости');
    const latin = '<rss><channel><title>G\xfcn\xfdn haberleri</title></channel></rss>';
    expect(
      parse(
        Uint8Array.from(latin, (letter) => letter.charCodeAt(0)),
        'text/xml; charset=iso-8859-9',
      ).title,
    ).toBe('Günın haberleri');
    expect(parse(Buffer.from('\ufeff<rss><channel><title>İzmir</title></channel></rss>', 'utf16le')).title).toBe('İzmir');
  });
});

describe('hostile feeds', () => {
  it('expands no entity that the document defines', () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>${rss('<title>&b;&x;</title>')}`;
    expect(parse(bomb).items[0]?.title).not.toMatch(/haha|root:/);
  });

  it('reads 2,000 of 30,000 items, and says so', () => {
    const feed = parse(`<rss><channel>${'<item><title>x</title></item>'.repeat(30_000)}</channel></rss>`);
    expect(feed).toMatchObject({ total: 30_000, notes: ['The feed lists 30000 items; the first 2000 were read.'] });
    expect(feed.items).toHaveLength(2000);
  });

  it('keeps the text of elements a hundred thousand deep', () => {
    const feed = parse(rss(`<description>${'<b>'.repeat(100_000)}deep${'</b>'.repeat(100_000)}</description><title>After</title>`));
    expect(feed.items[0]).toMatchObject({ title: 'After' });
    expect(feed.items[0]?.html).toContain('deep');
    expect(feed.notes).toHaveLength(1);
  });

  it('takes no address that is not of the web', () => {
    expect(parse(rss('<link>javascript:alert(1)</link><guid>file:///etc/passwd</guid>')).items[0]?.link).toBeNull();
  });
});
