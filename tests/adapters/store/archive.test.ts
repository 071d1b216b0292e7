import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { exportArchive, exportArchiveStream, stageArchive, swapLibrary } from '../../../electron/adapters/store/archive.ts';
import { addRecord, contentsOf, dropKeptJournal, libraryRoot, open, retitle, saveArticle, withLibrary } from './store-fixture.ts';

/** Every file below a folder, by path with `/`. */
function filesIn(folder: string): Record<string, string> {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'latin1')]));
}

async function savedLibrary(): Promise<{ root: string; archive: string; contents: unknown }> {
  const root = libraryRoot();
  const archive = join(dirname(root), 'archive.zip');
  const contents = await withLibrary(root, async (library) => {
    for (let n = 0; n < 3; n++) await saveArticle(library, `Article ${n}`, { image: 'shared' });
    await library.store.commit({
      library: (draft) => void (draft.tags['t000000001'] = { id: 't000000001', name: 'Türkiye' }),
      tombstones: [{ id: '0000purged00', purgedAt: '2024-01-01T00:00:00.000Z' }],
    });
    const { files, bytes } = await exportArchive(library.store, archive);
    expect(files).toBe(2 + 1 + 3 * 4 + 1);
    expect(bytes).toBe(statSync(archive).size);
    return structuredClone(await contentsOf(library));
  });
  return { root, archive, contents };
}

async function makeZip(path: string, entries: Record<string, string | Buffer>, mode = 0o100644): Promise<void> {
  const zip = new ZipFile();
  for (const [name, data] of Object.entries(entries)) zip.addBuffer(Buffer.from(data), name, { mode, compress: false });
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
}

const siblings = (root: string) => readdirSync(dirname(root)).sort();

