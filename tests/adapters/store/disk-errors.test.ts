import { chmodSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../electron/core/errors.ts';
import type { FileOperation } from '../../../electron/adapters/store/files.ts';
import { openLibrary, type OpenedLibrary } from '../../../electron/adapters/store/open-library.ts';
import { verifyLibrary } from '../../../electron/adapters/store/verify.ts';
import { addRecord, dropKeptJournal, libraryRoot, open, retitle, saveArticle, systemError, withLibrary } from './store-fixture.ts';

const onJournal =
  (code: string, when: FileOperation, on: { value: boolean }, more = {}) =>
  (operation: FileOperation, path: string) => {
    if (on.value && operation === when && path.includes('journal')) throw systemError(code, more);
  };

describe('a write to the journal that fails', () => {
  it.each([
    ['ENOSPC', 'write', 'disk-full', /disk is full/],
    ['EROFS', 'write', 'library-read-only', /read-only/],
    ['EACCES', 'write', 'no-permission', /may not write/],
    ['EIO', 'sync', 'library-read-only', /answered with an error/],
  ] as const)('with %s on %s rolls memory back and leaves the library readable', async (code, operation, expected, sentence) => {
    const root = libraryRoot();
    const on = { value: false };
    const library = await open(root, { faults: onJournal(code, operation, on) });
    const id = await addRecord(library, { title: 'before' });
    const heard: string[] = [];
    library.store.onReadOnly((reason) => heard.push(reason));
    on.value = true;
    const failed = await Promise.allSettled([retitle(library, id, 'lost'), retitle(library, id, 'lost too')]);
    on.value = false;

    for (const result of failed) {
      const error: unknown = result.status === 'rejected' ? result.reason : null;
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: expected });
    }
    expect(library.store.readOnly).toMatch(sentence);
    expect(heard).toEqual([library.store.readOnly]);
    expect((await library.store.get(id))?.title).toBe('before');
    await expect(retitle(library, id, 'again')).rejects.toMatchObject({ code: 'library-read-only' });
    await expect(library.content.putImage(Buffer.from('x'), 'png')).rejects.toMatchObject({ code: 'library-read-only' });
    await library.close();
    await withLibrary(root, async ({ store }) => {
      expect((await store.get(id))?.title).toBe('before');
      expect(store.readOnly).toBeNull();
    });
  });

  it('half-way leaves no half line behind', async () => {
    const root = libraryRoot();
    const on = { value: false };
    const library = await open(root, { faults: onJournal('ENOSPC', 'write', on, { bytesWritten: 40 }) });
    const id = await addRecord(library, { title: 'before' });
    on.value = true;
    await expect(retitle(library, id, 'lost')).rejects.toMatchObject({ code: 'disk-full' });
    on.value = false;
    await library.close();
    await withLibrary(root, async ({ store }) => expect(store.report).toMatchObject({ notes: [], problems: [] }));
  });
});

describe('a checkpoint that fails', () => {
  it('loses nothing, and edits go on', async () => {
    const root = libraryRoot();
    let full = true;
    const library = await open(root, {
      faults: (operation, path) => {
        if (full && operation === 'write' && path.includes('articles')) throw systemError('ENOSPC');
      },
    });
    const id = await addRecord(library);
    await expect(library.store.checkpoint()).rejects.toMatchObject({ code: 'disk-full' });
    await retitle(library, id, 'goes on');
    full = false;
    await library.store.checkpoint();
    expect(readFileSync(join(root, 'articles', '0000.json'), 'utf8')).toContain('goes on');
    await library.close();
    dropKeptJournal(root);
    await withLibrary(root, async ({ store }) => expect((await store.get(id))?.title).toBe('goes on'));
  });
});

describe('a library in a folder that cannot be written', () => {
  it.each([
    ['EROFS', /read-only/],
    ['EACCES', /may not write/],
    ['ENOSPC', /disk is full/],
  ])('opens for reading (%s)', async (code, sentence) => {
    const root = libraryRoot();
    const id = await withLibrary(root, (library) => saveArticle(library, 'Readable'));
    const faults = () => {
      throw systemError(code);
    };
    await withLibrary(
      root,
      async (library) => {
        expect(library.store.readOnly).toMatch(sentence);
        expect((await library.store.get(id))?.title).toBe('Readable');
        expect(await library.content.readText(id)).toBe('Readable');
        await expect(retitle(library, id, 'no')).rejects.toMatchObject({ code: 'library-read-only' });
        const report = await verifyLibrary({ store: library.store, content: library.content, index: null, repair: true });
        expect(report.ok).toBe(true);
      },
      { faults },
    );
  });

  it('is refused where there is none yet', async () => {
    const faults = () => {
      throw systemError('EACCES');
    };
    await expect(openLibrary(libraryRoot(), { faults })).rejects.toMatchObject({ code: 'no-permission' });
  });

  it('opens for reading where the permissions say so', async () => {
    const root = libraryRoot();
    const id = await withLibrary(root, (library) => addRecord(library));
    chmodSync(dirname(root), 0o755);
    const folders = ['journal', 'articles', '.'].map((name) => join(root, name));
    for (const folder of folders) chmodSync(folder, 0o555);
    // Permissions mean nothing to root: be nobody for a moment.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      await withLibrary(root, async ({ store }) => {
        expect(store.readOnly).toMatch(/may not write/);
        expect(await store.get(id)).not.toBeNull();
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
      for (const folder of folders) chmodSync(folder, 0o755);
    }
  });
});

/** Opens, saves, edits and checkpoints; returns titles by id that were acknowledged. */
async function story(root: string, faults: (operation: FileOperation, path: string) => void): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  const expectAppError = (error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toMatch(/^(disk-full|library-read-only)$/);
    expect(error.message).not.toMatch(/ENOSPC|simulated|\bat \w+\./);
  };
  let library: OpenedLibrary;
  try {
    library = await openLibrary(root, { faults });
  } catch (error) {
    expectAppError(error);
    return acknowledged;
  }
  const attempt = async (work: () => Promise<void>) => work().catch(expectAppError);
  let id = '';
  await attempt(async () => {
    id = await saveArticle(library, 'first');
    acknowledged.set(id, 'first');
  });
  await attempt(async () => {
    if (id === '') return;
    await retitle(library, id, 'edited');
    acknowledged.set(id, 'edited');
  });
  await attempt(() => library.store.checkpoint());
  await attempt(async () => {
    const second = await saveArticle(library, 'second');
    acknowledged.set(second, 'second');
  });
  await library.close().catch(expectAppError);
  return acknowledged;
}

describe('a disk that is full', () => {
  it.each([0, 7])(
    'at any one operation (%i bytes of a write get through) loses nothing acknowledged and breaks nothing',
    async (bytesWritten) => {
      let total = Infinity;
      for (let failAt = 1; failAt <= total; failAt++) {
        const root = libraryRoot();
        let count = 0;
        // From the failing operation on the disk stays full, except for what frees space.
        const acknowledged = await story(root, (operation) => {
          count++;
          if (count >= failAt && operation !== 'remove' && operation !== 'truncate') throw systemError('ENOSPC', { bytesWritten });
        });
        if (count < failAt) total = failAt;
        await withLibrary(root, async ({ store, content }) => {
          for (const [id, title] of acknowledged) expect((await store.get(id))?.title, `operation ${failAt}`).toBe(title);
          const report = await verifyLibrary({ store, content, index: null, repair: true });
          expect(report.problems, `operation ${failAt}`).toEqual([]);
        });
      }
      expect(total).toBeGreaterThan(40);
    },
  );
});
