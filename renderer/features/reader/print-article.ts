import { createListeners } from '../../ui/listeners.ts';

/**
 * A printer sees a frame as one block and would cut it through its lines, so the window prints a copy: the cleaned nodes of the frame,
 * put into `#print` while the browser prints, and taken out afterwards (styles/print.css shows nothing else then).
 */
export function printCopyOf(article: HTMLElement, heading: readonly string[]): HTMLElement {
  const holder = document.createElement('div');
  holder.id = 'print';
  const header = document.createElement('header');
  for (const [at, line] of heading.entries()) {
    const element = document.createElement(at === 0 ? 'h1' : 'p');
    element.dir = 'auto';
    element.textContent = line;
    header.append(element);
  }
  const copy = document.importNode(article, true);
  for (const image of copy.querySelectorAll('img')) {
    image.loading = 'eager';
    image.decoding = 'sync';
  }
  for (const details of copy.querySelectorAll('details')) details.open = true;
  holder.append(header, copy);
  return holder;
}

const clear = (): void => document.getElementById('print')?.remove();

/** While something prints in its own time: what the browser tells of printing then changes nothing. */
let held = false;
/** Characters of the text whose letters say which parts of a face are needed. */
const SAMPLE = 20_000;

/**
 * Loads the faces an article is printed in: this window shows none of its text itself, and what is not loaded when a printer asks is
 * missing on paper. A face that fails has its fallbacks.
 */
export async function loadFaces(article: HTMLElement): Promise<void> {
  const faces = document.fonts as FontFaceSet | undefined;
  if (!faces) return;
  const letters = [...new Set((article.textContent ?? '').slice(0, SAMPLE))].join('');
  const family = '"Source Serif 4 Variable"';
  await Promise.all(['', 'italic ', '650 '].map((style) => faces.load(`${style}11pt ${family}`, letters).catch(() => [])));
}

/**
 * Runs something while the window would print the article, its images ready to be drawn: for a printer that draws when it has told that it
 * is done.
 */
export async function whilePrintable<T>(article: HTMLElement, heading: readonly string[], run: () => Promise<T>): Promise<T> {
  clear();
  const copy = printCopyOf(article, heading);
  document.body.append(copy);
  held = true;
  try {
    await loadFaces(article);
    await Promise.all([...copy.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)));
    return await run();
  } finally {
    held = false;
    clear();
  }
}

/** Prints the article and nothing else, whichever way printing was started. Returns the function that stops. */
export function preparePrinting(article: () => HTMLElement | null, heading: () => string[]): () => void {
  const { on, stop } = createListeners();
  on(window, 'beforeprint', () => {
    if (held) return;
    clear();
    const open = article();
    if (open) document.body.append(printCopyOf(open, heading()));
  });
  on(window, 'afterprint', () => {
    if (!held) clear();
  });
  return () => {
    stop();
    if (!held) clear();
  };
}
