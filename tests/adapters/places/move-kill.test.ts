import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { verifyLibrary } from '../../../electron/adapters/store/verify.ts';
import { contentsOf, saveArticle, withLibrary } from '../store/store-fixture.ts';

const move = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'move.child.ts'), ...args], { encoding: 'utf8' });

/** What is in a library that a check finds whole. */
const whole = (root: string): Promise<unknown> =>
  withLibrary(root, async (library) => {
    const { store, content } = library;
    expect(store.report.problems).toEqual([]);
    expect(await verifyLibrary({ store, content, index: null, repair: false })).toMatchObject({ ok: true, problems: [] });
    return structuredClone(await contentsOf(library));
  });

it('a move that is killed at any stage leaves the old library whole, and the new one whole or not there; the next move succeeds', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'offprint-move-kill-')));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const from = join(folder, 'library');
  const file = join(folder, 'config', 'libraries.json');
  const before = await withLibrary(from, async (library) => {
    for (let n = 0; n < 3; n++) await saveArticle(library, `Article ${n}`, { image: `image ${n}` });
    return structuredClone(await contentsOf(library));
  });
  const total = Number(move(from, join(folder, 'once'), file).stdout);
  expect(total).toBeGreaterThan(30);
  let killed = 0;
  // The copy has its name near the end: each of the last operations, and some of those before.
  const stages = [
    1,
    2,
    3,
    ...Array.from({ length: 6 }, (_, n) => Math.floor(((n + 1) * total) / 8)),
    total - 4,
    total - 3,
    total - 2,
    total - 1,
    total,
  ];
  for (const at of stages) {
    const to = join(folder, `disk-${at}`, 'news');
    if (move(from, to, file, String(at)).signal === 'SIGKILL') killed++;
    expect(await whole(from), `operation ${at}`).toEqual(before);
    if (existsSync(join(to, 'format.json'))) expect(await whole(to), `operation ${at}`).toEqual(before);
    else expect(move(from, to, file).status, `again after operation ${at}`).toBe(0);
    expect(await whole(to), `operation ${at}`).toEqual(before);
  }
  expect(killed).toBe(stages.length);
}, 120_000);
