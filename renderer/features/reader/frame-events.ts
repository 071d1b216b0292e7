import { dispatchKey } from '../../commands/dispatch.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { createListeners } from '../../ui/listeners.ts';
import { missingImage, type Words } from './decorate.ts';
import { ID_PREFIX } from './sanitise.ts';

export interface FrameHandlers {
  /** A link of the article was followed. `anchor` is in the frame. */
  onLink: (href: string, anchor: Element) => void;
  /** A link to a place in the article; `target` is in the frame. */
  onAnchor: (target: Element) => void;
  /** A mark of a note was followed; `target` is the note. False where it is better jumped to. */
  onNote: (target: Element, anchor: Element) => boolean;
  onImage: (image: HTMLImageElement) => void;
  /** A highlight, or its button in the margin, was chosen. */
  onMark: (id: string, anchor: Element) => void;
  /** The address of the link under the pointer or the focus; null for none. */
  onAddress: (href: string | null) => void;
  words: Words;
}

// The frame's elements belong to another realm: `instanceof` of this window does not know them.
const elementOf = (event: Event): Element | null =>
  typeof (event.target as Element | null)?.closest === 'function' ? (event.target as Element) : null;

function placeFor(doc: Document, fragment: string): Element | null {
  let id = fragment;
  try {
    id = decodeURIComponent(fragment);
  } catch {
    // A stray per cent sign: the id as it stands.
  }
  return doc.getElementById(ID_PREFIX + id) ?? doc.getElementById(ID_PREFIX + fragment);
}

/**
 * Listens inside the frame, from outside it: nothing in the frame can run. A click never navigates (a policy of the frame alone would not
 * stop that); keys go to the commands; what is dropped or pasted on the frame happens to the window. Returns the function that stops.
 */
export function listenInFrame(doc: Document, frame: HTMLElement, handlers: FrameHandlers): () => void {
  const { on, stop } = createListeners();

  const follow = (event: Event, element: Element): boolean => {
    const link = element.closest('a[href]');
    if (link) {
      const href = link.getAttribute('href') ?? '';
      const place = href.startsWith('#') ? placeFor(doc, href.slice(1)) : null;
      if (place && handlers.onNote(place, link)) return true;
      if (place) handlers.onAnchor(place);
      else if (!href.startsWith('#')) handlers.onLink(href, link);
      return true;
    }
    const image = element.closest<HTMLImageElement>('img[data-zoom]');
    if (image && event.type !== 'auxclick') {
      handlers.onImage(image);
      return true;
    }
    const mark = element.closest<HTMLElement>('[data-pin],mark.highlight');
    // The end of selecting words inside a highlight is no click on it.
    if (mark && event.type !== 'auxclick' && (mark.dataset['pin'] !== undefined || doc.getSelection()?.isCollapsed !== false)) {
      handlers.onMark(mark.dataset['pin'] ?? mark.dataset['highlight'] ?? '', mark);
      return true;
    }
    return false;
  };

  const onClick = (event: Event): void => {
    const element = elementOf(event);
    if (!element) return;
    // `details` opens by itself; everything else that a click could start is cancelled here.
    if (element.closest('a,area,[data-zoom]')) event.preventDefault();
    follow(event, element);
  };
  on(doc, 'click', onClick, { capture: true });
  on(doc, 'auxclick', onClick, { capture: true });
  on(doc, 'submit', (event) => event.preventDefault(), { capture: true });
  // Focus inside a frame is silent outside it.
  on(doc, 'focusin', () => useUiStore.getState().setPane('reader'));
  const showAddress = (event: Event): void => {
    const href = elementOf(event)?.closest('a[href]')?.getAttribute('href') ?? null;
    handlers.onAddress(href === null || href.startsWith('#') ? null : href);
  };
  on(doc, 'mouseover', showAddress);
  on(doc, 'focusin', showAddress);
  for (const type of ['mouseleave', 'focusout']) on(doc, type, () => handlers.onAddress(null));

  on<KeyboardEvent>(doc, 'keydown', (event) => {
    const element = elementOf(event);
    if ((event.key === 'Enter' || event.key === ' ') && element?.matches('img[data-zoom],[data-pin]')) {
      event.preventDefault();
      follow(event, element);
      return;
    }
    // Enter on a link is a click that follows; a summary opens and closes with both.
    if (event.key === 'Enter' && element?.closest('a[href],summary')) return;
    if (event.key === ' ' && element?.closest('summary')) return;
    dispatchKey(event);
  });

  on(
    doc,
    'error',
    (event) => {
      const image = elementOf(event);
      if (image?.localName === 'img') image.replaceWith(missingImage(image as HTMLImageElement, handlers.words));
    },
    { capture: true },
  );

  for (const type of ['dragenter', 'dragover', 'drop']) {
    on<DragEvent>(
      doc,
      type,
      (event) => {
        event.preventDefault();
        frame.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: event.dataTransfer }));
      },
      { capture: true },
    );
  }
  on<ClipboardEvent>(
    doc,
    'paste',
    (event) => {
      event.preventDefault();
      frame.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: event.clipboardData }));
    },
    { capture: true },
  );
  return stop;
}
