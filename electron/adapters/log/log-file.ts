import { appendFile, mkdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** One line: what happened, in names and numbers of our own. `detail` may quote an address or a file, and is only given where that is wished. */
export interface LogEntry {
  readonly what: string;
  readonly detail?: string;
  readonly [fact: string]: string | number | boolean | null | undefined;
}

/** Bytes from which the file makes room for a new one; the one before is kept. So at most twice as much lies on the disk. */
const FULL = 256 * 1024;
/** Characters of a detail. */
const LONGEST = 500;

const FOLDERS = ['cache', 'cache/log'] as const;
const NAME = 'offprint.log';
const BEFORE = 'offprint.1.log';

/**
 * The log of a library: JSON lines in `cache/log/`, which may be deleted at any time. Nothing waits for it and nothing fails with it. The
 * folder of the library itself is never made: its disk may only be unplugged.
 */
export class LogFile {
  readonly #root: () => string;
  readonly #now: () => Date;
  #writing: Promise<void> = Promise.resolve();
  #size: number | null = null;
  #at = '';

  constructor(root: () => string, now: () => Date = () => new Date()) {
    this.#root = root;
    this.#now = now;
  }

  write({ detail, ...facts }: LogEntry): void {
    const line = { at: this.#now().toISOString(), ...facts, ...(detail !== undefined && { detail: detail.slice(0, LONGEST) }) };
    this.#writing = this.#writing.then(() => this.#append(`${JSON.stringify(line)}\n`)).catch(() => undefined);
  }

  /** Every line that is kept, oldest first. */
  async read(): Promise<string[]> {
    await this.#writing;
    const texts = await Promise.all([BEFORE, NAME].map((name) => readFile(this.#path(name), 'utf8').catch(() => '')));
    return texts.flatMap((text) => text.split('\n').filter(Boolean));
  }

  /** Resolves when everything so far is written. */
  async idle(): Promise<void> {
    await this.#writing;
  }

  #path(name: string): string {
    return join(this.#root(), 'cache/log', name);
  }

  async #append(line: string): Promise<void> {
    const root = this.#root();
    if (this.#size === null || this.#at !== root) {
      for (const folder of FOLDERS) await mkdir(join(root, folder)).catch(() => undefined);
      const size = await stat(this.#path(NAME)).then(
        (found) => found.size,
        () => 0,
      );
      this.#size = size;
      this.#at = root;
    }
    if (this.#size >= FULL) {
      await rename(this.#path(NAME), this.#path(BEFORE));
      this.#size = 0;
    }
    this.#size += Buffer.byteLength(line);
    try {
      await appendFile(this.#path(NAME), line);
    } catch (error) {
      // The folder may have been deleted meanwhile: the next line makes it anew.
      this.#size = null;
      throw error;
    }
  }
}
