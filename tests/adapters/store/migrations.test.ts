import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../electron/adapters/store/open-library.ts';
import { FORMAT_1 } from './format-1.fixture.ts';
import { contentsOf, libraryRoot, systemError, withLibrary } from './store-fixture.ts';

function oldLibrary(): string {
  const root = libraryRoot();
  for (const [name, text] of Object.entries(FORMAT_1)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

async function looksRight(root: string): Promise<void> {
  await withLibrary(root, async (library) => {
    expect(await contentsOf(library)).toMatchObject({
      articles: {
        '0000aaaaaaaaaa': { title: 'Şehir', tags: ['t000000001'], starred: true },
        '0000bbbbbbbbbb': { title: 'Changed' },
      },
      tombstones: ['0000cccccccccc'],
      library: { tags: { t000000001: { name: 'Türkiye' } }, settings: { settings: { value: { theme: 'dark' } } } },
    });
    expect(library.store.report.problems).toEqual([]);
  });
}

describe('a library of format 1', () => {
  it('opens as it was, gets sums in its documents, and says once that it was brought up to date', async () => {
    const root = oldLibrary();
    await withLibrary(root, async ({ store }) => {
      expect(store.report.notes).toEqual(['The library was brought up to date with this version of Offprint.']);
      for (const name of ['library.json', 'articles/0000.json']) {
        expect(readFileSync(join(root, name), 'utf8')).toMatch(/^\{"v":2,"seq":\d+,"sum":"[0-9a-f]{32}",/);
      }
    });
    expect(JSON.parse(readFileSync(join(root, 'format.json'), 'utf8'))).toMatchObject({
      version: 2,
      createdAt: '2024-01-01T00:00:00.000Z',
    });
    await withLibrary(root, async ({ store }) => expect(store.report.notes).toEqual([]));
    await looksRight(root);
  });

  it('is kept as it was before among the backups', async () => {
    const root = oldLibrary();
    await withLibrary(root, async () => undefined);
    const [backup = ''] = readdirSync(join(root, 'backups'));
    expect(readFileSync(join(root, 'backups', backup, 'articles', '0000.json'), 'utf8')).toBe(FORMAT_1['articles/0000.json']);
  });

  it('survives being cut off at any write of it', async () => {
    for (let failing = 1, done = false; !done; failing += 3) {
      const root = oldLibrary();
      let count = 0;
      done = true;
      const faults = () => {
        if (++count < failing) return;
        done = false;
        throw systemError('EIO');
      };
      await openLibrary(root, { faults }).then(
        (opened) => opened.close().catch(() => undefined),
        () => undefined,
      );
      // Elsewhere, without the lock: what a killed process leaves behind.
      cpSync(root, `${root}-after`, { recursive: true, filter: (path) => !path.endsWith('lock') });
      await looksRight(`${root}-after`);
    }
  }, 60_000);

  it('that cannot be written is read as it is', async () => {
    const root = oldLibrary();
    const opened = await openLibrary(root, {
      faults: () => {
        throw systemError('EROFS');
      },
    });
    expect(opened.store.readOnly).toMatch(/reading only/);
    expect((await opened.store.get('0000bbbbbbbbbb'))?.title).toBe('Changed');
    await opened.close();
    expect(readFileSync(join(root, 'library.json'), 'utf8')).toBe(FORMAT_1['library.json']);
  });
});
