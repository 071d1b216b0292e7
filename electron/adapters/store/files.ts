import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode } from './storage-error.ts';

export type FileOperation = 'open' | 'write' | 'sync' | 'truncate' | 'rename' | 'remove' | 'mkdir' | 'link';

/**
 * Asked before every changing operation; what it throws is what the operation fails with. Lets tests make any write fail the way a full
 * or read-only disk does. An error with a `bytesWritten` number lets that much of a write through first.
 */
export type Faults = (operation: FileOperation, path: string) => void;

const RETRY_CODES = ['EPERM', 'EACCES', 'EBUSY'];
/** A virus scanner or an indexer holds new files for a moment on Windows; elsewhere these errors rarely pass. */
const RENAME_TRIES = process.platform === 'win32' ? 12 : 5;

/** Threads share the process id, so each has a token of its own. */
const token = randomBytes(4).toString('hex');
let counter = 0;

/** A file that is appended to and synced by its owner. */
export interface OpenFile {
  /** Writes all bytes, or throws. */
  write(bytes: Uint8Array): Promise<void>;
  datasync(): Promise<void>;
  truncate(length: number): Promise<void>;
  /** Bytes. */
  size(): Promise<number>;
  close(): Promise<void>;
}

/** The changing file operations of the store, durable where their names say so. One place, so that faults reach every write. */
export class Files {
  readonly #faults: Faults;

  constructor(faults: Faults = () => undefined) {
    this.#faults = faults;
  }

  /** For a write that is made elsewhere: throws where tests make it fail. */
  check(operation: FileOperation, path: string): void {
    this.#faults(operation, path);
  }

  /** @param flags `a` appends and creates, `ax` fails where the file exists, `r+` needs it */
  async open(path: string, flags: 'a' | 'ax' | 'wx' | 'r+', mode = 0o644): Promise<OpenFile> {
    this.#faults('open', path);
    const handle = await fs.open(path, flags, mode);
    return {
      write: async (bytes) => {
        let limit = bytes.length;
        let failure: Error | null = null;
        try {
          this.#faults('write', path);
        } catch (error) {
          failure = error as Error;
          limit = Math.min(limit, (error as { bytesWritten?: number }).bytesWritten ?? 0);
        }
        for (let at = 0; at < limit;) at += (await handle.write(bytes, at, limit - at)).bytesWritten;
        if (failure) throw failure;
      },
      datasync: async () => {
        this.#faults('sync', path);
        await handle.datasync();
      },
      truncate: async (length) => {
        this.#faults('truncate', path);
        await handle.truncate(length);
      },
      size: async () => (await handle.stat()).size,
      close: () => handle.close(),
    };
  }

  /** Writes a file whole and durable under a unique temporary name, then renames it into place. The caller syncs the folder. */
  async replace(path: string, data: Uint8Array | string, mode = 0o644): Promise<void> {
    const temporary = await this.writeTemporary(path, data, mode);
    try {
      await this.rename(temporary, path);
    } catch (error) {
      await fs.rm(temporary, { force: true });
      throw error;
    }
  }

  /** `replace`, and the folder synced: after it returns the file survives a power cut. */
  async replaceDurably(path: string, data: Uint8Array | string, mode = 0o644): Promise<void> {
    await this.replace(path, data, mode);
    await this.syncFolder(dirname(path));
  }

  /** A durable temporary file beside `path`; returns its path. Nothing is left behind where it fails. */
  async writeTemporary(path: string, data: Uint8Array | string, mode = 0o644): Promise<string> {
    const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${token}.${++counter}.tmp`);
    const file = await this.open(temporary, 'wx', mode);
    try {
      await file.write(typeof data === 'string' ? Buffer.from(data) : data);
      await file.datasync();
      await file.close();
    } catch (error) {
      await file.close().catch(() => undefined);
      await fs.rm(temporary, { force: true });
      throw error;
    }
    return temporary;
  }

  /** Renames, trying again for a moment where another program holds the file. */
  async rename(from: string, to: string): Promise<void> {
    for (let attempt = 1, delay = 10; ; attempt++, delay = Math.min(delay * 2, 500)) {
      try {
        this.#faults('rename', to);
        return await fs.rename(from, to);
      } catch (error) {
        if (attempt >= RENAME_TRIES || !hasCode(error, ...RETRY_CODES)) throw error;
        await new Promise((resolve) => setTimeout(resolve, delay));
      }
    }
  }

  /** Makes what another call wrote into a file durable. */
  async syncFile(path: string): Promise<void> {
    const file = await this.open(path, 'r+');
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  /** Makes a second name for a file; fails with EEXIST where the name is taken. */
  async link(from: string, to: string): Promise<void> {
    this.#faults('link', to);
    await fs.link(from, to);
  }

  /** Removes a file; no error where it is gone already. */
  async remove(path: string): Promise<void> {
    this.#faults('remove', path);
    await fs.rm(path, { force: true });
  }

  async removeTree(path: string): Promise<void> {
    this.#faults('remove', path);
    await fs.rm(path, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Makes a folder and those above it, durable. */
  async makeFolder(path: string): Promise<void> {
    this.#faults('mkdir', path);
    const first = await fs.mkdir(path, { recursive: true });
    if (first === undefined) return;
    for (let folder = path; ; folder = dirname(folder)) {
      await this.syncFolder(dirname(folder));
      if (folder === first || folder === dirname(folder)) return;
    }
  }

  /** Makes new and removed names of a folder durable. Windows has no such call. */
  async syncFolder(path: string): Promise<void> {
    if (process.platform === 'win32') return;
    this.#faults('sync', path);
    const handle = await fs.open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** Names in a folder, sorted; none where there is no such folder. */
export async function listFolder(path: string): Promise<string[]> {
  try {
    return (await fs.readdir(path)).sort();
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** A file's bytes, or null where there is no such file. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await fs.readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}
