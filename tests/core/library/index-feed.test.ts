import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stampOf } from '../../../electron/core/search/stamp.ts';
import { memoryIndex } from '../../helpers/memory-index.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let root: string;
let open: TestLibrary[];
const library = async (index = memoryIndex()): Promise<TestLibrary> => {
  const one = await testLibrary({ root, index });
  open.push(one);
  return one;
};
const close = async (one: TestLibrary): Promise<void> => {
  open = open.filter((other) => other !== one);
  await one.close();
};
/** Everything a reader would see. */
const seen = (one: TestLibrary) => new Map([...one.index.documents].map(([id, { record, text, tags }]) => [id, { record, text, tags }]));
const inStep = async (one: TestLibrary): Promise<void> => {
  await expect.poll(() => one.index.appliedSeq, { timeout: 10_000 }).toBe(one.opened.store.seq);
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-feed-'));
  open = [];
});
afterEach(async () => {
  for (const one of open) await one.close();
  await rm(root, { recursive: true, force: true });
});

describe('the index', () => {
  it('that was thrown away is built again from the library', async () => {
    const first = await library();
    const ids = await first.save('a', 'b', 'c');
    await first.call('articles.tag', { ids, add: ['news'] });
    await first.call('articles.trash', { ids: ids.slice(2) });
    await first.call('articles.purge', { ids: ids.slice(2) });
    const before = seen(first);
    await close(first);

    const second = await library();
    await inStep(second);
    expect(seen(second)).toEqual(before);
    expect(second.index.names?.tags.map(({ name }) => name)).toEqual(['news']);
  });

  it('that missed the last changes takes in those, and drops what was purged', async () => {
    const first = await library();
    const ids = await first.save('a', 'b');
    const stale = memoryIndex();
    for (const [id, document] of first.index.documents) stale.documents.set(id, document);
    stale.appliedSeq = first.index.appliedSeq;
    await first.call('articles.trash', { ids: ids.slice(0, 1) });
    await first.call('articles.purge', { ids: ids.slice(0, 1) });
    await first.call('articles.edit', { id: ids[1] ?? '', title: 'New' });
    const before = seen(first);
    await close(first);

    const second = await library(stale);
    await inStep(second);
    expect(seen(second)).toEqual(before);
  });

  it('of another library is not believed', async () => {
    const first = await library();
    await first.save('a');
    const before = seen(first);
    const foreign = memoryIndex();
    const [document] = first.index.documents.values();
    if (document) foreign.documents.set('0000foreign0', { ...document, record: { ...document.record, id: '0000foreign0' } });
    foreign.appliedSeq = 1_000_000;
    await close(first);

    const second = await library(foreign);
    await inStep(second);
    expect(seen(second)).toEqual(before);
  });

  it('takes changes while it catches up, and does not put older states over them', async () => {
    const first = await library();
    const ids = await first.save(...Array.from({ length: 30 }, (_, at) => String(at)));
    await close(first);

    const slow = memoryIndex();
    const { apply } = slow;
    slow.apply = async (batch) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await apply(batch);
    };
    const second = await library(slow);
    await Promise.all(ids.map((id) => second.call('articles.setFlags', { ids: [id], flags: { read: true } })));
    const [fresh = ''] = await second.save('fresh');
    await inStep(second);
    for (const id of [...ids, fresh]) {
      const document = slow.documents.get(id);
      expect(document?.record).toEqual(await second.record(id));
      expect(document?.text).toContain('Once upon a time.');
    }
  });

  it('that is being rebuilt shows an edit at once, and indexes small slices around it', async () => {
    const first = await library();
    const ids = await first.save(...Array.from({ length: 60 }, (_, at) => String(at)));
    await close(first);

    const slow = memoryIndex();
    const { apply } = slow;
    const applied: string[][] = [];
    const waiting: (() => void)[] = [];
    // Every transaction is held until it is let go.
    slow.apply = async (batch) => {
      applied.push(batch.upsert.map(({ record }) => record.id));
      await new Promise<void>((resolve) => waiting.push(resolve));
      await apply(batch);
    };
    const second = await library(slow);
    const letOneGo = async () => {
      await expect.poll(() => waiting.length, { timeout: 10_000 }).toBeGreaterThan(0);
      waiting.shift()?.();
    };
    await expect.poll(() => applied.length).toBe(1);
    const [done = ''] = applied[0] ?? [];
    const due = ids.find((id) => applied[0]?.includes(id) === false) ?? '';
    const edits = Promise.all([done, due].map((id) => second.call('articles.setFlags', { ids: [id], flags: { starred: true } })));
    // Both edits are durable and stand in line before the slice under way ends: then they come next.
    await expect
      .poll(async () => (await Promise.all([done, due].map((id) => second.record(id)))).every(({ starred }) => starred))
      .toBe(true);
    for (let turn = 0; turn < 3; turn++) await letOneGo();
    await edits;
    expect(slow.documents.size).toBeLessThan(ids.length / 2);
    for (const id of [done, due]) {
      expect(slow.documents.get(id)?.record.starred).toBe(true);
      expect(slow.documents.get(id)?.text).toContain('Once upon a time.');
    }
    slow.apply = apply;
    for (const resolve of waiting) resolve();
    await inStep(second);
    expect(slow.documents.size).toBe(ids.length);
    expect(slow.documents.get(due)?.record.starred).toBe(true);
  });

  it('that takes long is seen to be at work, and lists are asked for again meanwhile', async () => {
    const first = await library();
    await first.save(...Array.from({ length: 3 }, (_, at) => String(at)));
    await close(first);

    const slow = memoryIndex();
    const { apply } = slow;
    const second: { library: TestLibrary | null } = { library: null };
    slow.apply = async (batch) => {
      await expect.poll(() => second.library).not.toBeNull();
      if (second.library) second.library.time.now += 1_500;
      await apply(batch);
    };
    second.library = await library(slow);
    await second.library.call('library.ready', {});
    await inStep(second.library);
    expect(second.library.seen('articles').every(({ more }) => more)).toBe(true);
    await expect.poll(() => second.library?.seen('jobs').at(-1)?.jobs).toMatchObject([{ kind: 'rebuild-index', state: 'done' }]);
    // One segment is all there is.
    const shown = second.library.seen('jobs').flatMap(({ jobs }) => jobs.map(({ progress }) => progress));
    expect(shown).toContain(1);
  });

  it('that cannot be brought up to date says so as a job', async () => {
    const first = await library();
    await first.save('a');
    await close(first);
    const broken = memoryIndex();
    broken.broken = true;
    const second = await library(broken);
    await second.call('library.ready', {});
    await expect.poll(async () => (await second.call('jobs.list', {})).jobs).toMatchObject([{ kind: 'rebuild-index', state: 'failed' }]);
  });

  it('that stopped half-way does not believe that it is in step', async () => {
    const first = await library();
    await first.save(...Array.from({ length: 5 }, (_, at) => String(at)));
    const before = seen(first);
    await close(first);

    const halting = memoryIndex();
    halting.broken = true;
    const second = await library(halting);
    await second.save('more');
    expect(halting.appliedSeq).toBe(0);
    await close(second);
    halting.broken = false;

    const third = await library(halting);
    await inStep(third);
    expect(seen(third).size).toBe(before.size + 1);
  });

  it('that cannot be written does not fail a change, which is durable; the next opening mends it', async () => {
    const first = await library();
    const [id = ''] = await first.save('a');
    first.index.broken = true;
    await first.call('articles.setFlags', { ids: [id], flags: { starred: true } });
    first.index.broken = false;
    await first.call('articles.setFlags', { ids: [id], flags: { read: true } });
    const { index } = first;
    expect(index.appliedSeq).toBeLessThan(first.opened.store.seq);
    await close(first);

    const second = await library(index);
    await inStep(second);
    expect(index.documents.get(id)?.record).toMatchObject({ starred: true, read: true });
  });

  it('takes large changes in parts, and claims to be in step with the last only', async () => {
    const one = await library();
    const ids = await one.save(...Array.from({ length: 450 }, (_, at) => String(at)));
    one.index.batches.length = 0;
    await one.call('articles.setFlags', { ids, flags: { read: true } });
    expect(one.index.batches.map(({ upsert }) => upsert.length)).toEqual([100, 100, 100, 100, 50, 0]);
    const claimed = one.index.batches.map(({ seq }) => seq);
    expect(new Set(claimed.slice(0, -1)).size).toBe(1);
    expect(claimed[0]).toBeLessThan(one.opened.store.seq);
    expect(claimed.at(-1)).toBe(one.opened.store.seq);
    const event = one.seen('articles').at(-1);
    expect(event?.rows).toHaveLength(450);
    expect(event?.more).toBe(false);
  });

  it('takes an edit in between the parts of a large change, and does not put what that change said over it', async () => {
    const held = memoryIndex();
    const { apply } = held;
    const one = await library(held);
    const ids = await one.save(...Array.from({ length: 350 }, (_, at) => String(at)));
    await inStep(one);
    const [before, waiting]: [number, (() => void)[]] = [held.appliedSeq, []];
    held.apply = async (batch) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      await apply(batch);
    };
    const bulk = one.call('articles.setFlags', { ids, flags: { read: true } });
    await expect.poll(() => waiting.length, { timeout: 10_000 }).toBe(1);
    // The last article of the large change, which its first part has not reached.
    const last = ids.at(-1) ?? '';
    const edits = [
      one.call('articles.setFlags', { ids: [last], flags: { read: false, starred: true } }),
      one.call('articles.edit', { id: ids.at(-2) ?? '', title: 'New title' }),
    ];
    await expect.poll(async () => (await one.record(last)).starred).toBe(true);
    await expect.poll(async () => (await one.record(ids.at(-2) ?? '')).title).toBe('New title');
    for (let turn = 0; turn < 3; turn++) {
      await expect.poll(() => waiting.length, { timeout: 10_000 }).toBeGreaterThan(0);
      waiting.shift()?.();
    }
    await Promise.all(edits);
    expect(held.documents.get(last)?.record).toMatchObject({ read: false, starred: true });
    // Not everything up to that edit is in the index yet.
    expect(held.appliedSeq).toBe(before);
    held.apply = apply;
    for (const resolve of waiting) resolve();
    await bulk;
    await inStep(one);
    expect(held.documents.get(last)?.record).toMatchObject({ read: false, starred: true });
    expect(held.documents.get(ids.at(-2) ?? '')?.record).toMatchObject({ read: true, title: 'New title' });
    for (const id of ids) expect(held.documents.get(id)?.record).toEqual(await one.record(id));
  });

  it('forgets many articles that are deleted at once', async () => {
    const one = await library();
    const ids = await one.save(...Array.from({ length: 120 }, (_, at) => String(at)));
    await one.call('articles.trash', { ids });
    await one.call('articles.purge', { ids });
    await inStep(one);
    expect(one.index.documents.size).toBe(0);
  });

  it('that was lost while the library is open is made again at once', async () => {
    const one = await library();
    await one.save('a', 'b', 'c');
    const before = seen(one).size;
    // What a writer does that meets damage: it begins with an empty file and takes in the change it was given.
    const { apply } = one.index;
    one.index.apply = async (batch) => {
      one.index.apply = apply;
      one.index.documents.clear();
      await apply(batch);
      one.index.appliedSeq = 0;
    };
    await one.save('d');
    await inStep(one);
    expect(seen(one).size).toBe(before + 1);
  });

  it('that was cut short while it was rebuilt goes on from there', async () => {
    const first = await library();
    const ids = await first.save('a', 'b', 'c');
    await first.call('articles.edit', { id: ids[2] ?? '', title: 'Later' });
    const half = memoryIndex();
    const held = [...first.index.documents].slice(0, 2);
    for (const [id, document] of held) half.documents.set(id, document);
    const whole = seen(first);
    await close(first);
    const second = await library(
      Object.assign(half, { stamps: async () => new Map(held.map(([id, { record }]) => [id, stampOf(record)])) }),
    );
    await inStep(second);
    expect(seen(second)).toEqual(whole);
    expect(half.batches.flatMap(({ upsert }) => upsert)).toEqual([...whole.keys()].filter((id) => !held.some(([known]) => known === id)));
  });
});
