import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';
import { verifyLibrary } from '../../../electron/adapters/store/verify.ts';
import { withLibrary } from './store-fixture.ts';

/** A process that works on a library, and what it was told is durable. */
export interface AtWork {
  /** Resolves when `count` more changes were acknowledged. */
  after(count: number): Promise<void>;
  /** Titles by id, as acknowledged last. */
  acknowledged(): Map<string, string>;
  /** How many changes were acknowledged. */
  changes(): number;
  /** Stops it wherever it is, as soon as no system call of its is under way; Linux only. */
  stop(): Promise<void>;
  goOn(): void;
  kill(): Promise<void>;
}

export function startWork(root: string): AtWork {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.child.ts'), root], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const titles = new Map<string, string>();
  let changes = 0;
  let waiting: { left: number; done: () => void } | null = null;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, title } = JSON.parse(line) as { id: string; title: string };
    titles.set(id, title);
    changes++;
    if (waiting && --waiting.left <= 0) waiting.done();
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return {
    after: (count) => {
      const reached = new Promise<void>((resolve) => (waiting = { left: count, done: resolve }));
      return Promise.race([reached, ended.then(() => Promise.reject(new Error('The child ended by itself.')))]);
    },
    acknowledged: () => new Map(titles),
    changes: () => changes,
    stop: async () => {
      child.kill('SIGSTOP');
      await expect.poll(() => statesOf(child.pid ?? 0), { interval: 2 }).toEqual(new Set(['T']));
    },
    goOn: () => void child.kill('SIGCONT'),
    kill,
  };
}

/**
 * Opens what a copy or a power cut left: everything acknowledged before is there (or a later title), and nothing is corrupt.
 *
 * @param others what was not acknowledged before is `whole` too, or may be `unfinished`: a copy has some of its files, and says so
 */
export async function expectKept(
  root: string,
  acknowledged: ReadonlyMap<string, string>,
  where: string,
  others: 'whole' | 'unfinished' = 'whole',
): Promise<void> {
  await withLibrary(root, async ({ store, content }) => {
    expect(store.readOnly, where).toBeNull();
    expect(store.report.problems, where).toEqual([]);
    for (const [id, title] of acknowledged)
      expect(orderOf((await store.get(id))?.title), `${where}: ${id}`).toBeGreaterThanOrEqual(orderOf(title));
    await verifyLibrary({ store, content, index: null, repair: true });
    const { problems } = await verifyLibrary({ store, content, index: null, repair: false });
    const later = (text: string) => others === 'unfinished' && ![...acknowledged.keys()].some((id) => text.includes(id));
    expect(
      problems.filter((problem) => !later(JSON.stringify(problem))),
      where,
    ).toEqual([]);
  });
}

/** What each thread of a process is doing: `T` is stopped. */
function statesOf(pid: number): Set<string> {
  const tasks = `/proc/${pid}/task`;
  return new Set(
    readdirSync(tasks).map(
      (task) =>
        readFileSync(join(tasks, task, 'stat'), 'utf8')
          .split(') ')
          .at(-1)?.[0] ?? '',
    ),
  );
}

/** An article is saved, then edited 0, 1, 2, 3 and on. */
function orderOf(title: string | undefined): number {
  if (title === undefined) return -1;
  return title.startsWith('saved') ? 0 : 1 + Number(title.split('.')[1]);
}

/** Runs a system command; returns its output, or null where it failed or is missing. */
export function system(command: string, ...args: string[]): string | null {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout : null;
}
