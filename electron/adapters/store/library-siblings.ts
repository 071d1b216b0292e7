import { dirname, join } from 'node:path';
import { listFolder, type Files } from './files.ts';

/** Folders that importing makes beside a library. */
export const SIBLINGS = { staging: 'importing', kept: 'before-import', empty: 'replaced' } as const;

/** `<root>.<kind>-<mark>`. */
export function siblingName(root: string, kind: string, mark: string): string {
  return `${root}.${kind}-${mark}`;
}

/**
 * Puts the library back that an import had just moved aside when it was cut off: between the two renames there is no folder under the
 * library's name, but a staged one and a kept one. Returns true where it did.
 */
export async function undoCutOffSwap(root: string, files: Files): Promise<boolean> {
  const folder = dirname(root);
  const names = (await listFolder(folder)).map((name) => join(folder, name));
  if (names.includes(root)) return false;
  const staged = names.some((name) => name.startsWith(siblingName(root, SIBLINGS.staging, '')));
  const kept = names.filter((name) => name.startsWith(siblingName(root, SIBLINGS.kept, ''))).at(-1);
  const empty = names.find((name) => name.startsWith(siblingName(root, SIBLINGS.empty, '')));
  const back = empty ?? kept;
  if (!staged || !back) return false;
  await files.rename(back, root);
  await files.syncFolder(folder);
  return true;
}
