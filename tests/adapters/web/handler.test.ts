import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebHandler, type WebHandler } from '../../../electron/adapters/web/handler.ts';
import type { CallResult } from '../../../electron/contract/errors.ts';
import { AppError } from '../../../electron/core/errors.ts';

const ORIGIN = 'http://127.0.0.1:1234';
const SHA = `ab${'0'.repeat(62)}`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

let folder: string;
let handler: WebHandler;
let exportArchive: () => ReadableStream<Uint8Array>;
let imported: { method: string; size: number; path: string }[];

const streamOf = (...pieces: string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-web-'));
  await mkdir(join(folder, 'renderer/assets'), { recursive: true });
  await mkdir(join(folder, 'library/images/ab'), { recursive: true });
  await mkdir(join(folder, 'library/content'), { recursive: true });
  await writeFile(join(folder, 'renderer/index.html'), '<!doctype html><title>Offprint</title>');
  await writeFile(join(folder, 'renderer/frame.html'), '<!doctype html>');
  await writeFile(join(folder, 'renderer/assets/index-Ab_1.js'), 'export {};');
  await writeFile(join(folder, 'renderer/.secret.html'), 'hidden');
  await writeFile(join(folder, 'library/library.json'), '{"secret":true}');
  await mkdir(join(folder, 'library/content/0000/0000abcdefgh'), { recursive: true });
  await writeFile(join(folder, 'library/content/0000/0000abcdefgh/original.pdf'), '%PDF-1.7 whole');
  await writeFile(join(folder, 'library/content/0000/0000abcdefgh/text.txt'), 'secret');
  await writeFile(join(folder, `library/images/ab/${SHA}.jpg`), Buffer.alloc(200_000, 7));
  await writeFile(join(folder, `library/images/ab/${SHA}.svg`), SVG);
  await writeFile(join(folder, `library/images/ab/${SHA}.exe`), 'MZ');
  imported = [];
  handler = createWebHandler({
    renderer: join(folder, 'renderer'),
    library: () => join(folder, 'library'),
    exportArchive: () => exportArchive(),
    app: {
      dispatch: async (method, input): Promise<CallResult<unknown>> => {
        const { path } = input as { path: string };
        const { readFile } = await import('node:fs/promises');
        imported.push({ method, path, size: (await readFile(path)).length });
        return { ok: true, value: { articles: 3, keptAt: null } };
      },
    },
  });
});
afterAll(() => rm(folder, { recursive: true }));

const get = (path: string, init?: RequestInit): Promise<Response> => handler(new Request(ORIGIN + path, init));

