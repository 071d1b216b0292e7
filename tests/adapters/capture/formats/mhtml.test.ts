import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isMhtml, readMhtml } from '../../../../electron/adapters/capture/formats/mhtml.ts';
import { decodeQuotedPrintable, parameter, readHeaders } from '../../../../electron/adapters/capture/formats/mime.ts';
import { png } from '../../../helpers/images.ts';
import { createCaptureBench, type CaptureBench } from '../capture-bench.ts';

const PROSE = Array.from(
  { length: 5 },
  (_, n) => `<p>Paragraph ${String(n)} tells of the weir above the town, of its gates, and of the man who opens them.</p>`,
).join('');
const page = (images: string): string =>
  `<!doctype html><html lang="en"><head><title>The weir</title></head><body><article><h1>The weir</h1>${PROSE}${images}</article></body></html>`;

interface PartOptions {
  type: string;
  body: Buffer | string;
  id?: string;
  location?: string;
  encoding?: 'base64' | 'quoted-printable' | '8bit';
}

function quotedPrintable(bytes: Buffer): string {
  const lines: string[] = [];
  let line = '';
  for (const byte of bytes) {
    const piece =
      byte === 0x3d || byte > 0x7e || byte < 0x20 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte);
    if (line.length + piece.length > 74) {
      lines.push(`${line}=`);
      line = '';
    }
    line += piece;
  }
  return [...lines, line].join('\r\n');
}

