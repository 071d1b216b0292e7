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

/** Prints the article and nothing else, whichever way printing was started. Returns the function that stops. */
export function preparePrinting(article: () => HTMLElement | null, heading: () => string[]): () => void {
  const { on, stop } = createListeners();
  const clear = (): void => document.getElementById('print')?.remove();
  on(window, 'beforeprint', () => {
    clear();
    const open = article();
    if (open) document.body.append(printCopyOf(open, heading()));
  });
  on(window, 'afterprint', clear);
  return () => {
    stop();
    clear();
  };
}