describe('the pages of the window', () => {
  it('come with a policy that lets nothing in from elsewhere', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "object-src 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await response.text()).toContain('Offprint');
  });

  it('give the article its frame without any script', async () => {
    const policy = (await get('/frame.html')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
  });

  it('are kept where their name carries a hash, and asked for again otherwise', async () => {
    expect((await get('/assets/index-Ab_1.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/assets/index-Ab_1.js')).headers.get('content-type')).toContain('text/javascript');
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
  });

  it('send no referrer and are not guessed at', async () => {
    const { headers } = await get('/');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('answer HEAD without a body', async () => {
    const response = await get('/', { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe('38');
    expect(await response.text()).toBe('');
  });

  it.each([
    '/../library/library.json',
    '/..%2flibrary/library.json',
    '/%2e%2e/library/library.json',
    '/%2e%2e%2flibrary%2flibrary.json',
    '/..%5clibrary%5clibrary.json',
    '/assets/../../library/library.json',
    '/assets/..%2f..%2flibrary%2flibrary.json',
    '/.secret.html',
    '/index.html%00.js',
    '/index.html.',
    '/C:/Windows/win.ini.txt',
    '//etc/hosts.txt',
    '/library',
    '/assets',
    '/nothing.html',
    '/package.exe',
  ])('are all that can be reached: %s is not found', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('cannot be changed with %s', async (method) => {
    const response = await get('/', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('the images of the library', () => {
  it('come whole, with their type, and for ever', async () => {
    const response = await get(`/images/ab/${SHA}.jpg`);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(response.headers.get('content-length')).toBe('200000');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(200_000).fill(7));
  });

  it('run nothing when one is opened as a page', async () => {
    const response = await get(`/images/ab/${SHA}.svg`);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/(^|; )sandbox($|;)/);
  });

  it.each([
    `/images/ab/${SHA}.exe`,
    `/images/cd/${SHA}.jpg`,
    `/images/ab/${SHA.toUpperCase()}.jpg`,
    `/images/ab/../../library.json`,
    `/images/ab/..%2f..%2flibrary.json`,
    `/images/ab/${SHA}.jpg/`,
    `/images/ab/${SHA}.jpg%00`,
    `/images/ab/cd${'0'.repeat(62)}.jpg`,
    '/images/',
    '/images/ab',
  ])('are all of the library that can be reached: %s is not found', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  it('can be left half-way', async () => {
    const response = await get(`/images/ab/${SHA}.jpg`);
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    await reader?.cancel();
  });
});

describe('the archive of the library', () => {
  it('leaves as a download while it is being made', async () => {
    exportArchive = () => streamOf('PK', '\u0003\u0004', 'rest');
    const response = await get('/export/library.zip');
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="Offprint library \d{4}-\d\d-\d\d\.zip"$/);
    expect(await response.text()).toBe('PK\u0003\u0004rest');
  });

  it('answers with the sentence when it cannot be made', async () => {
    exportArchive = () =>
      new ReadableStream({
        pull: () => {
          throw new AppError('library-read-only', 'The library cannot be read.');
        },
      });
    const response = await get('/export/library.zip');
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      ok: false,
      error: { code: 'library-read-only', message: 'The library cannot be read.' },
    });
  });

  it('breaks off a download that fails half-way, so that it cannot pass for a whole one', async () => {
    let pulls = 0;
    exportArchive = () =>
      new ReadableStream(
        {
          pull: (controller) => {
            if (++pulls > 1) throw new AppError('disk-full', 'No room.');
            controller.enqueue(new Uint8Array(3));
          },
        },
        { highWaterMark: 0 },
      );
    await expect((await get('/export/library.zip')).arrayBuffer()).rejects.toThrow('No room.');
  });

  it('cannot be started by an image or a frame of an article', async () => {
    exportArchive = () => {
      throw new Error('must not be asked');
    };
    for (const use of ['image', 'iframe', 'style']) {
      expect((await get('/export/library.zip', { headers: { 'sec-fetch-dest': use } })).status).toBe(403);
    }
    expect((await get('/export/other.zip')).status).toBe(404);
  });

  it('comes in as a file that is there only while it is imported', async () => {
    const before = (await readdir(tmpdir())).filter((name) => name.startsWith('offprint-import-'));
    const body = streamOf('x'.repeat(100_000), 'y'.repeat(50_000));
    const response = await handler(new Request(`${ORIGIN}/import`, { method: 'POST', body, duplex: 'half' } as RequestInit));
    expect(await response.json()).toEqual({ ok: true, value: { articles: 3, keptAt: null } });
    expect(imported.at(-1)).toMatchObject({ method: 'library.import', size: 150_000 });
    const after = (await readdir(tmpdir())).filter((name) => name.startsWith('offprint-import-'));
    expect(after).toEqual(before);
  });

  it('is not imported when it is empty, broken off, or only asked for', async () => {
    const empty = await get('/import', { method: 'POST' });
    expect(await empty.json()).toMatchObject({ ok: false, error: { code: 'archive-invalid' } });
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('the sender went away')) });
    const response = await handler(new Request(`${ORIGIN}/import`, { method: 'POST', body: broken, duplex: 'half' } as RequestInit));
    expect(await response.json()).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect((await get('/import')).status).toBe(405);
    expect(imported).toHaveLength(1);
  });

  describe('in pieces', () => {
    const id = '0b0c2b54-7e3b-4a43-8f3c-0123456789ab';
    const piece = async (query: string, body: string): Promise<unknown> => (await get(`/import?${query}`, { method: 'POST', body })).json();

    it('is put together in order and imported with the last one', async () => {
      const count = imported.length;
      expect(await piece(`upload=${id}&at=0`, 'abc')).toEqual({ ok: true, value: { received: 3 } });
      expect(await piece(`upload=${id}&at=3`, 'de')).toEqual({ ok: true, value: { received: 5 } });
      expect(imported).toHaveLength(count);
      expect(await piece(`upload=${id}&at=5&last`, 'f')).toMatchObject({ ok: true, value: { articles: 3 } });
      expect(imported.at(-1)).toMatchObject({ method: 'library.import', size: 6 });
      // It is done with: nothing can be added any more.
      expect(await piece(`upload=${id}&at=6&last`, 'g')).toMatchObject({ ok: false, error: { code: 'archive-invalid' } });
    });

    it('is not imported when one is missing, twice there, or no piece at all', async () => {
      const count = imported.length;
      await piece(`upload=${id}&at=0`, 'abc');
      expect(await piece(`upload=${id}&at=9&last`, 'x')).toMatchObject({ ok: false, error: { code: 'archive-invalid' } });
      expect(await piece(`upload=${id}&at=3&last`, 'x')).toMatchObject({ ok: false, error: { code: 'archive-invalid' } });
      for (const query of ['upload=../../x&at=0', `upload=${id}&at=-1`, `upload=${id}&at=NaN`, 'at=1']) {
        expect(await piece(query, 'x')).toMatchObject({ ok: false });
      }
      expect(imported).toHaveLength(count);
    });
  });
});

describe('the PDF that an article was made from', () => {
  it('is served as a document of its own, and nothing beside it is', async () => {
    const response = await get('/original/0000abcdefgh.pdf', { headers: { 'sec-fetch-dest': 'document' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('%PDF-1.7 whole');
    for (const path of [
      '/original/0000abcdefgz.pdf',
      '/original/0000abcdefgh',
      '/original/0000abcdefgh/text.txt',
      '/original/..%2f..%2flibrary.json',
      '/original/',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('is no part of any page', async () => {
    for (const use of ['image', 'iframe', 'embed', 'object']) {
      expect((await get('/original/0000abcdefgh.pdf', { headers: { 'sec-fetch-dest': use } })).status).toBe(403);
    }
  });
});
