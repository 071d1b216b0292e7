import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLibrary } from '../../../electron/adapters/store/open-library.ts';
import { isAlive, processStart } from '../../../electron/adapters/store/process-identity.ts';
import { libraryRoot, open, withLibrary } from './store-fixture.ts';

type Child = ChildProcessByStdio<Writable, Readable, null>;

function child(root: string): { process: Child; ended: Promise<unknown>; next: () => Promise<string> } {
  const script = join(import.meta.dirname, 'lock.child.ts');
  const process_ = spawn(process.execPath, [script, root], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void process_.kill('SIGKILL'));
  const ended = new Promise((resolve) => process_.once('close', resolve));
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  return { process: process_, ended, next: async () => String((await lines.next()).value) };
}

function writeLock(root: string, holder: object): void {
  const lock = { nonce: 'abc', pid: 1, start: null, host: hostname(), endpoint: null, requestedBy: null, ...holder };
  writeFileSync(join(root, 'lock'), JSON.stringify(lock));
}

/** A process id that is not in use. */
function deadPid(): number {
  for (let pid = 4_000_000; ; pid--) if (!isAlive(pid, null)) return pid;
}

describe('the lock of a library', () => {
  it('keeps a second opener out and says who has it and where to reach it', async () => {
    const root = libraryRoot();
    const first = await open(root, { requestedBy: 'the test' });
    await first.setEndpoint('/run/offprint.sock');
    const second = openLibrary(root);
    await expect(second).rejects.toMatchObject({
      code: 'library-locked',
      retryable: true,
      details: { pid: process.pid, host: hostname(), endpoint: '/run/offprint.sock', requestedBy: 'the test' },
    });
    await expect(second).rejects.toThrow(/in use by the test \(process \d+\)/);
    if (process.platform !== 'win32') expect(statSync(join(root, 'lock')).mode & 0o777).toBe(0o600);
  });

  it('goes when the library is closed', async () => {
    const root = libraryRoot();
    await withLibrary(root, async () => expect(existsSync(join(root, 'lock'))).toBe(true));
    expect(existsSync(join(root, 'lock'))).toBe(false);
  });

  it('keeps another process out, and is taken over when that process was killed', async () => {
    const root = libraryRoot();
    const holder = child(root);
    expect(await holder.next()).toBe('open');
    await expect(openLibrary(root)).rejects.toMatchObject({ code: 'library-locked', details: { pid: holder.process.pid } });
    holder.process.kill('SIGKILL');
    await holder.ended;
    await withLibrary(root, async ({ store }) => {
      expect(store.report.notes).toHaveLength(1);
      expect(store.report.problems).toEqual([]);
    });
  });

  it('of a process that is gone is taken over by exactly one of those that race for it', async () => {
    for (let round = 0; round < 4; round++) {
      const root = libraryRoot();
      await withLibrary(root, async () => undefined);
      writeLock(root, { pid: deadPid() });
      const children = [child(root), child(root), child(root)];
      const answers = await Promise.all(children.map(({ next }) => next()));
      expect(answers.sort()).toEqual(['library-locked', 'library-locked', 'open']);
      for (const { process: process_ } of children) process_.stdin.end();
      await Promise.all(children.map(({ ended }) => ended));
      expect(readdirSync(root).filter((name) => name.startsWith('lock') || name.startsWith('.'))).toEqual([]);
    }
  });

  it('can be taken over where one that was taking it over died', async () => {
    const root = libraryRoot();
    await withLibrary(root, async () => undefined);
    const pid = deadPid();
    writeLock(root, { nonce: 'first', pid });
    const claim = { nonce: 'second', pid, start: null, host: hostname(), endpoint: null, requestedBy: null };
    writeFileSync(join(root, 'lock.taken-first'), JSON.stringify(claim));
    await withLibrary(root, async () => undefined);
    expect(readdirSync(root).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('of a process whose id was given to another one is stale', async () => {
    const root = libraryRoot();
    await withLibrary(root, async () => undefined);
    // Only Linux says when a process was started; elsewhere a process with that id counts as the holder.
    if (processStart(process.pid) !== null) {
      writeLock(root, { pid: process.pid, start: '1@another-boot' });
      await withLibrary(root, async ({ store }) => expect(store.report.notes).toHaveLength(1));
    }
    writeLock(root, { pid: process.pid, start: processStart(process.pid) });
    await expect(openLibrary(root)).rejects.toMatchObject({ code: 'library-locked' });
  });

  it('of another computer is respected, with a way out', async () => {
    const root = libraryRoot();
    await withLibrary(root, async () => undefined);
    writeLock(root, { pid: deadPid(), host: 'another-computer' });
    await expect(openLibrary(root)).rejects.toThrow(/on the computer another-computer .* delete the file "lock"/);
    expect(existsSync(join(root, 'lock'))).toBe(true);
  });

  it('that is unreadable is not taken over while it may still be written, and is later', async () => {
    const root = libraryRoot();
    await withLibrary(root, async () => undefined);
    writeFileSync(join(root, 'lock'), '');
    const old = new Date(Date.now() - 60_000);
    utimesSync(join(root, 'lock'), old, old);
    await withLibrary(root, async ({ store }) => expect(store.report.notes).toHaveLength(1));
    expect(readFileSync(join(root, 'format.json'), 'utf8')).toContain('offprint-library');
  });
});
