import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { isObject } from './document-file.ts';
import { readIfThere, type Files } from './files.ts';
import { isAlive } from './process-identity.ts';
import { hasCode } from './storage-error.ts';

/** What `lock` holds: who may write. */
export interface LockHolder {
  /** Random; tells one holding from the next, also of the same process. */
  readonly nonce: string;
  readonly pid: number;
  /** See `processStart`. */
  readonly start: string | null;
  readonly host: string;
  /** Address of the control socket, where another process can hand its work to this one. */
  readonly endpoint: string | null;
  /** The program that asked, for the sentence another one shows. */
  readonly requestedBy: string | null;
}

/** Milliseconds after which an unreadable lock is taken for one whose writing was cut off. */
const UNREADABLE_FOR = 10_000;

/** Reads a lock. An unreadable one is nobody's: `holder` is null and `nonce` stands for its bytes. */
export async function readLock(path: string): Promise<{ nonce: string; holder: LockHolder | null } | null> {
  const bytes = await readIfThere(path);
  if (bytes === null) return null;
  const holder = parseHolder(bytes);
  return holder
    ? { nonce: holder.nonce, holder }
    : { nonce: `x${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`, holder: null };
}

function parseHolder(bytes: Buffer): LockHolder | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (!isObject(value)) return null;
    const { nonce, pid, start, host, endpoint, requestedBy } = value;
    if (typeof nonce !== 'string' || !/^[0-9a-z]+$/.test(nonce) || typeof pid !== 'number' || typeof host !== 'string') return null;
    const text = (field: unknown) => (typeof field === 'string' ? field : null);
    return { nonce, pid, host, start: text(start), endpoint: text(endpoint), requestedBy: text(requestedBy) };
  } catch {
    return null;
  }
}

/** True where the lock's process is gone. A process of another computer cannot be asked: it counts as running. */
export async function isStale(path: string, holder: LockHolder | null): Promise<boolean> {
  if (holder) return holder.host === hostname() && !isAlive(holder.pid, holder.start);
  try {
    return Date.now() - (await stat(path)).mtimeMs > UNREADABLE_FOR;
  } catch {
    return false;
  }
}

/**
 * Creates a lock file with its whole content, or returns false where there is one. A hard link appears at once and complete; file
 * systems without links get an exclusive create.
 */
export async function createLock(path: string, holder: LockHolder, files: Files): Promise<boolean> {
  const text = JSON.stringify(holder);
  const temporary = await files.writeTemporary(path, text, 0o600);
  try {
    await files.link(temporary, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL')) throw error;
  } finally {
    await files.remove(temporary);
  }
  try {
    const file = await files.open(path, 'wx', 0o600);
    try {
      await file.write(Buffer.from(text));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}
