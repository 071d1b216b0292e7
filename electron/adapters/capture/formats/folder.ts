import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '../../../core/errors.ts';
import { fileError } from '../read-file.ts';

/** A "complete page" is a page and a folder of its files: which of a folder's files is the page. */

const PAGE = /\.(?:html?|xhtml|mht|mhtml)$/i;
/** How browsers of many languages call the folder beside `Page.html`. */
const FILES =
  /(?:_|-|\.)(?:files|dateien|fichiers|archivos|bestanden|dosyalar|filer|file|arquivos|soubory|pliki|ficheiros|elemei|fajlovi|tiedostot|failid|bylos|datoteke|data)$/i;

/**
 * The page of a folder: the only one, or the one that has a folder of files, or `index.html`. `names` are the entries of the folder.
 * Null where there is none, or where nothing tells which.
 */
export function pageAmong(names: readonly string[]): string | null {
  const pages = names.filter((name) => PAGE.test(name) && !name.startsWith('.')).sort();
  if (pages.length <= 1) return pages[0] ?? null;
  const folders = names.filter((name) => FILES.test(name)).map((name) => name.replace(FILES, ''));
  const withFiles = pages.filter((name) => folders.includes(name.replace(PAGE, '')));
  if (withFiles.length === 1) return withFiles[0] ?? null;
  return pages.find((name) => /^index\.x?html?$/i.test(name)) ?? null;
}

/** The path of the page in a folder of this computer. Rejects with an AppError that says what to do. */
export async function pageIn(folder: string): Promise<string> {
  const name = basename(folder);
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    throw fileError((error as NodeJS.ErrnoException).code ?? '', folder);
  }
  const page = pageAmong(names);
  if (page !== null) return join(folder, page);
  const several = names.some((one) => PAGE.test(one));
  // Browsers keep the page beside the folder of its files, and it is the folder that is easily taken for the page.
  const hint = FILES.test(name)
    ? ' Choose the page that lies beside it.'
    : several
      ? ' Choose one of them.'
      : ' Choose a saved page (HTML, MHTML) in it.';
  throw new AppError(
    'unsupported-file',
    several ? `“${name}” is a folder with several pages.${hint}` : `“${name}” is a folder without a page in it.${hint}`,
    {
      details: { path: folder },
      retryable: false,
    },
  );
}
