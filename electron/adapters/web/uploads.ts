import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../core/errors.ts';

/** An upload whose next piece does not come is forgotten after this. */
const IDLE_MS = 10 * 60_000;

interface Upload {
  readonly folder: string;
  readonly path: string;
  size: number;
  idle: ReturnType<typeof setTimeout> | null;
}

/** Files on their way in. Each lies in a folder of its own that only this user may enter, and is removed when it is done with. */
export interface Uploads {
  /** Adds a piece that begins at byte `at` of the upload; `null` begins one that nobody can continue. Gives the size so far. */
  add(
    id: string | null,
    at: number,
    body: ReadableStream<Uint8Array> | null,
  ): Promise<{ path: string; size: number; remove(): Promise<void> }>;
}

export function createUploads(): Uploads {
  const uploads = new Map<string, Upload>();

  const forget = async (id: string | null, upload: Upload): Promise<void> => {
    if (upload.idle !== null) clearTimeout(upload.idle);
    if (id !== null && uploads.get(id) === upload) uploads.delete(id);
    await rm(upload.folder, { recursive: true, force: true });
  };

  const begin = async (): Promise<Upload> => {
    const folder = await mkdtemp(join(tmpdir(), 'offprint-import-'));
    return { folder, path: join(folder, 'library.zip'), size: 0, idle: null };
  };

  const uploadFor = async (id: string | null, at: number): Promise<Upload> => {
    const known = id === null ? undefined : uploads.get(id);
    if (known !== undefined && known.size === at) {
      if (known.idle !== null) clearTimeout(known.idle);
      return known;
    }
    if (known !== undefined) await forget(id, known);
    if (at === 0) return begin();
    throw new AppError('archive-invalid', 'The archive did not arrive whole, and the library stays as it is. Import it again.');
  };

  return {
    add: async (id, at, body) => {
      const upload = await uploadFor(id, at);
      try {
        await append(upload, body);
      } catch (error) {
        await forget(id, upload);
        throw withSentence(error);
      }
      if (id !== null) {
        uploads.set(id, upload);
        upload.idle = setTimeout(() => void forget(id, upload).catch(() => undefined), IDLE_MS);
        upload.idle.unref();
      }
      return { path: upload.path, size: upload.size, remove: () => forget(id, upload) };
    },
  };
}

async function append(upload: Upload, body: ReadableStream<Uint8Array> | null): Promise<void> {
  const file = await open(upload.path, 'a', 0o600);
  try {
    const reader = body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      await file.appendFile(next.value);
      upload.size += next.value.byteLength;
    }
  } finally {
    await file.close();
  }
}

function withSentence(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') return error;
  return new AppError('disk-full', `There is not enough room in ${tmpdir()} to receive the archive. Free some space and import it again.`);
}
