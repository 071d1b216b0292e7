/**
 * The files of a library that an archive may hold, by their whole path. Nothing else is packed or unpacked: no lock, no cache, no
 * temporary files, and nothing that could leave the folder.
 */
const PATHS = [
  /^format\.json$/,
  /^library\.json$/,
  /^journal\/\d{16}\.jsonl$/,
  /^articles\/[0-9a-z]{4}\.json$/,
  /^content\/([0-9a-z]{4})\/\1[0-9a-z]{8}\/(?!\.)[\w.-]{1,100}$/,
  /^content\/([0-9a-z]{4})\/\1[0-9a-z]{8}\/versions\/\d{1,6}\/(?!\.)[\w.-]{1,100}$/,
  /^images\/([0-9a-f]{2})\/\1[0-9a-f]{62}\.[a-z0-9]{1,5}$/,
];

export function isArchivePath(path: string): boolean {
  return PATHS.some((pattern) => pattern.test(path));
}

/** What an export says about itself in the archive's comment. */
export interface ArchiveComment {
  readonly offprint: 1;
  /** Library paths that were missing or altered when the archive was made (a check had or would have said so); `many` above 400. */
  readonly known: readonly string[] | 'many';
}

const MOST = 400;

export function writeComment(known: readonly string[]): string {
  return JSON.stringify({ offprint: 1, known: known.length > MOST ? 'many' : known } satisfies ArchiveComment);
}

/** Whether the archive itself says that `path` was not in order already. */
export function readComment(text: string): (path: string | null) => boolean {
  try {
    const { known } = JSON.parse(text) as Partial<ArchiveComment>;
    if (known === 'many') return () => true;
    const paths = new Set(Array.isArray(known) ? known : []);
    return (path) => path !== null && paths.has(path);
  } catch {
    return () => false;
  }
}
