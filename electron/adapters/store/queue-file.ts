import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { QueueRecord, QueueStore } from '../../core/jobs/queue-record.ts';
import { listFolder, readIfThere, type Files, type OpenFile } from './files.ts';
import { isTemporary, QUEUE_FOLDER } from './layout.ts';
import { storageError } from './storage-error.ts';

const LINES = 'queue.jsonl';
const SPOOLED = /^(j[0-9a-z]{9})\.json$/;

/**
 * The queue of saves as a file of lines (one JSON value each), and inputs that are too large for a line as files beside it. One writer;
 * writes happen one after another.
 */
export class QueueFile implements QueueStore {
  readonly #root: string;
  readonly #folder: string;
  readonly #files: Files;
  readonly #readOnly: () => string | null;
  #file: OpenFile | null = null;
  /** A write that failed half-way may have left half a line: the next one begins on its own. */
  #torn = false;
  #tail: Promise<unknown> = Promise.resolve();

  constructor(root: string, files: Files, readOnly: () => string | null) {
    this.#root = root;
    this.#folder = join(root, QUEUE_FOLDER);
    this.#files = files;
    this.#readOnly = readOnly;
  }

  get writable(): boolean {
    return this.#readOnly() === null;
  }

  async load(): Promise<unknown[]> {
    return this.#inTurn('The queue of saves could not be read', async () => {
      const bytes = await readIfThere(join(this.#folder, LINES));
      if (bytes === null) return [];
      const text = bytes.toString('utf8');
      this.#torn = text !== '' && !text.endsWith('\n');
      return text.split('\n').flatMap((line) => parseLine(line));
    });
  }

  append(lines: readonly QueueRecord[], durable: boolean): Promise<void> {
    return this.#inTurn('The queue of saves could not be written', async () => {
      await this.#files.makeFolder(this.#folder);
      if (this.#file === null) {
        this.#file = await this.#files.open(join(this.#folder, LINES), 'a');
        await this.#files.syncFolder(this.#folder);
      }
      const head = this.#torn ? '\n' : '';
      this.#torn = true;
      await this.#file.write(Buffer.from(head + lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
      this.#torn = false;
      if (durable) await this.#file.datasync();
    });
  }

  replace(lines: readonly QueueRecord[]): Promise<void> {
    return this.#inTurn('The queue of saves could not be written', async () => {
      await this.#file?.close();
      this.#file = null;
      const path = join(this.#folder, LINES);
      if (lines.length === 0) {
        await this.#files.remove(path);
      } else {
        await this.#files.makeFolder(this.#folder);
        await this.#files.replaceDurably(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      }
      this.#torn = false;
    });
  }

  async spool(id: string, text: string): Promise<void> {
    try {
      await this.#files.makeFolder(this.#folder);
      await this.#files.replaceDurably(join(this.#folder, `${id}.json`), text);
    } catch (error) {
      throw storageError(error, 'What was dropped could not be kept', this.#root);
    }
  }

  async spooled(id: string): Promise<string> {
    try {
      return await readFile(join(this.#folder, `${id}.json`), 'utf8');
    } catch (error) {
      throw storageError(error, 'What was dropped could not be read again', this.#root);
    }
  }

  async unspool(id: string): Promise<void> {
    // What stays behind is swept on the next opening.
    if (this.writable) await this.#files.remove(join(this.#folder, `${id}.json`)).catch(() => undefined);
  }

  async sweep(keep: ReadonlySet<string>): Promise<void> {
    for (const name of await listFolder(this.#folder)) {
      const id = SPOOLED.exec(name)?.[1];
      if (isTemporary(name) || (id !== undefined && !keep.has(id))) await this.#files.remove(join(this.#folder, name));
    }
  }

  close(): Promise<void> {
    return this.#inTurn('The queue of saves could not be closed', async () => {
      await this.#file?.close();
      this.#file = null;
    });
  }

  #inTurn<T>(what: string, work: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(work).catch((error: unknown) => {
      throw storageError(error, what, this.#root);
    });
    this.#tail = result.catch(() => undefined);
    return result;
  }
}

function parseLine(line: string): unknown[] {
  if (line.trim() === '') return [];
  try {
    return [JSON.parse(line) as unknown];
  } catch {
    return [];
  }
}
