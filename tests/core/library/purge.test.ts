import { readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Gate } from '../../../electron/core/library/gate.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
beforeEach(async () => {
  library = await testLibrary();
});
afterEach(() => library.close());

/** Stores an image that was made two hours ago. */
const oldImage = async (name: string): Promise<string> => {
  const { path } = await library.opened.content.putImage(new TextEncoder().encode(name), 'png');
  const then = new Date(Date.now() - 2 * 3_600_000);
  await utimes(join(library.root, path), then, then);
  return path;
};
const give = (id: string, images: string[]) =>
  library.opened.store.commit({ articles: new Map([[id, (record) => record && { ...record, images }]]) });
const isThere = (path: string): Promise<boolean> =>
  readFile(join(library.root, path)).then(
    () => true,
    () => false,
  );

describe('purging', () => {
  it('takes images that nobody refers to any more, and leaves the others', async () => {
    const [gone = '', kept = ''] = await library.save('gone', 'kept');
    const [own, shared] = [await oldImage('own'), await oldImage('shared')];
    await give(gone, [own, shared]);
    await give(kept, [shared]);
    await library.call('articles.trash', { ids: [gone] });
    await library.call('articles.purge', { ids: [gone] });
    await expect.poll(() => isThere(own)).toBe(false);
    expect(await isThere(shared)).toBe(true);
  });

  it('leaves a tombstone, so that nothing brings the article back', async () => {
    const [id = ''] = await library.save('a');
    await library.call('articles.trash', { ids: [id] });
    await library.call('articles.purge', { ids: [id] });
    const tombstones: string[] = [];
    for await (const part of library.opened.store.scan()) tombstones.push(...part.tombstones.map((stone) => stone.id));
    expect(tombstones).toEqual([id]);
    expect(await library.call('undo.undo', {})).toMatchObject({ done: null, skipped: 'Move 1 article to Trash' });
    expect(await library.opened.store.get(id)).toBeNull();
  });
});

describe('the gate between saves and a sweep', () => {
  it('lets saves pass together, and the sweep alone', async () => {
    const gate = new Gate();
    const log: string[] = [];
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const first = gate.together(async () => {
      log.push('first in');
      await held;
      log.push('first out');
    });
    const second = gate.together(async () => {
      log.push('second in');
      await held;
      log.push('second out');
    });
    const sweep = gate.alone(async () => {
      log.push('sweep in');
      await Promise.resolve();
      log.push('sweep out');
    });
    const late = gate.together(async () => void log.push('late in'));
    await Promise.resolve();
    finish();
    await Promise.all([first, second, sweep, late]);
    expect(log).toEqual(['first in', 'second in', 'first out', 'second out', 'sweep in', 'sweep out', 'late in']);
  });

  it('opens again after a failure', async () => {
    const gate = new Gate();
    await expect(gate.alone(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
    await expect(gate.together(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await gate.alone(async () => 'swept')).toBe('swept');
  });
});
