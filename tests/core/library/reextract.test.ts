import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXTRACTOR_VERSION } from '../../../electron/core/capture/extractor-version.ts';
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
});
afterEach(() => library.close());

const PROSE = '<p>The ferry leaves the old harbour every morning, and comes back before the lamps of the mole are lit.</p>'.repeat(6);
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry</title></head><body><article><h1>The ferry</h1>${body}</article></body></html>`;
const receiptOf = async (id: string) => (await library.call('articles.get', { id })).fullReceipt;
const outdated = async () => (await library.call('library.outdated', {})).ids;

async function saveFerry(body = PROSE): Promise<string> {
  web.on('/ferry', page(body));
  return (await library.call('capture.save', { input: { kind: 'url', url: web.url('/ferry') } })).article.id;
}

const withoutVersion = <T extends { extractorVersion?: number | undefined }>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'extractorVersion')) as T;

/** As if an older version had saved it: its text as that one would have found it. */
async function makeOlder(id: string, options: { text?: string; noted?: boolean } = {}): Promise<void> {
  const { store, content } = library.opened;
  const meta = await content.readMeta(id);
  const receipt = withoutVersion(meta.receipt);
  const source = await content.readSource(id);
  const files = await content.write(id, {
    articleHtml: await content.readHtml(id),
    text: options.text ?? (await content.readText(id)),
    sourceGz: source && gzipSync(source),
    meta: { ...meta, receipt },
  });
  await store.commit({
    articles: new Map([
      [
        id,
        (record) => {
          if (!record) return null;
          return { ...withoutVersion(record), files, ...(options.noted && { extractorVersion: EXTRACTOR_VERSION - 1 }) };
        },
      ],
    ]),
  });
}

describe('articles of an older extraction', () => {
  it.each([true, false])(
    'are told, and brought up to date in place where the words are the same (noted in the record: %s)',
    async (noted) => {
      const id = await saveFerry();
      expect(await outdated()).toEqual([]);
      await makeOlder(id, { noted });
      expect(await outdated()).toEqual([id]);
      web.forget();
      expect(await library.call('capture.renewNow', { id, what: 'reextract' })).toMatchObject({ changed: false });
      expect(web.requests).toEqual([]);
      expect((await receiptOf(id))?.extractorVersion).toBe(EXTRACTOR_VERSION);
      expect(await outdated()).toEqual([]);
      expect((await library.call('articles.versions', { id })).versions).toEqual([]);
    },
  );

  it('keep their highlights, also where the words are others now, and what they were becomes a version', async () => {
    const id = await saveFerry();
    await makeOlder(id, { text: `Share this\n${await library.opened.content.readText(id)}` });
    const text = await library.opened.content.readText(id);
    const exact = 'leaves the old harbour';
    const start = text.indexOf(exact);
    await library.call('highlights.add', {
      article: id,
      anchor: {
        exact,
        prefix: text.slice(Math.max(0, start - 20), start),
        suffix: text.slice(start + exact.length, start + exact.length + 20),
        start,
        end: start + exact.length,
      },
      color: 'green',
    });
    expect(await library.call('capture.renewNow', { id, what: 'reextract' })).toMatchObject({ changed: true });
    const { highlights } = await library.call('highlights.of', { article: id });
    expect(highlights).toMatchObject([{ exact, color: 'green' }]);
    expect((await library.call('articles.versions', { id })).versions).toMatchObject([{ n: 1, replacedBy: 'reextract' }]);
    expect(await outdated()).toEqual([]);
  });

  it('are not told where they are in the trash or their page was not kept', async () => {
    const id = await saveFerry();
    await makeOlder(id);
    await library.call('articles.trash', { ids: [id] });
    expect(await outdated()).toEqual([]);
  });
});

describe('an article whose document is missing', () => {
  const removeHtml = (id: string) => rm(join(library.root, library.opened.content.folderOf(id), 'article.html'));

  it.each(['again', 'reextract'] as const)('has it again when it is renewed (%s)', async (what) => {
    const id = await saveFerry();
    await removeHtml(id);
    await library.call('capture.renewNow', { id, what });
    expect(await library.opened.content.readHtml(id)).toContain('leaves the old harbour');
    expect((await library.call('articles.versions', { id })).versions).toEqual([]);
  });

  it('keeps its words as a version where the page has changed since', async () => {
    const id = await saveFerry();
    await removeHtml(id);
    web.on('/ferry', page(PROSE.replaceAll('every morning', 'on Sundays')));
    expect(await library.call('capture.renewNow', { id, what: 'again' })).toMatchObject({ changed: true });
    expect((await library.call('articles.version', { id, n: 1 })).text).toContain('every morning');
    await library.call('articles.restoreVersion', { id, n: 1 });
    expect(await library.opened.content.readHtml(id)).toContain('every morning');
  });
});

describe('an article out of a web archive', () => {
  it('keeps its pictures when it is extracted again', async () => {
    const part = (headers: string, body: string): string => `------X\r\n${headers}\r\n\r\n${body}\r\n`;
    const image = (seed: number): string => Buffer.from(png(640, 400, [seed, 90, 100])).toString('base64');
    const archive = [
      'MIME-Version: 1.0\r\nSnapshot-Content-Location: https://ferry.example/news/today\r\nContent-Type: multipart/related; type="text/html"; boundary="----X"\r\n\r\n',
      part(
        'Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://ferry.example/news/today',
        page(`${PROSE}<p>Caf=E9 on board.</p><p><img src=3D"cid:one@x" alt=3D"One"></p><p><img src=3D"/two.png" alt=3D"Two"></p>`).replace(
          '<meta charset="utf-8">',
          '',
        ),
      ),
      part('Content-Type: image/png\r\nContent-ID: <one@x>\r\nContent-Transfer-Encoding: base64', image(1)),
      part('Content-Type: image/png\r\nContent-Location: https://ferry.example/two.png\r\nContent-Transfer-Encoding: base64', image(2)),
      '------X--\r\n',
    ].join('');
    const { article } = await library.call('capture.save', {
      input: { kind: 'file', name: 'ferry.mhtml', bytes: Buffer.from(archive, 'latin1').toString('base64') },
    });
    const before = await library.record(article.id);
    expect(before.images).toHaveLength(2);
    await makeOlder(article.id);
    await library.call('capture.renewNow', { id: article.id, what: 'reextract' });
    const after = await library.record(article.id);
    expect(after.images).toEqual(before.images);
    expect(after.receipt).toMatchObject({ status: 'complete', images: 2, imagesStored: 2 });
    expect(await library.opened.content.readText(article.id)).toContain('Café on board.');
    expect(await library.opened.content.readHtml(article.id)).toContain(after.images[0]);
    expect(after.versions ?? []).toEqual([]);
    expect(after.extractorVersion).toBe(EXTRACTOR_VERSION);
  });
});
