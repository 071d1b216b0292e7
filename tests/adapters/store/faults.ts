import { expect } from 'vitest';
import { AppError } from '../../../electron/core/errors.ts';
import type { ArticleRecord } from '../../../electron/core/domain/records.ts';
import { FileBackups } from '../../../electron/adapters/store/backups.ts';
import type { Faults } from '../../../electron/adapters/store/files.ts';
import { openLibrary, type OpenedLibrary } from '../../../electron/adapters/store/open-library.ts';
import { verifyLibrary } from '../../../electron/adapters/store/verify.ts';
import { highlightOf, libraryRoot, saveArticle, systemError, withLibrary } from './store-fixture.ts';

/** A disk that fails: from its `at`th changing operation on for ever, or at that one only. */
export interface Fault {
  readonly code: 'ENOSPC' | 'EIO' | 'EACCES' | 'EROFS';
  readonly at: number;
  readonly once: boolean;
  /** Of a write that fails, so many bytes get through. */
  readonly bytesWritten: number;
}

export const CODES = ['ENOSPC', 'EIO', 'EACCES', 'EROFS'] as const;

/** What the person was told is done, and what may have been done without being told. */
class Told {
  /** By article: the title it must have, or null where it must be gone; and what came after without an answer. */
  readonly titles = new Map<string, { must: string | null | undefined; may: (string | null)[] }>();
  readonly tags = new Set<string>();
  readonly marks = new Set<string>();
  readonly backups: string[] = [];

  async title(id: string, title: string | null, work: () => Promise<unknown>): Promise<void> {
    const known = this.titles.get(id) ?? { must: undefined, may: [] };
    this.titles.set(id, { ...known, may: [...known.may, title] });
    await work();
    this.titles.set(id, { must: title, may: [] });
  }
}

/** Saves, edits, deletes, highlights, checkpoints and backs up. Everything that fails must say so in a sentence. */
async function session(root: string, faults: Faults, told: Told): Promise<void> {
  const failed = (error: unknown): null => {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toMatch(/^(disk-full|library-read-only|no-permission)$/);
    expect(error.message).toMatch(/(full|read-only|may not write|answered with an error|reading only).*\.$/);
    expect(error.message).not.toMatch(/simulated|\bat \w+\.|undefined/);
    return null;
  };
  const library = await openLibrary(root, { faults, tuning: { idleMs: 1_000_000, segmentsInMemory: 2 } }).catch(failed);
  if (library === null) return;
  const { store, content } = library;
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => work().catch(failed);
  const save = (title: string) =>
    attempt(async () => {
      const id = await saveArticle(library, title, { image: 'shared' });
      told.titles.set(id, { must: title, may: [] });
      return id;
    });
  const edit = (id: string, title: string) =>
    told.title(id, title, () =>
      store.commit({ articles: new Map([[id, (record: ArticleRecord | null) => record && { ...record, title }]]) }),
    );

  const [a, b, c] = [await save('a'), await save('b'), await save('c')];
  for (const id of [a, b]) if (id !== null) await attempt(() => edit(id, `${id} edited`));
  await attempt(async () => {
    await store.commit({ library: (draft) => void (draft.tags['t000000001'] = { id: 't000000001', name: 'kept' }) });
    told.tags.add('t000000001');
  });
  if (a !== null) {
    await attempt(async () => {
      await store.commit({ highlights: new Map([[a, (list) => [...list, highlightOf('h000000001', a)]]]) });
      told.marks.add(a);
    });
  }
  await attempt(() => store.checkpoint());
  await attempt(async () => told.backups.push((await new FileBackups(store).make('by-hand')).id));
  if (c !== null) {
    await attempt(() => told.title(c, null, () => store.commit({ tombstones: [{ id: c, purgedAt: '2024-01-01T00:00:00.000Z' }] })));
    await attempt(() => content.removeContent(c));
  }
  if (b !== null) await attempt(() => edit(b, 'b at last'));
  await attempt(() => content.sweepImages(new Set()));
  await attempt(() => store.checkpoint());
  await library.close().catch(failed);
}

/** How many changing operations the session makes where nothing fails. */
export async function countOperations(): Promise<number> {
  let count = 0;
  await session(libraryRoot(), () => void count++, new Told());
  return count;
}

/** Runs the session on a disk that fails, and looks at the library on a good one: every acknowledged change is there, and nothing corrupt. */
export async function runWithFault({ code, at, once, bytesWritten }: Fault): Promise<void> {
  const where = `${code} at operation ${at}${once ? ' only' : ' and after'}, ${bytesWritten} bytes through`;
  const root = libraryRoot();
  const told = new Told();
  let count = 0;
  const faults: Faults = () => {
    count++;
    if (once ? count === at : count >= at) throw systemError(code, { bytesWritten });
  };
  await session(root, faults, told);
  await withLibrary(root, (library) => look(library, told, where));
}

async function look(library: OpenedLibrary, told: Told, where: string): Promise<void> {
  const { store, content } = library;
  expect(store.readOnly, where).toBeNull();
  expect(store.report.problems, where).toEqual([]);
  for (const [id, { must, may }] of told.titles) {
    const there = (await store.get(id))?.title ?? null;
    const allowed = [...(must === undefined ? [null] : [must]), ...may];
    expect(allowed, `${where}: ${id}`).toContain(there);
  }
  for (const tag of told.tags) expect(store.library.tags[tag], where).toBeDefined();
  for (const id of told.marks) expect(await store.highlights(id), where).toHaveLength(1);
  const backups = new FileBackups(store);
  const listed = (await backups.list()).map(({ id }) => id);
  for (const id of told.backups) {
    expect(listed, where).toContain(id);
    expect(await backups.library(id), where).not.toBeNull();
  }
  await verifyLibrary({ store, content, index: null, repair: true });
  expect(await verifyLibrary({ store, content, index: null, repair: false }), where).toMatchObject({ ok: true, problems: [] });
}
