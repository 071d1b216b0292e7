/** What the reader says inside the article, in the window's language. */
export interface Words {
  table: string;
  code: string;
  formula: string;
  /** "Enlarge image", followed by its description. */
  enlarge: string;
  missingImage: string;
}

/** What stands where an image is not stored or does not open. */
export function missingImage(image: HTMLImageElement, words: Words): HTMLElement {
  const note = image.ownerDocument.createElement('span');
  note.className = 'missing';
  note.textContent = image.alt === '' ? words.missingImage : `${words.missingImage}: ${image.alt}`;
  return note;
}

/** Gives clean nodes what reading needs: tables and code that scroll by keyboard, images that enlarge, notes for images that are not here. */
export function decorate(fragment: DocumentFragment, words: Words): void {
  for (const table of fragment.querySelectorAll('table')) {
    if (table.parentElement?.closest('table')) continue;
    const scroller = table.ownerDocument.createElement('div');
    scroller.className = 'table';
    scroller.tabIndex = 0;
    scroller.setAttribute('role', 'region');
    scroller.setAttribute('aria-label', table.caption?.textContent?.trim() || words.table);
    table.replaceWith(scroller);
    scroller.append(table);
  }
  // A formula on a line of its own scrolls inside itself, as a table does.
  for (const math of fragment.querySelectorAll('math[display="block"]')) {
    const scroller = math.ownerDocument.createElement('div');
    scroller.className = 'formula';
    scroller.tabIndex = 0;
    scroller.setAttribute('role', 'region');
    scroller.setAttribute('aria-label', words.formula);
    math.replaceWith(scroller);
    scroller.append(math);
  }
  for (const figure of fragment.querySelectorAll('figure')) {
    if (figure.querySelectorAll('img').length > 1 && figure.closest('table') === null) figure.classList.add('gallery');
  }
  for (const pre of fragment.querySelectorAll('pre')) {
    pre.tabIndex = 0;
    pre.setAttribute('role', 'region');
    pre.setAttribute('aria-label', words.code);
  }
  for (const image of fragment.querySelectorAll('img')) {
    if (!image.hasAttribute('src')) {
      image.replaceWith(missingImage(image, words));
      continue;
    }
    image.loading = 'lazy';
    image.decoding = 'async';
    if (image.closest('a[href]')) continue;
    image.dataset['zoom'] = '';
    image.tabIndex = 0;
    image.setAttribute('role', 'button');
    image.setAttribute('aria-label', image.alt === '' ? words.enlarge : `${words.enlarge}: ${image.alt}`);
  }
}