describe('a library that goes out as an archive', () => {
  it('comes back identical where there is none any more', async () => {
    const { root, archive, contents } = await savedLibrary();
    dropKeptJournal(root);
    const before = filesIn(root);
    rmSync(root, { recursive: true });
    await withLibrary(root, async () => undefined);
    const { staging, articles } = await stageArchive(archive, root);
    expect(articles).toBe(3);
    expect(await swapLibrary(root, staging)).toEqual({ keptAt: null });
    expect(siblings(root)).toEqual(['archive.zip', 'library']);
    expect(filesIn(root)).toEqual(before);
    await withLibrary(root, async (library) => {
      expect(await contentsOf(library)).toEqual(contents);
      expect(library.store.report).toMatchObject({ notes: [], problems: [] });
      expect(await library.store.isPurged('0000purged00')).toBe(true);
    });
  });

  it('keeps the library that it replaces', async () => {
    const { root, archive } = await savedLibrary();
    const id = await withLibrary(root, (library) => addRecord(library, { title: 'Only here' }));
    const { staging } = await stageArchive(archive, root);
    const { keptAt } = await swapLibrary(root, staging);
    expect(keptAt).toContain(`${root}.before-import-`);
    await withLibrary(keptAt ?? '', async ({ store }) => expect((await store.get(id))?.title).toBe('Only here'));
    await withLibrary(root, async ({ store }) => expect(await store.get(id)).toBeNull());
  });

  it('leaves out the lock, the cache and whatever is not the library’s', async () => {
    const { root, archive } = await savedLibrary();
    mkdirSync(join(root, 'cache'));
    for (const name of ['cache/index.db', '.library.json.1.tmp', 'notes.txt', 'articles/0000.json.damaged-1'])
      writeFileSync(join(root, name), 'x');
    const library = await open(root);
    await exportArchive(library.store, archive);
    await library.close();
    const { staging } = await stageArchive(archive, root);
    const names = Object.keys(filesIn(staging));
    expect(names.filter((name) => !/^(articles|content|images|journal)\//.test(name))).toEqual(['format.json', 'library.json']);
    expect(names.filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('is the state of one moment, whatever is edited, saved and deleted meanwhile', async () => {
    const root = libraryRoot();
    const archive = join(dirname(root), 'archive.zip');
    const library = await open(root);
    const ids: string[] = [];
    for (let n = 0; n < 20; n++) ids.push(await saveArticle(library, `Article ${n}`));
    let going = true;
    const exported = exportArchive(library.store, archive).finally(() => (going = false));
    for (let n = 0; going; n++) {
      const id = ids[n % ids.length] ?? '';
      await retitle(library, id, `edit ${n}`);
      if (n === 3) {
        await library.store.commit({ tombstones: [{ id, purgedAt: '2024-01-01T00:00:00.000Z' }] });
        await library.content.removeContent(id);
      }
      if (n < 10) await saveArticle(library, `new ${n}`);
    }
    await exported;
    const { articles } = await stageArchive(archive, root);
    expect(articles).toBeGreaterThanOrEqual(20);
    await library.store.checkpoint();
  });

  it('of a library with damage goes out and comes back with the same damage', async () => {
    const { root, archive } = await savedLibrary();
    const library = await open(root);
    const id = await saveArticle(library, 'Damaged');
    rmSync(join(root, library.content.folderOf(id), 'text.txt'));
    await exportArchive(library.store, archive);
    await library.close();
    expect(await stageArchive(archive, root)).toMatchObject({ articles: 4 });
  });

  it('that cannot be written leaves no half archive and says why', async () => {
    const { root } = await savedLibrary();
    const library = await open(root);
    await expect(exportArchive(library.store, join(dirname(root), 'none', 'a.zip'))).rejects.toMatchObject({ code: 'file-not-found' });
    await expect(exportArchive(library.store, join(root, 'a.zip'))).rejects.toMatchObject({ code: 'invalid-input' });
    expect(siblings(root)).toEqual(['archive.zip', 'library']);
  });

  it('can be streamed, and stopped half-way', async () => {
    const { root, archive } = await savedLibrary();
    const library = await open(root);
    await pipeline(exportArchiveStream(library.store), createWriteStream(archive));
    expect(await stageArchive(archive, root)).toMatchObject({ articles: 3 });
    const stopped = exportArchiveStream(library.store);
    const ended = new Promise((resolve) => stopped.once('close', resolve));
    stopped.destroy();
    await ended;
    await library.store.checkpoint();
  });
});

describe('an archive that is not in order', () => {
  const format = JSON.stringify({ format: 'offprint-library', version: 1 });

  async function refused(archive: string, root: string, code: string, sentence: RegExp): Promise<void> {
    const before = filesIn(root);
    const staged = stageArchive(archive, root);
    await expect(staged).rejects.toMatchObject({ code });
    await expect(staged).rejects.toThrow(sentence);
    expect(siblings(root).filter((name) => name.includes('importing'))).toEqual([]);
    expect(filesIn(root)).toEqual(before);
  }

  it('is refused where it is no zip, cut short, or not there', async () => {
    const { root, archive } = await savedLibrary();
    const bytes = readFileSync(archive);
    writeFileSync(archive, 'no zip at all');
    await refused(archive, root, 'archive-invalid', /not a zip file/);
    writeFileSync(archive, bytes.subarray(0, bytes.length >> 1));
    await refused(archive, root, 'archive-invalid', /cut off/);
    await refused(`${archive}-none`, root, 'file-not-found', /There is no file/);
  });

  it('is refused where a byte of it is wrong', async () => {
    const { root, archive } = await savedLibrary();
    const bytes = readFileSync(archive);
    const at = bytes.indexOf('source of Article 1');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(archive, bytes);
    await refused(archive, root, 'archive-invalid', /damaged/);
  });

  it('is refused where it is not a library, or not a whole one', async () => {
    const { root, archive } = await savedLibrary();
    await makeZip(archive, { 'holiday.jpg': 'x' });
    await refused(archive, root, 'archive-invalid', /no format\.json/);
    const files = filesIn(root);
    const some = Object.entries(files).filter(([name]) => !name.endsWith('text.txt'));
    await makeZip(archive, Object.fromEntries(some.map(([name, data]) => [name, Buffer.from(data, 'latin1')])));
    await refused(archive, root, 'archive-invalid', /does not hold a whole library.*nothing was changed/);
  });

  it('is refused where it comes from a newer Offprint', async () => {
    const { root, archive } = await savedLibrary();
    await makeZip(archive, { 'format.json': JSON.stringify({ format: 'offprint-library', version: 9 }) });
    await refused(archive, root, 'library-newer', /newer Offprint/);
  });

  it('cannot write outside of its folder', async () => {
    const { root, archive } = await savedLibrary();
    // The zip writer refuses such names, so a harmless one of the same length is changed in the bytes.
    await makeZip(archive, { 'format.json': format, 'aa/aa/evil.txt': 'evil' });
    const bytes = readFileSync(archive);
    for (let at = bytes.indexOf('aa/aa/evil'); at >= 0; at = bytes.indexOf('aa/aa/evil')) bytes.write('../../evil', at);
    writeFileSync(archive, bytes);
    await refused(archive, root, 'archive-invalid', /outside of it/);
    expect(existsSync(join(dirname(root), 'evil.txt'))).toBe(false);
  });

  it('cannot bring links, nor files that are no part of a library', async () => {
    const { root, archive } = await savedLibrary();
    await makeZip(archive, { 'format.json': '/etc/passwd' }, 0o120777);
    await refused(archive, root, 'archive-invalid', /links/);
    const files = Object.entries(filesIn(root)).map(([name, data]) => [name, Buffer.from(data, 'latin1')] as const);
    const allowed = { lock: '{}', 'cache/index.db': 'x', 'content/0000/.hidden': 'x', 'notes.txt': 'x' };
    await makeZip(archive, { ...Object.fromEntries(files), ...allowed });
    const { staging } = await stageArchive(archive, root);
    expect(Object.keys(filesIn(staging)).filter((name) => name in allowed)).toEqual([]);
  });

  it('packed by hand with its folder around it is understood', async () => {
    const { root, archive, contents } = await savedLibrary();
    const files = Object.entries(filesIn(root)).map(([name, data]) => [`my library/${name}`, Buffer.from(data, 'latin1')] as const);
    await makeZip(archive, Object.fromEntries(files));
    const { staging } = await stageArchive(archive, root);
    await withLibrary(staging, async (library) => expect(await contentsOf(library)).toEqual(contents));
  });
});

describe('an import that was cut off', () => {
  it('between the two renames is undone when the library is opened next', async () => {
    const { root, archive, contents } = await savedLibrary();
    await stageArchive(archive, root);
    renameSync(root, `${root}.before-import-2024-01-01`);
    await withLibrary(root, async (library) => {
      expect(await contentsOf(library)).toEqual(contents);
      expect(library.store.report.notes[0]).toMatch(/import was cut off/);
    });
  });

  it('leaves nothing for ever: the next one clears it away', async () => {
    const { root, archive } = await savedLibrary();
    const { staging: first } = await stageArchive(archive, root);
    const { staging: second } = await stageArchive(archive, root);
    expect([existsSync(first), existsSync(second)]).toEqual([false, true]);
  });
});
