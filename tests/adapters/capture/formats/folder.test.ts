import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageAmong } from '../../../../electron/adapters/capture/formats/folder.ts';
import { png } from '../../../helpers/images.ts';
import { createCaptureBench, type CaptureBench } from '../capture-bench.ts';

const PROSE = Array.from(
  { length: 5 },
  (_, n) => `<p>Paragraph ${String(n)} tells of the kiln behind the pottery, of its fire, and of the woman who feeds it.</p>`,
).join('');
const html = (images: string): string =>
  `<!doctype html><html lang="en"><head><title>The kiln</title></head><body><article>${PROSE}${images}</article></body></html>`;

let folder: string;
let bench: CaptureBench;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-folder-'));
  bench = createCaptureBench();
});
afterAll(async () => {
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the page of a folder', () => {
  it.each([
    [['Kiln.html', 'Kiln_files'], 'Kiln.html'],
    [['Kiln.html', 'Kiln-Dateien', 'other.html'], 'Kiln.html'],
    [['a.html', 'b.html', 'b_dosyalar'], 'b.html'],
    [['index.html', 'about.html'], 'index.html'],
    [['only.mhtml', 'notes.txt', '.hidden.html'], 'only.mhtml'],
    [['a.html', 'b.html'], null],
    [['a.css', 'b.png'], null],
    [[], null],
  ])('of %j is %j', (names, page) => {
    expect(pageAmong(names)).toBe(page);
  });
});

describe('a complete page', () => {
  it('is saved from its folder, with its images', async () => {
    await mkdir(join(folder, 'saved/Kiln_files'), { recursive: true });
    await writeFile(
      join(folder, 'saved/Kiln.html'),
      html('<p><img src="Kiln_files/fire.png" alt="Fire"></p><p><img src="./Kiln_files/../../up.png"></p>'),
    );
    await writeFile(join(folder, 'saved/Kiln_files/fire.png'), png(600, 400));
    await writeFile(join(folder, 'up.png'), png(600, 400, [9, 9, 9]));
    const article = await bench.save({ kind: 'path', path: join(folder, 'saved') });
    expect(article.title).toBe('The kiln');
    expect(article.receipt).toMatchObject({ from: 'Kiln.html' });
    expect(article.receipt.resources.map(({ url, result }) => [url, result])).toEqual([
      ['Kiln_files/fire.png', 'stored'],
      ['up.png', 'failed'],
    ]);
  });

  it('says what to choose where a folder is no page', async () => {
    expect(await bench.failure({ kind: 'path', path: join(folder, 'saved/Kiln_files') })).toMatchObject({
      code: 'unsupported-file',
      message: '“Kiln_files” is a folder without a page in it. Choose the page that lies beside it.',
    });
    await mkdir(join(folder, 'two'));
    await writeFile(join(folder, 'two/a.html'), html(''));
    await writeFile(join(folder, 'two/b.html'), html(''));
    expect((await bench.failure({ kind: 'path', path: join(folder, 'two') })).message).toBe(
      '“two” is a folder with several pages. Choose one of them.',
    );
  });

  it('is saved from what was dropped together, and from nothing else', async () => {
    const page = html(
      ['Kiln_files/fire%201.png', 'Kiln_files/gone.png', '../outside.png', '/etc/hostname', 'Kiln_files/%2e%2e/%2e%2e/x.png']
        .map((src) => `<p><img src="${src}"></p>`)
        .join(''),
    );
    const article = await bench.save({
      kind: 'file',
      name: 'Kiln.html',
      bytes: Buffer.from(page).toString('base64'),
      beside: [{ path: 'Kiln_files/fire 1.png', bytes: png(600, 400).toString('base64') }],
    });
    expect(article.receipt.resources.map(({ url, result }) => [url, result])).toEqual([
      ['Kiln_files/fire%201.png', 'stored'],
      ['Kiln_files/gone.png', 'failed'],
      ['outside.png', 'failed'],
      ['etc/hostname', 'failed'],
      ['x.png', 'failed'],
    ]);
  });
});