function part({ type, body, id, location, encoding = 'base64' }: PartOptions): Buffer {
  const bytes = Buffer.from(body);
  const head = [
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${encoding}`,
    ...(id === undefined ? [] : [`Content-ID: <${id}>`]),
    ...(location === undefined ? [] : [`Content-Location: ${location}`]),
  ];
  const coded =
    encoding === 'base64'
      ? Buffer.from(bytes.toString('base64').replace(/(.{76})/g, '$1\r\n'))
      : encoding === 'quoted-printable'
        ? Buffer.from(quotedPrintable(bytes))
        : bytes;
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), coded, Buffer.from('\r\n')]);
}

function archive(parts: readonly Buffer[], head: readonly string[] = ['Snapshot-Content-Location: https://town.example/weir']): Buffer {
  const top = [
    'From: <Saved by Blink>',
    ...head,
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--=_cut"',
    '',
    '',
  ];
  return Buffer.concat([
    Buffer.from(top.join('\r\n')),
    ...parts.flatMap((one) => [Buffer.from('\r\n----=_cut\r\n'), one]),
    Buffer.from('\r\n----=_cut--\r\n'),
  ]);
}

let bench: CaptureBench;
beforeAll(() => {
  bench = createCaptureBench();
});
afterAll(() => bench.close());
const save = (bytes: Buffer) => bench.save({ kind: 'file', name: 'weir.mhtml', bytes: bytes.toString('base64') });

describe('a web archive', () => {
  const html = page(
    '<p><img src="cid:gate@mhtml.blink" alt="A gate"></p><p><img src="/img/weir.png?w=2" alt="The weir"></p><p><img src="cid:lost@x" alt="Lost"></p>' +
      '<iframe src="cid:frame-2@mhtml.blink"></iframe><p><a href="/gates">All gates</a></p>',
  );

  it('is saved with the images that it holds, each with its line in the receipt', async () => {
    const article = await save(
      archive([
        part({ type: 'text/html', body: html, encoding: 'quoted-printable', location: 'https://town.example/weir' }),
        part({ type: 'image/png', body: png(500, 300, [1, 2, 3]), id: 'gate@mhtml.blink' }),
        part({ type: 'image/png', body: png(640, 400, [4, 5, 6]), location: 'https://town.example/img/weir.png?w=2' }),
        part({ type: 'text/html', body: page(''), id: 'frame-2@mhtml.blink' }),
      ]),
    );
    expect(article).toMatchObject({ title: 'The weir', url: 'https://town.example/weir', source: 'town.example' });
    expect(article.receipt.resources.map(({ url, result, reason }) => [url, result, reason])).toEqual([
      ['cid:gate@mhtml.blink', 'stored', null],
      ['https://town.example/img/weir.png?w=2', 'stored', null],
      ['cid:lost@x', 'failed', 'The archive does not hold this image.'],
    ]);
    expect(article.images).toHaveLength(2);
    expect(article.bodyHtml).toContain('href="https://town.example/gates"');
    expect(article.receipt).toMatchObject({ status: 'partial', contentType: 'multipart/related', from: 'weir.mhtml' });
    expect(
      Buffer.from(article.sourceBytes ?? [])
        .toString()
        .trimEnd(),
    ).toBe(html);
  });

  it('is read in the charset that its part names', async () => {
    const turkish = page('<p>Köprünün altından akan suyun sesi, kıyıdaki evlerden de duyulurdu; çığlık çığlığa martılar şehre döndü.</p>');
    const latin5 = Buffer.from(
      [...turkish].map((letter) => ({ ı: 0xfd, ğ: 0xf0, ş: 0xfe, ü: 0xfc, ö: 0xf6, ç: 0xe7 })[letter] ?? letter.charCodeAt(0)),
    );
    const article = await save(archive([part({ type: 'text/html; charset="iso-8859-9"', body: latin5, encoding: 'quoted-printable' })]));
    expect(article.text).toContain('kıyıdaki evlerden de duyulurdu; çığlık çığlığa martılar şehre döndü');
    expect(article.receipt).toMatchObject({ charset: 'windows-1254', charsetFrom: 'http' });
  });

  it('may be nested, may name its page, and may lack addresses', async () => {
    const inner = Buffer.concat([
      Buffer.from('Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\n'),
      part({ type: 'text/plain', body: 'The weir, as plain text', encoding: '8bit' }),
      Buffer.from('--in\r\n'),
      part({ type: 'text/html', body: page('<p><img src="weir.png"></p>'), encoding: '8bit', id: 'root' }),
      Buffer.from('--in--\r\n'),
    ]);
    const article = await save(archive([inner, part({ type: 'image/png', body: png(400, 300), location: 'weir.png' })], []));
    expect(article.url).toBeNull();
    expect(article.receipt.resources).toEqual([expect.objectContaining({ result: 'stored' })]);
  });

  it('is read as far as it goes when its end is missing', async () => {
    const whole = archive([
      part({ type: 'text/html', body: html, encoding: 'quoted-printable' }),
      part({ type: 'image/png', body: png(500, 300), id: 'gate@mhtml.blink' }),
    ]);
    const article = await save(whole.subarray(0, -60));
    expect(article.title).toBe('The weir');
  });

  it('is found though its boundary is not named, or never comes', () => {
    const body = part({ type: 'text/html', body: html, encoding: 'quoted-printable' });
    const unnamed = Buffer.concat([
      Buffer.from(
        'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n type="text/html";\r\n\r\n----abc\r\n',
      ),
      body,
    ]);
    expect(Buffer.from(readMhtml(unnamed)?.html ?? []).toString()).toContain('The weir');
    const never = Buffer.concat([Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="gone"\r\n\r\n\r\n'), body]);
    expect(Buffer.from(readMhtml(never)?.html ?? []).toString()).toContain('The weir');
  });

  it('reaches nothing of the local network and no file', async () => {
    const article = await save(
      archive([
        part({
          type: 'text/html',
          body: page(
            '<p><img src="file:///etc/hostname"></p><p><img src="http://127.0.0.1:9/x.png"></p><p><img src="offprint-file:///etc/hostname"></p>',
          ),
          location: 'https://town.example/weir',
        }),
      ]),
    );
    expect(article.receipt.resources.map(({ result }) => result)).toEqual(['blocked', 'blocked', 'blocked']);
  });

  it('ends soon on thousands of parts and delimiters', () => {
    const bomb = Buffer.concat([
      Buffer.from('Content-Type: multipart/related; boundary="x"\r\n\r\n'),
      Buffer.from('--x\r\n\r\n'.repeat(400_000)),
      part({ type: 'text/html', body: 'late' }),
    ]);
    expect(readMhtml(bomb)).toBeNull();
    const nested = Buffer.from(
      Array.from({ length: 500 }, (_, n) => `Content-Type: multipart/related; boundary="b${String(n)}"\r\n\r\n--b${String(n)}\r\n`).join(
        '',
      ),
    );
    expect(readMhtml(nested)).toBeNull();
  });
});

describe('MIME', () => {
  it('tells a web archive from a page and from a text', () => {
    expect(isMhtml(Buffer.from('From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n'))).toBe(true);
    expect(isMhtml(Buffer.from('MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>'))).toBe(true);
    expect(isMhtml(Buffer.from('<!doctype html><p>Content-Type: multipart/related</p>'))).toBe(false);
    expect(isMhtml(Buffer.from('Dear reader: this is about\nContent-Type: multipart/related messages, and it is no message.'))).toBe(false);
  });

  it.each([
    ['a=3Db', 'a=b'],
    ['soft=\r\nbreak', 'softbreak'],
    ['soft= \t\r\nbreak', 'softbreak'],
    ['lf=\nbreak', 'lfbreak'],
    ['=C4=b1', 'ı'],
    ['50=% off =ZZ', '50=% off =ZZ'],
    ['ends=', 'ends'],
  ])('reads %j', (source, text) => {
    expect(decodeQuotedPrintable(Buffer.from(source)).toString()).toBe(text);
  });

  it('reads folded headers and parameters', () => {
    const { headers, body } = readHeaders(Buffer.from('A: one\r\n two\r\nB : no\r\nC:three\r\n\r\nrest'), 0);
    expect(Object.fromEntries(headers)).toEqual({ a: 'one two', c: 'three' });
    expect(body).toBe(Buffer.from('A: one\r\n two\r\nB : no\r\nC:three\r\n\r\n').length);
    expect(parameter('multipart/related; type="text/html"; boundary="a;\\"b"', 'boundary')).toBe('a;"b');
    expect(parameter('multipart/related; BOUNDARY=plain; x=y', 'boundary')).toBe('plain');
    expect(parameter('text/html', 'charset')).toBeNull();
  });
});

const CORPORA = process.env['OFFPRINT_CORPORA'];
describe.skipIf(CORPORA === undefined)('archives of the corpora', async () => {
  const folder = join(CORPORA ?? '', 'imports/mhtml');
  const names = CORPORA === undefined ? [] : await readdir(folder);
  it.each(names)('takes %s apart', async (name) => {
    const truth = JSON.parse(await readFile(join(folder, '../truth.json'), 'utf8')) as Record<string, { parts: number; url?: string }>;
    const raw = await readFile(join(folder, name));
    const found = readMhtml(name.endsWith('.gz') ? gunzipSync(raw) : raw);
    const known = truth[`mhtml/${name}`];
    if (known?.url !== undefined) expect(found?.url).toBe(known.url);
    expect(Buffer.from(found?.html ?? []).toString('latin1')).toMatch(/<html/i);
    // Counted there are the parts that have an address.
    if ((known?.parts ?? 0) > 1) expect((found?.parts ?? 0) + 1).toBeGreaterThanOrEqual(known?.parts ?? 0);
  });
});
