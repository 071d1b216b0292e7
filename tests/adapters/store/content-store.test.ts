import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openContent } from '../../../electron/adapters/store/content.ts';
import { articleRecord, contentMeta, libraryRoot, open, saveArticle, systemError } from './store-fixture.ts';

const HOURS = 60 * 60 * 1000;
const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

describe('an article’s folder', () => {
  it('holds the page, its text, its source and its meta.json, and the hashes tell them apart', async () => {
    const root = libraryRoot();
    const { store, content } = await open(root);
    const id = await store.allocateId();
    const files = { articleHtml: '<p>Iğdır</p>', text: 'Iğdır', sourceGz: Buffer.from([1, 2, 3]), meta: contentMeta(articleRecord(id)) };
    const hashes = await content.write(id, files);
    const folder = join(root, 'content', id.slice(0, 4), id);
    expect(readdirSync(folder).sort()).toEqual(['article.html', 'meta.json', 'source.html.gz', 'text.txt']);
    for (const [name, sum] of Object.entries(hashes)) expect(hash(readFileSync(join(folder, name)))).toBe(sum);
    expect({ ...(await content.readMeta(id)).receipt.hashes, 'meta.json': hashes['meta.json'] }).toEqual(hashes);
    expect(content.folderOf(id)).toBe(`content/${id.slice(0, 4)}/${id}`);
  });

  it('can be read without the lock', async () => {
    const root = libraryRoot();
    const library = await open(root);
    const id = await saveArticle(library, 'Text');
    const reader = openContent(root);
    expect(await reader.readText(id)).toBe('Text');
    expect(await reader.readHtml(id)).toContain('<p>Text</p>');
  });

  it('without a meta.json is what a write that fails leaves: it comes last', async () => {
    const root = libraryRoot();
    const { store, content } = await open(root, {
      faults: (operation, path) => {
        if (operation === 'write' && path.includes('text.txt')) throw systemError('ENOSPC');
      },
    });
    const id = await store.allocateId();
    const write = content.write(id, { articleHtml: '', text: 'x', sourceGz: null, meta: contentMeta(articleRecord(id)) });
    await expect(write).rejects.toMatchObject({ code: 'disk-full' });
    await expect(write).rejects.toThrow(/The article could not be stored: the disk is full\. Free some space/);
    expect(existsSync(join(root, content.folderOf(id), 'meta.json'))).toBe(false);
    expect(store.readOnly).toBeNull();
  });

  it('that is missing or damaged is a sentence', async () => {
    const root = libraryRoot();
    const library = await open(root);
    await expect(library.content.readHtml('0000aaaaaaaa')).rejects.toMatchObject({ code: 'library-damaged' });
    const id = await saveArticle(library, 'Text');
    writeFileSync(join(root, library.content.folderOf(id), 'meta.json'), '{"v":1');
    await expect(library.content.readMeta(id)).rejects.toThrow(/meta\.json is damaged/);
    await library.content.removeContent(id);
    expect(existsSync(join(root, library.content.folderOf(id)))).toBe(false);
  });
});

describe('images', () => {
  it('are stored once under the hash of their bytes', async () => {
    const root = libraryRoot();
    const { content } = await open(root);
    const bytes = Buffer.from('an image');
    const [first, second] = [await content.putImage(bytes, 'jpg'), await content.putImage(bytes, 'jpg')];
    expect(first).toEqual({ path: `images/${hash(bytes).slice(0, 2)}/${hash(bytes)}.jpg`, sha256: hash(bytes), bytes: 8 });
    expect(second).toEqual(first);
    expect((await content.putImage(bytes, '../../x')).path).toMatch(/\.bin$/);
  });

  it('that were damaged are healed by storing them again', async () => {
    const root = libraryRoot();
    const { content } = await open(root);
    const { path } = await content.putImage(Buffer.from('an image'), 'jpg');
    writeFileSync(join(root, path), Buffer.alloc(8));
    await content.putImage(Buffer.from('an image'), 'jpg');
    expect(readFileSync(join(root, path), 'utf8')).toBe('an image');
  });

  it('that no article names are swept away once they are an hour old', async () => {
    const root = libraryRoot();
    let now = Date.now();
    const { content } = await open(root, { clock: { now: () => now } });
    const [used, unused, reused] = await Promise.all(
      ['used', 'unused', 'reused'].map((text) => content.putImage(Buffer.from(text), 'png')),
    );
    const referenced = new Set([used?.path ?? '']);
    expect(await content.sweepImages(referenced)).toEqual({ removed: 0, bytes: 0 });
    now += 2 * HOURS;
    // A save that stores the same bytes again is about to name it.
    await content.putImage(Buffer.from('reused'), 'png');
    expect(await content.sweepImages(referenced)).toEqual({ removed: 1, bytes: 6 });
    expect([used, unused, reused].map((image) => existsSync(join(root, image?.path ?? '')))).toEqual([true, false, true]);
  });

  it('half-written by a crash are swept away too', async () => {
    const root = libraryRoot();
    const { content } = await open(root);
    const { path } = await content.putImage(Buffer.from('an image'), 'jpg');
    const left = join(root, path, '..', '.left.1.tmp');
    writeFileSync(left, 'half');
    const old = new Date(Date.now() - 2 * HOURS);
    utimesSync(left, old, old);
    await content.sweepImages(new Set([path]));
    expect(existsSync(left)).toBe(false);
    expect(statSync(join(root, path)).size).toBe(8);
  });
});
