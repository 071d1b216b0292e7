import { describe, expect, it } from 'vitest';
import { AddressGuard, isPublicAddress } from '../../../electron/adapters/capture/fetch/address-guard.ts';
import { imageSize } from '../../../electron/adapters/capture/images/dimensions.ts';
import { sniffImage } from '../../../electron/adapters/capture/images/sniff.ts';
import { htmlToMarkdown } from '../../../electron/adapters/capture/markdown.ts';
import { linkedArticles } from '../../../electron/adapters/capture/page/json-ld.ts';
import { parseSrcset } from '../../../electron/adapters/capture/page/media.ts';
import { htmlToText } from '../../../electron/adapters/capture/page/text.ts';
import { gif, jpeg, png, webp } from '../../helpers/images.ts';

describe('network addresses', () => {
  it.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'not an address',
    '',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('of the host a person typed are allowed, on that port, while they are local from the start', () => {
    const guard = new AddressGuard(new URL('http://nas.home:8080/x'));
    const local = [{ address: '192.168.0.9' }];
    expect(guard.allowed('nas.home', 8080, local)).toEqual(local);
    expect(guard.allowed('nas.home', 80, local)).toEqual([]);
    expect(guard.allowed('other.home', 8080, local)).toEqual([]);
  });

  it('that turn local after the first answer are refused', () => {
    const guard = new AddressGuard(new URL('https://example.com/'));
    expect(guard.allowed('example.com', 443, [{ address: '93.184.216.34' }, { address: '127.0.0.1' }])).toEqual([
      { address: '93.184.216.34' },
    ]);
    expect(guard.allowed('example.com', 443, [{ address: '127.0.0.1' }])).toEqual([]);
  });
});

describe('images', () => {
  const svg = new TextEncoder().encode('<?xml version="1.0"?>\n<!-- x --><svg viewBox="0 0 30 20" xmlns="http://www.w3.org/2000/svg"/>');
  const avif = Buffer.from(
    '0000001c667479706176696600000000617669666d696631000000146973706500000000000000400000002000000000000000000000000000000000',
    'hex',
  );
  const bmp = Buffer.alloc(60);
  bmp.write('BM');
  bmp[14] = 40;
  bmp.writeInt32LE(12, 18);
  bmp.writeInt32LE(-9, 22);
  const ico = Buffer.from([0, 0, 1, 0, 1, 0, 16, 32, 0, 0, 1, 0]);
  it.each([
    ['png', png(7, 5), 7, 5],
    ['gif', gif(70, 50), 70, 50],
    ['jpg', jpeg(640, 480), 640, 480],
    ['jpg', jpeg(640, 480, 6), 480, 640],
    ['webp', webp(320, 200), 320, 200],
    ['svg', svg, 30, 20],
    ['avif', avif, 64, 32],
    ['bmp', bmp, 12, 9],
    ['ico', ico, 16, 32],
  ] as const)('%s are known by their bytes and measured', (type, bytes, width, height) => {
    expect(sniffImage(bytes)).toBe(type);
    expect(imageSize(bytes, type)).toEqual({ width, height });
  });

  it('are not what is none', () => {
    for (const text of ['', 'GIF', '<html><svg></svg></html>', '%PDF-1.4 ----', 'BM is not a picture'])
      expect(sniffImage(Buffer.from(text))).toBeNull();
    expect(imageSize(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff]), 'jpg')).toBeNull();
    expect(imageSize(png(3, 3).subarray(0, 14), 'png')).toBeNull();
  });

  it('are listed in srcset, commas in addresses included', () => {
    expect(parseSrcset('/a.png 320w, /b,c.png 640w,/d.png 2x')).toEqual([
      { url: '/a.png', width: 320 },
      { url: '/b,c.png', width: 640 },
      { url: '/d.png', width: 1600 },
    ]);
    expect(parseSrcset('/only.png')).toEqual([{ url: '/only.png', width: 0 }]);
    expect(parseSrcset('')).toEqual([]);
  });
});

describe('JSON-LD', () => {
  it('is read though it is not quite JSON', () => {
    const [article] = linkedArticles(
      '<!-- {"@type":["Article"],"headline":"One &amp; two","author":{"name":"A"},\n"description":"line\nbreak",} -->',
    );
    expect(article).toMatchObject({ headline: 'One & two', authors: ['A'] });
    expect(linkedArticles('{"@type":"Organization"}')).toEqual([]);
    expect(linkedArticles('not json')).toEqual([]);
  });
});

describe('text of an article', () => {
  it('has a line for each block', () => {
    expect(
      htmlToText(
        '<h2>One</h2><p>Two <b>bold</b>\n words.<br>Three</p><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><table><tr><td>1</td><td>2</td></tr></table>text',
      ),
    ).toBe('One\nTwo bold words.\nThree\na\nb\nc\n1\t2\ntext');
  });
  it('keeps code as it is and leaves out readings and soft hyphens', () => {
    expect(htmlToText('<pre><code>if x:\n    y\n\nz</code></pre><p><ruby>漢<rp>(</rp><rt>kan</rt></ruby>字 hy\u00adphen</p>')).toBe(
      'if x:\n    y\nz\n漢字 hyphen',
    );
  });
});

describe('Markdown of an article', () => {
  it('keeps headings, emphasis, links, lists, code and quotes', () => {
    const html =
      '<h2>Winds</h2><p>It <em>turns</em> <strong>again</strong>, <a href="https://example.com/a">they</a> say.</p><ul><li>north</li><li>east</li></ul><blockquote><p>We know.</p></blockquote><pre><code class="language-py">x = 1</code></pre>';
    expect(htmlToMarkdown(html)).toBe(
      '## Winds\n\nIt *turns* **again**, [they](https://example.com/a) say.\n\n-   north\n-   east\n\n> We know.\n\n```py\nx = 1\n```\n',
    );
  });
  it('makes tables and captions', () => {
    const html =
      '<table><caption>Notes</caption><tr><th>Wind</th><th>Note</th></tr><tr><td>North | cold</td><td>A</td></tr></table><figure><img src="images/ab/x.png" alt="Tower"><figcaption>The tower.</figcaption></figure>';
    expect(htmlToMarkdown(html)).toBe(
      'Notes\n\n| Wind | Note |\n| --- | --- |\n| North \\| cold | A |\n\n![Tower](images/ab/x.png)\n\n*The tower.*\n',
    );
  });
  it('is empty for nothing', () => {
    expect(htmlToMarkdown(' ')).toBe('');
  });
});
