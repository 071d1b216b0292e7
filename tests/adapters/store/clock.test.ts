import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileBackups } from '../../../electron/adapters/store/backups.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';
import { libraryRoot, open, retitle, saveArticle, withLibrary } from './store-fixture.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2024, 5, 1);

describe('a clock that was set back by years', () => {
  it('loses no edit: what counts is the order of the journal', async () => {
    const root = libraryRoot();
    const clock = { now: () => NOW };
    const id = await withLibrary(root, (library) => saveArticle(library, 'Before'), { clock });
    clock.now = () => NOW - 4000 * DAY;
    await withLibrary(
      root,
      async (library) => {
        await retitle(library, id, 'After');
        const other = await saveArticle(library, 'Another');
        expect(other).not.toBe(id);
      },
      { clock },
    );
    await withLibrary(root, async ({ store }) => expect((await store.get(id))?.title).toBe('After'));
  });

  it('keeps the journal for those who copy, also where its files are from the future or of long ago', async () => {
    const root = libraryRoot();
    const library = await open(root, { tuning: { idleMs: 1_000_000 } });
    const id = await saveArticle(library, 'One');
    await library.store.checkpoint();
    const first = join(root, 'journal', '0000000000000001.jsonl');
    const ahead = new Date(Date.now() + 4000 * DAY);
    utimesSync(first, ahead, ahead);
    await retitle(library, id, 'Two');
    await library.store.checkpoint();
    expect(readdirSync(join(root, 'journal'))).toContain('0000000000000001.jsonl');
    await library.close();
    await withLibrary(root, async ({ store }) => expect((await store.get(id))?.title).toBe('Two'));
  });

  it('still makes a backup each day, keeps it, and gives it a name of its own', async () => {
    const root = libraryRoot();
    const clock = { now: () => NOW };
    const library = await open(root, { clock });
    const backups = new FileBackups(library.store);
    const id = await saveArticle(library, 'One');
    for (let day = 0; day < 5; day++) {
      clock.now = () => NOW + day * DAY;
      await backups.daily();
    }
    const before = (await backups.list()).map((backup) => backup.id);
    expect(before).toHaveLength(5);
    clock.now = () => NOW - 400 * DAY;
    await retitle(library, id, 'After');
    await backups.daily();
    const after = (await backups.list()).map((backup) => backup.id);
    expect(after).toHaveLength(6);
    expect(after.filter((one) => before.includes(one))).toHaveLength(5);
    const [made = ''] = after.filter((one) => !before.includes(one));
    for await (const { articles } of backups.parts(made)) expect(articles.map(({ title }) => title)).toEqual(['After']);
    await library.close();
  });
});

describe('the trash when the clock changes', () => {
  let library: TestLibrary;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    library = await testLibrary();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await library.close();
  });
  const again = async (now: number): Promise<void> => {
    await library.service.close();
    await library.opened.close();
    let looked = false;
    // The trash is looked through a minute after opening, and then it is the day's backup's turn.
    const backups = { daily: async () => void (looked = true) } as unknown as FileBackups;
    library = await testLibrary({ root: library.root, now, service: { backups } });
    await vi.advanceTimersByTimeAsync(61_000);
    await expect.poll(() => looked).toBe(true);
  };

  it('keeps what was deleted less than 30 days ago, however far back the clock goes', async () => {
    const [id = ''] = await library.save('a');
    library.time.now = NOW + 100 * DAY;
    await library.call('articles.trash', { ids: [id] });
    await again(NOW - 1000 * DAY);
    expect((await library.record(id)).trashedAt).not.toBeNull();
    await again(NOW + 129 * DAY);
    expect((await library.record(id)).trashedAt).not.toBeNull();
    await again(NOW + 131 * DAY);
    expect(await library.opened.store.get(id)).toBeNull();
  });

  it('keeps what was deleted while the clock was wrong: no 30 days have passed when it is put right', async () => {
    const [id = ''] = await library.save('a');
    library.time.now = NOW - 4000 * DAY;
    await library.call('articles.trash', { ids: [id] });
    await again(NOW);
    expect((await library.record(id)).trashedAt).not.toBeNull();
    await again(NOW + 31 * DAY);
    expect(await library.opened.store.get(id)).toBeNull();
  });

  it('gives every article a moment of its own, also in a time that is taken already', async () => {
    const [first = ''] = await library.save('a', 'b');
    library.time.now = Date.parse((await library.record(first)).savedAt);
    const [third = ''] = await library.save('c');
    const stamps: string[] = [];
    for await (const { articles } of library.opened.store.scan()) stamps.push(...articles.map(({ savedAt }) => savedAt));
    expect(new Set(stamps).size).toBe(3);
    expect(stamps).toContain((await library.record(third)).savedAt);
  });
});
