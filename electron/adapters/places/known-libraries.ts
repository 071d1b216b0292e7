import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { configFolder } from '../platform/config-folder.ts';
import { libraryPath } from '../platform/library-path.ts';
import { Files } from '../store/files.ts';
import { storageError } from '../store/storage-error.ts';

const fileSchema = z.object({
  v: z.literal(1),
  /** Last opened first. */
  libraries: z.array(z.object({ name: z.string(), path: z.string() })),
  /** Folders that a library was moved from. `print` says what was in it: see `printOf`. */
  moved: z.array(z.object({ from: z.string(), to: z.string(), print: z.string() })),
});
export type Known = z.infer<typeof fileSchema>;

const NONE: Known = { v: 1, libraries: [], moved: [] };

/** The file of the libraries this person has, one for each account of the computer. */
export function knownLibrariesFile(): string {
  return join(configFolder(process.env, process.platform, homedir()), 'libraries.json');
}

/** A file that is missing or cannot be understood says nothing: no library depends on it. */
export function readKnown(file: string): Known {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NONE;
  }
}

export async function writeKnown(file: string, known: Known, files = new Files()): Promise<void> {
  try {
    await files.makeFolder(dirname(file));
    await files.replaceDurably(file, `${JSON.stringify(known, null, 2)}\n`);
  } catch (error) {
    throw storageError(error, 'The list of your libraries could not be saved', dirname(file));
  }
}

/** The library comes first in the list, under the name it has there, or the name of its folder. */
export function withFirst(known: Known, path: string, name?: string): Known {
  const before = known.libraries.find((each) => each.path === path);
  const entry = { name: name ?? before?.name ?? (basename(path) || path), path };
  return { ...known, libraries: [entry, ...known.libraries.filter((each) => each.path !== path)] };
}

/**
 * The library that a start without further words opens. `remembered` = it was there when it was opened last: where it is missing now, its
 * disk is, and no new one may be made in its place.
 */
export function startLibrary(env: Readonly<Record<string, string | undefined>> = process.env): { root: string; remembered: boolean } {
  const [last] = env['OFFPRINT_LIBRARY'] ? [] : readKnown(knownLibrariesFile()).libraries;
  return last ? { root: last.path, remembered: true } : { root: libraryPath(env, process.platform, homedir()), remembered: false };
}
