import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallError } from '../../../electron/contract/errors.ts';
import { png } from '../../helpers/images.ts';
import { fileError } from '../../../electron/adapters/capture/read-file.ts';
import { createCaptureBench, type CaptureBench } from './capture-bench.ts';

const PROSE = Array.from(
  { length: 5 },
  (_, n) => `<p>Paragraph ${String(n)} tells of the mill by the river, of its wheel, and of the people who keep it.</p>`,
).join('');
const html = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>The mill</title>${head}</head><body><article>${PROSE}${body}</article></body></html>`;
const base64 = (text: string | Uint8Array): string => Buffer.from(text as string).toString('base64');

let folder: string;
let bench: CaptureBench;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-files-'));
  bench = createCaptureBench();
});
afterAll(async () => {
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a news story saved by hand', () => {
  it('loses its furniture and keeps its date and outlet', async () => {
    const bytes = await readFile(new URL('../../fixtures/pages/hand-saved.txt', import.meta.url));
    const article = await bench.save({ kind: 'file', name: 'ferry.txt', bytes: base64(bytes) });
    expect(article).toMatchObject({
      title: 'The ferry between the two harbours will run through the night from next month, the port authority said on Thursday',
      source: 'Harbour Post',
      publishedAt: '2023-03-09',
      url: null,
      lang: 'en',
      wordCount: 71,
      readingMinutes: 1,
    });
    expect(article.text.split('\n')).toHaveLength(3);
    expect(article.text).toMatch(/^The ferry between.*leaves on April 1\.$/s);
    expect(article.bodyHtml.match(/<p>/g)).toHaveLength(3);
    expect(article.receipt.steps.find(({ name }) => name === 'clean-up')?.note).toContain('↺');
    expect(article.receipt).toMatchObject({ status: 'complete', extractor: 'plain text', from: 'ferry.txt' });
  });

  it('is the same from a path and as pasted text', async () => {
    const path = join(folder, 'vapur.txt');
    const text =
      'Tarih: 9 Mart 2023 Perşembe\nA+ A-\nPaylaş\n\nVapur gelecek aydan itibaren gece boyunca çalışacak. Liman yönetimi kararı perşembe günü açıkladı.\n\nİlk gece seferi 1 Nisan’da.\n\nLiman Haber';
    await writeFile(path, text);
    const fromPath = await bench.save({ kind: 'path', path });
    const pasted = await bench.save({ kind: 'text', text });
    expect(fromPath).toMatchObject({
      source: 'Liman Haber',
      publishedAt: '2023-03-09',
      lang: 'tr',
      title: 'Vapur gelecek aydan itibaren gece boyunca çalışacak',
    });
    expect(pasted.bodyHtml).toBe(fromPath.bodyHtml);
    expect(pasted).toMatchObject({ source: 'Liman Haber', title: fromPath.title, url: null });
  });
});

describe('saved pages', () => {
  it('are told by their content, not by their name', async () => {
    const page = await bench.save({ kind: 'file', name: 'page.txt', bytes: base64(html('')) });
    expect(page).toMatchObject({ title: 'The mill', source: 'Saved page' });
    const note = await bench.save({
      kind: 'file',
      name: 'note.html',
      bytes: base64('The mill is 3 < 4 miles away, they said, and it was true of all of the mills along that river.'),
    });
    expect(note.receipt.extractor).toBe('plain text');
    const unnamed = await bench.save({ kind: 'text', text: html('') });
    expect(unnamed.title).toBe('The mill');
  });

  it('know where they were saved from', async () => {
    const comment = '<!-- saved from url=(0034)https://www.example.com/news/mill -->';
    const article = await bench.save({
      kind: 'file',
      name: 'mill.html',
      bytes: base64(html('<p><a href="/other">More</a></p>').replace('<html', `${comment}<html`)),
    });
    expect(article.url).toBe('https://www.example.com/news/mill');
    expect(article.source).toBe('example.com');
    expect(article.addresses).toEqual(['https://www.example.com/news/mill']);
    expect(article.bodyHtml).toContain('href="https://www.example.com/other"');
  });

  it('bring the images of their folder, and nothing from outside it', async () => {
    await mkdir(join(folder, 'site/Mill_files'), { recursive: true });
    await writeFile(join(folder, 'site/Mill_files/wheel 1.png'), png(640, 480, [3, 3, 3]));
    await writeFile(join(folder, 'outside.png'), png(640, 480, [4, 4, 4]));
    await symlink(join(folder, 'outside.png'), join(folder, 'site/link.png'));
    const images = [
      'Mill_files/wheel%201.png',
      './Mill_files/missing.png',
      '../outside.png',
      'link.png',
      `file://${folder}/outside.png`,
    ].map((src) => `<p><img src="${src}"></p>`);
    const path = join(folder, 'site/Mill.html');
    await writeFile(path, html(images.join('')));
    const article = await bench.save({ kind: 'path', path });
    expect(article.receipt.resources.map(({ url, result }) => [url, result])).toEqual([
      ['Mill_files/wheel%201.png', 'stored'],
      ['Mill_files/missing.png', 'failed'],
      ['outside.png', 'failed'],
      ['link.png', 'blocked'],
      [`file://${folder}/outside.png`, 'blocked'],
    ]);
    expect(article.images).toHaveLength(1);
    expect(article.bodyHtml).toContain(`src="${article.images[0] ?? ''}"`);
  });

  it('say which images did not come with a file given alone', async () => {
    const article = await bench.save({ kind: 'file', name: 'Mill.html', bytes: base64(html('<p><img src="Mill_files/wheel.png"></p>')) });
    expect(article.receipt.resources).toEqual([
      expect.objectContaining({
        url: 'Mill_files/wheel.png',
        result: 'failed',
        reason: 'The image lies beside the file, which was given alone.',
      }),
    ]);
  });

  it('may carry megabytes of images inside', async () => {
    const picture = Buffer.concat([png(800, 600), Buffer.alloc(6_000_000, 1)]).toString('base64');
    const page = html(`<p><img src="data:image/png;base64,${picture}" alt="Wheel"></p>`).replace(
      '<html',
      '<!--\n Page saved with SingleFile \n url: https://example.com/mill \n saved date: today\n--><html',
    );
    const article = await bench.save({ kind: 'file', name: 'mill.html', bytes: base64(page) });
    expect(article.url).toBe('https://example.com/mill');
    expect(article.receipt.resources).toEqual([expect.objectContaining({ result: 'stored', bytes: 6_000_000 + png(800, 600).length })]);
  });
});

