import { hostname } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';
import { listFolder, type Files } from './files.ts';
import { LOCK_FILE } from './layout.ts';
import { createLock, isStale, readLock, type LockHolder } from './lock-file.ts';
import { processStart } from './process-identity.ts';
import { randomText } from './random-text.ts';

/** The right to write to a library. */
export interface Lock {
  /** Tells other processes where they can hand over their work; null: nowhere. */
  setEndpoint(endpoint: string | null): Promise<void>;
  release(): Promise<void>;
}

/** Milliseconds to wait between two looks, and looks until giving up, while another process is taking over a stale lock. */
const WAIT = 20;
const LOOKS = 250;
/** Nonces that this program gave up, though a failing disk may have kept their files: those are nobody's. */
const givenUp = new Set<string>();
const CLAIM = `${LOCK_FILE}.taken-`;

/**
 * Takes the library's lock. A lock whose process is gone is taken over; where several processes try that at once, one gets it.
 *
 * @throws AppError `library-locked` with `details` { pid, host, endpoint, requestedBy }; system errors where the folder cannot be written
 */
export async function acquireLock(root: string, files: Files, requestedBy: string | null): Promise<{ lock: Lock; tookOver: boolean }> {
  const path = join(root, LOCK_FILE);
  const mine: LockHolder = {
    nonce: randomText(16),
    pid: process.pid,
    start: processStart(process.pid),
    host: hostname(),
    endpoint: null,
    requestedBy,
  };
  try {
    return await acquire(root, path, mine, files);
  } catch (error) {
    givenUp.add(mine.nonce);
    throw error;
  }
}

async function acquire(root: string, path: string, mine: LockHolder, files: Files): Promise<{ lock: Lock; tookOver: boolean }> {
  for (let look = 0; look < LOOKS; look++) {
    if (await createLock(path, mine, files)) return { lock: lockOf(path, mine, files), tookOver: false };
    const found = await readLock(path);
    if (!found) continue;
    if (!givenUp.has(found.nonce) && !(await isStale(path, found.holder))) {
      if (found.holder) throw locked(root, found.holder);
    } else if (await claim(root, found.nonce, mine, files)) {
      const taken = await replaceStale(path, found.nonce, mine, files);
      await removeClaims(root, files, taken ? null : mine.nonce);
      if (taken) return { lock: lockOf(path, mine, files), tookOver: true };
    }
    await new Promise((resolve) => setTimeout(resolve, WAIT));
  }
  throw new AppError('library-locked', `Another program is opening the library at ${root}. Try again in a moment.`, {
    details: { path: root, pid: null, host: null, endpoint: null },
  });
}

/**
 * Wins the right to remove the stale lock `nonce`. Removing it without that right is the classic mistake: two processes judge the same
 * lock, and the slower one removes the new lock of the faster. The right to succeed a dead holder is a file that only one process can
 * create; where its creator died too, the right to succeed that one is another such file.
 */
async function claim(root: string, nonce: string, mine: LockHolder, files: Files): Promise<boolean> {
  for (let dead = nonce; ;) {
    const path = join(root, CLAIM + dead);
    if (await createLock(path, mine, files)) return true;
    const other = await readLock(path);
    if (!other || other.nonce === dead || (!givenUp.has(other.nonce) && !(await isStale(path, other.holder)))) return false;
    dead = other.nonce;
  }
}

/** With the right to it: removes the stale lock, unless it is not the one judged any more, and takes its place. */
async function replaceStale(path: string, nonce: string, mine: LockHolder, files: Files): Promise<boolean> {
  if ((await readLock(path))?.nonce !== nonce) return false;
  await files.remove(path);
  return createLock(path, mine, files);
}

/** Removes claims: all of them for the new holder (claims on older locks mean nothing now), otherwise only one's own. */
async function removeClaims(root: string, files: Files, ownedBy: string | null): Promise<void> {
  for (const name of await listFolder(root)) {
    if (!name.startsWith(CLAIM)) continue;
    const path = join(root, name);
    if (ownedBy === null || (await readLock(path))?.nonce === ownedBy) await files.remove(path);
  }
}

function lockOf(path: string, mine: LockHolder, files: Files): Lock {
  const isMine = async () => (await readLock(path))?.nonce === mine.nonce;
  return {
    setEndpoint: async (endpoint) => {
      if (await isMine()) await files.replace(path, JSON.stringify({ ...mine, endpoint }), 0o600);
    },
    release: async () => {
      givenUp.add(mine.nonce);
      if (await isMine()) await files.remove(path);
    },
  };
}

function locked(root: string, holder: LockHolder): AppError {
  const { pid, host, endpoint, requestedBy } = holder;
  const here = host === hostname();
  const who = requestedBy ?? 'Offprint';
  const sentence = here
    ? `The library at ${root} is in use by ${who} (process ${pid}). Close it, or do this there, and try again.`
    : `The library at ${root} is in use by ${who} on the computer ${host} (process ${pid}). Close it there and try again. If that computer no longer uses it, delete the file "lock" in the library's folder.`;
  return new AppError('library-locked', sentence, { details: { path: root, pid, host, endpoint, requestedBy } });
}
