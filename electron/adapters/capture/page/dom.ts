import { parseHTML } from 'linkedom';

/** As much of the DOM as extraction uses. The project has no DOM types outside the renderer, and the document here is linkedom's. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly parentNode: DomNode | null;
  readonly parentElement: DomElement | null;
  readonly childNodes: Iterable<DomNode> & { readonly length: number };
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
  textContent: string;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly children: Iterable<DomElement> & { readonly length: number };
  readonly firstElementChild: DomElement | null;
  readonly nextElementSibling: DomElement | null;
  readonly previousElementSibling: DomElement | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  innerHTML: string;
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
  removeAttribute(name: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement> & { readonly length: number };
  contains(other: DomNode): boolean;
  closest(selector: string): DomElement | null;
  append(...nodes: (DomNode | string)[]): void;
  replaceWith(...nodes: (DomNode | string)[]): void;
  remove(): void;
}

export interface DomDocument {
  readonly documentElement: DomElement;
  readonly head: DomElement;
  readonly body: DomElement;
  readonly title: string;
  createElement(name: string): DomElement;
  cloneNode(deep: boolean): unknown;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement> & { readonly length: number };
}

export const ELEMENT = 1;
export const TEXT = 3;

export const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT;

/** A document of well-formed HTML (linkedom's parser is loose: give it what a real HTML parser wrote). */
export function documentOf(html: string, address: string): DomDocument {
  const { document } = parseHTML(html) as unknown as { document: DomDocument };
  // linkedom has neither; without them Readability leaves links and images relative.
  for (const name of ['baseURI', 'documentURI']) Object.defineProperty(document, name, { value: address, configurable: true });
  return document;
}

/** A document with `html` as its body. */
export function bodyOf(html: string): DomDocument {
  return documentOf(`<!doctype html><html><head></head><body>${html}</body></html>`, 'about:blank');
}

/** Text with runs of white space as one blank. */
export function flatText(node: DomNode): string {
  return node.textContent.replace(/[\s\u00a0]+/gu, ' ').trim();
}