describe('files that hold no article', () => {
  const CASES: readonly { name: string; bytes: string | Uint8Array; code: CallError['code']; says?: RegExp }[] = [
    { name: 'empty.txt', bytes: '', code: 'empty-file', says: /“empty.txt” is empty/ },
    { name: 'blank.txt', bytes: ' \n\t\n', code: 'empty-file' },
    { name: 'report.pdf', bytes: '%PDF-1.4 …', code: 'unsupported-file', says: /a PDF that is damaged/ },
    { name: 'renamed.txt', bytes: png(3, 3), code: 'unsupported-file', says: /an image/ },
    { name: 'letter.docx', bytes: Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), code: 'unsupported-file', says: /office document/ },
    { name: 'letter.rtf', bytes: '{\\rtf1\\ansi Hello}', code: 'unsupported-file', says: /RTF/ },
    { name: 'page.html.gz', bytes: gzipSync(html('')), code: 'unsupported-file', says: /compressed/ },
    {
      name: 'noise.txt',
      bytes: Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919 + (n >> 3)) % 256)),
      code: 'unsupported-file',
    },
    { name: 'zeros.txt', bytes: Buffer.alloc(4000), code: 'unsupported-file' },
    {
      name: 'subscriptions.opml',
      bytes: '<?xml version="1.0"?><opml version="2.0"><body/></opml>',
      code: 'unsupported-file',
      says: /list/,
    },
    {
      name: 'letter.mhtml',
      bytes:
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\n\r\n--x--\r\n',
      code: 'unsupported-file',
      says: /without a page/,
    },
    {
      name: 'shell.html',
      bytes: '<!doctype html><html><body><div id="root"></div></body></html>',
      code: 'not-an-article',
      says: /almost no text/,
    },
  ];
  it.each(CASES)('says why $name is not saved', async ({ name, bytes, code, says }) => {
    const error = await bench.failure({ kind: 'file', name, bytes: base64(bytes) });
    expect(error).toMatchObject({ code, retryable: false });
    expect(error.message).toMatch(says ?? /\.$/);
  });

  it('says so for a path too', async () => {
    expect(await bench.failure({ kind: 'path', path: join(folder, 'nowhere.html') })).toMatchObject({
      code: 'file-not-found',
      message: expect.stringContaining('“nowhere.html”') as string,
    });
    expect((await bench.failure({ kind: 'path', path: join(folder, 'no\0where') })).code).toBe('file-not-found');
    expect((await bench.failure({ kind: 'path', path: folder })).code).toBe('unsupported-file');
    await writeFile(join(folder, 'long.txt'), 'long '.repeat(1000));
    expect((await bench.failure({ kind: 'path', path: join(folder, 'long.txt') }, { limits: { maxPage: 1000 } })).code).toBe('too-large');
    await writeFile(join(folder, 'empty.html'), '');
    expect((await bench.failure({ kind: 'path', path: join(folder, 'empty.html') })).code).toBe('empty-file');
  });

  it('says that a file may not be read', () => {
    expect(fileError('EACCES', '/home/me/locked.txt')).toMatchObject({
      code: 'no-permission',
      message: expect.stringContaining('“locked.txt” may not be read') as string,
    });
    expect(fileError('EIO', '/mnt/stick/a.txt').code).toBe('unsupported-file');
  });

  it('says that pasted text is empty', async () => {
    expect(await bench.failure({ kind: 'text', text: '  \n' })).toMatchObject({
      code: 'empty-file',
      message: expect.stringContaining('no text') as string,
    });
  });
});
