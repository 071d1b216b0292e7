import { bringAlong, type Beside } from './came-with.ts';

/** Dropped files and folders: a saved page is joined with the images that its folder brings. */

/** As much of the file system entries of a drop as is used. */
export interface Entry {
  readonly name: string;
  readonly isFile: boolean;
  readonly isDirectory: boolean;
}
export interface FileEntry extends Entry {
  file(done: (file: File) => void, failed: (error: unknown) => void): void;
}
export interface FolderEntry extends Entry {
  createReader(): { readEntries(done: (entries: Entry[]) => void, failed: (error: unknown) => void): void };
}

const PAGE = /\.(?:html?|xhtml)$/i;
/** What a page's folder holds beside images (scripts, styles, fonts) is not asked for. */
const IMAGE = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$|^[^.]+$/i;
const MAX_FILES = 2000;
const MAX_DEPTH = 6;

const fileOf = (entry: FileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

async function entriesOf(folder: FolderEntry): Promise<Entry[]> {
  const reader = folder.createReader();
  const all: Entry[] = [];
  // A reader answers in pieces, and with none at its end.
  for (;;) {
    const piece = await new Promise<Entry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0 || all.length > MAX_FILES) return all;
    all.push(...piece);
  }
}

async function imagesIn(folder: FolderEntry, path: string, found: Beside[], depth: number): Promise<void> {
  if (depth > MAX_DEPTH) return;
  for (const entry of await entriesOf(folder)) {
    if (found.length >= MAX_FILES) return;
    const at = `${path}${entry.name}`;
    if (entry.isDirectory) await imagesIn(entry as FolderEntry, `${at}/`, found, depth + 1);
    else if (IMAGE.test(entry.name)) found.push({ path: at, file: await fileOf(entry as FileEntry) });
  }
}

/** The files of one level, each page with the images of the folders (and files) that lie beside it. */
async function level(entries: readonly Entry[], depth: number): Promise<File[]> {
  const files = entries.filter((entry) => entry.isFile && !entry.name.startsWith('.'));
  const folders = entries.filter((entry) => entry.isDirectory);
  const pages = files.filter(({ name }) => PAGE.test(name));
  if (pages.length === 0) {
    const inside = depth === 0 ? await Promise.all(folders.map(async (folder) => level(await entriesOf(folder as FolderEntry), 1))) : [];
    return [...(await Promise.all(files.map((entry) => fileOf(entry as FileEntry)))), ...inside.flat()];
  }
  const images: Beside[] = [];
  for (const entry of files)
    if (!PAGE.test(entry.name) && IMAGE.test(entry.name)) images.push({ path: entry.name, file: await fileOf(entry as FileEntry) });
  for (const folder of folders) await imagesIn(folder as FolderEntry, `${folder.name}/`, images, 1);
  const whole = await Promise.all(
    pages.map(async (entry) => {
      const own = images.filter(({ path }) => pages.length === 1 || belongsTo(entry.name, path));
      return bringAlong(await fileOf(entry as FileEntry), own);
    }),
  );
  const others = files.filter(({ name }) => !PAGE.test(name) && !IMAGE.test(name));
  return [...whole, ...(await Promise.all(others.map((entry) => fileOf(entry as FileEntry))))];
}

/** Whether a path begins with the folder of a page's files: `Story.html` has `Story_files`, `Story-Dateien` or the like. */
function belongsTo(page: string, path: string): boolean {
  const [folder = ''] = path.split('/');
  const stem = page.replace(PAGE, '');
  return path.includes('/') && (folder === stem || (folder.startsWith(stem) && /^[_.-]\p{L}+$/u.test(folder.slice(stem.length))));
}

/** The files of a drop. `entries` must be taken from it while it is being handled; what cannot be read is left out. */
export async function droppedFiles(entries: readonly Entry[]): Promise<File[]> {
  return level(entries, 0);
}
