import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectControl } from '../../../electron/adapters/control/control.ts';
import type { CallResult } from '../../../electron/contract/errors.ts';
import type { ArticleJson } from '../../../electron/contract/entities.ts';
import { AppError } from '../../../electron/core/errors.ts';
import { startHeadless, type Headless } from '../../../electron/headless/server.ts';

/** A red square of 40 × 40 pixels. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAoCAIAAAADnC86AAAALklEQVR42u3NQQ0AAAgEoOufvDG0' +
  'gT9BWCa7rUhERERERERERERERERERERE5MMD+AsAAaPAZLMAAAAASUVORK5CYII=';
const PAGE = `<!doctype html><html lang="en"><head><title>The bridge opens</title></head><body><article><h1>The bridge opens</h1>
<img src="data:image/png;base64,${PNG}" width="400" height="300" alt="The bridge">
${'<p>The new bridge over the river opened on Thursday after three years of work, and the first to cross it were the masons.</p>'.repeat(8)}
</article></body></html>`;

let folder: string;
let headless: Headless;
let base: URL;
let cookie: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-headless-'));
  headless = await startHeadless({ root: join(folder, 'library'), open: false, samples: false });
  base = new URL(headless.url);
  const answer = await fetch(headless.url, { redirect: 'manual' });
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
});
afterEach(async () => {
  await headless.close();
  await rm(folder, { recursive: true, force: true });
});

async function call<T>(method: string, input: unknown): Promise<T> {
  const response = await fetch(new URL('/rpc', base), {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: base.origin },
    body: JSON.stringify({ method, input }),
  });
  const result = (await response.json()) as CallResult<T>;
  if (!result.ok) throw new AppError(result.error.code, result.error.message);
  return result.value;
}

const get = (path: string): Promise<Response> => fetch(new URL(path, base), { headers: { cookie } });
const save = (): Promise<{ article: ArticleJson }> =>
  call('capture.save', { input: { kind: 'file', name: 'bridge.html', bytes: Buffer.from(PAGE).toString('base64') } });

describe('the headless host', () => {
  it('saves, lists and shows an article over HTTP, and tells it as an event', async () => {
    const events = await get('/events');
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    const heard: string[] = [];
    const listening = (async () => {
      for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) heard.push(next.value);
    })().catch(() => undefined);

    const { article } = await save();
    const list = await call<{ total: number; rows: { id: string }[] }>('articles.list', { view: { kind: 'all' }, query: 'masons' });
    expect(list.rows.map((row) => row.id)).toEqual([article.id]);
    expect((await call<{ html: string }>('articles.content', { id: article.id })).html).toContain('masons');
    await expect.poll(() => heard.join('')).toContain(`"type":"articles","rows":[{"id":"${article.id}"`);
    await reader?.cancel();
    await listening;
  });

  it('serves the images that the article refers to, as they were stored', async () => {
    const { article } = await save();
    const { html } = await call<{ html: string }>('articles.content', { id: article.id });
    const source = /src="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(source).toMatch(/^\/images\//);
    const response = await get(source);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(PNG);
    expect((await fetch(new URL(source, base))).status).toBe(401);
  });

  it('lets the library out and in again over HTTP', async () => {
    await save();
    const archive = await (await get('/export/library.zip')).arrayBuffer();
    const response = await fetch(new URL('/import', base), { method: 'POST', headers: { cookie, origin: base.origin }, body: archive });
    expect(await response.json()).toMatchObject({ ok: true, value: { articles: 1 } });
    await expect.poll(async () => (await call<{ total: number }>('articles.list', { view: { kind: 'all' } })).total).toBe(1);
  });

  it('tells a second one its address, and ends with every window gone', async () => {
    const error = (await startHeadless({ root: join(folder, 'library'), open: false, samples: false }).catch(
      (thrown: unknown) => thrown,
    )) as AppError;
    expect(error.code).toBe('library-locked');
    const connection = await connectControl(String(error.details['endpoint']));
    expect(connection.hello.url).toBe(headless.url);
    connection.close();
    const events = await get('/events');
    await headless.close();
    await expect(events.text()).rejects.toThrow();
    await expect(get('/')).rejects.toThrow();
  });

  it('leaves nothing open when its port is taken', async () => {
    const other = join(folder, 'other');
    const start = (port: number): Promise<Headless> => startHeadless({ root: other, port, open: false, samples: false });
    await expect(start(Number(base.port))).rejects.toMatchObject({ code: 'invalid-input' });
    const again = await start(0);
    await again.close();
  });
});
