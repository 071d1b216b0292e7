/**
 * What belongs to a file beyond its own bytes: the images of a saved page that were dropped with it, and the plain text of a selection
 * that was pasted as HTML. Kept beside the `File`, which is what the dialog holds and shows.
 */

/** One file of a page, by its path from the page's folder (with `/`). */
export interface Beside {
  readonly path: string;
  readonly file: File;
}

const beside = new WeakMap<File, readonly Beside[]>();
const selections = new WeakMap<File, string>();

export const besideOf = (page: File): readonly Beside[] => beside.get(page) ?? [];

export function bringAlong(page: File, files: readonly Beside[]): File {
  if (files.length > 0) beside.set(page, files);
  return page;
}

/** The plain text of a pasted selection; null where the file is none. */
export const selectionText = (file: File): string | null => selections.get(file) ?? null;

/** Markup that says more than its plain text: without any of it, the text is what was meant. */
const RICH = /<(?:p|h[1-6]|li|img|a|table|blockquote|figure|article)[\s>]/i;

/** A selection as the clipboard gives it, as a file of the dialog; null where the plain text says as much. */
export function pastedSelection(html: string, plain: string, name: string): File | null {
  if (!RICH.test(html)) return null;
  const file = new File([html], name, { type: 'text/html' });
  selections.set(file, plain);
  return file;
}
