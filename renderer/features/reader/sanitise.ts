import createDOMPurify, { type Config, type DOMPurify } from 'dompurify';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from './allowed.table.ts';

/** Images of the library, and nothing else, are what an article may load. */
const LIBRARY_IMAGE = /^\/images\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{2,5}$/;
/** Addresses a link may hold; it is the window that follows them, never the frame. */
const LINK = /^(?:https?:\/\/|mailto:|tel:|#)/i;
/** Prefix of the article's own ids (DOMPurify sets it): they can never hide a property of the document. */
export const ID_PREFIX = 'user-content-';

const CONFIG: Config = {
  ALLOWED_TAGS: [...ALLOWED_TAGS],
  ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:|tel:|#|\/images\/)/i,
  // The pattern above is for addresses only: without this DOMPurify holds every value to it, and widths and languages are lost.
  ADD_URI_SAFE_ATTR: ALLOWED_ATTRIBUTES.filter((name) => name !== 'href' && name !== 'src'),
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  SAFE_FOR_XML: true,
  KEEP_CONTENT: true,
  RETURN_DOM_FRAGMENT: true,
};

export interface Sanitiser {
  /** Clean nodes of a piece of an article, in no document that shows anything. */
  clean(dirty: string | Node): DocumentFragment;
}

function enforce(purify: DOMPurify): void {
  purify.addHook('afterSanitizeAttributes', (node) => {
    for (const attribute of [...node.attributes]) {
      const { name, value } = attribute;
      const kept =
        name === 'src'
          ? node.nodeName === 'IMG' && LIBRARY_IMAGE.test(value)
          : name === 'href'
            ? node.nodeName === 'A' && LINK.test(value.trim())
            : (ALLOWED_ATTRIBUTES as readonly string[]).includes(name);
      if (!kept) node.removeAttribute(name);
    }
  });
}

/**
 * What must not come through, and what must. Nothing here that the window's own policy would report while it is parsed (handlers, styles):
 * an attribute that is not allowed stands for all of them.
 */
const CANARY =
  '<p class="x()">kept<script>x()</script><img src="https://example.org/t.gif" srcset="https://example.org/t.gif 2x"><img src="/images/ab/' +
  `${'ab'.repeat(32)}.png" alt="k"><a href="javascript:x()" ping="https://example.org">a</a><iframe src="//example.org"></iframe>` +
  '<svg><a href="javascript:x()"><text>b</text></a></svg><math><mtext><table><mglyph><title>x()</title></mglyph></table></mtext></math>' +
  '<form action="//example.org"><input value="x()"></form><object data="//example.org"></object></p>';

function worksOn({ clean }: Sanitiser): boolean {
  const holder = document.implementation.createHTMLDocument('').createElement('div');
  holder.append(clean(CANARY));
  const elements = [...holder.querySelectorAll('*')];
  const safe = elements.every(
    (element) =>
      (ALLOWED_TAGS as readonly string[]).includes(element.localName) &&
      [...element.attributes].every(
        ({ name, value }) => !name.startsWith('on') && !value.includes('x()') && !value.includes('example.org'),
      ),
  );
  return safe && holder.textContent.includes('kept') && holder.querySelectorAll('img[src]').length === 1;
}

/**
 * The sanitiser of this window, or null where it does not work here (an unsupported DOM, or a canary came through): then an article is
 * shown as plain text. What is stored was cleaned when it was saved; this is the second, independent pass, in the DOM that shows it.
 */
export function createSanitiser(win: Window & typeof globalThis = window): Sanitiser | null {
  const purify = createDOMPurify(win);
  if (!purify.isSupported) return null;
  enforce(purify);
  const sanitiser: Sanitiser = { clean: (dirty) => purify.sanitize(dirty, CONFIG) as unknown as DocumentFragment };
  try {
    return worksOn(sanitiser) ? sanitiser : null;
  } catch {
    return null;
  }
}
