/** An element of a feed, as much of it as reading needs. `name` is lower case; `space` its canonical prefix, empty for none. */
export interface Element {
  readonly space: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  /** `xml:base` in force here, absolute; null where nothing says. */
  readonly base: string | null;
}

export const isElement = (node: Element | string): node is Element => typeof node !== 'string';

/** Children of these names, in document order. `space` null = any. */
export function kids(element: Element, name: string, space: string | null = ''): Element[] {
  return element.children.filter(
    (node): node is Element => isElement(node) && node.name === name && (space === null || node.space === space),
  );
}

/** The first child that has any of the names, tried in their order. `dc:date` means that prefix; a bare name means none. */
export function kid(element: Element, ...names: string[]): Element | null {
  for (const full of names) {
    const [space, name] = splitName(full);
    const found = kids(element, name, space)[0];
    if (found !== undefined) return found;
  }
  return null;
}

function splitName(full: string): [string, string] {
  const colon = full.indexOf(':');
  return colon < 0 ? ['', full] : [full.slice(0, colon), full.slice(colon + 1)];
}

/** All text inside, without recursion. */
export function textOf(element: Element | null): string {
  if (element === null) return '';
  let text = '';
  const open: (Element | string)[] = [element];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isElement(node)) text += node;
    else for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at] ?? '');
  }
  return text.trim();
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

export const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What is inside, as HTML: for XHTML content, and for markup that a feed forgot to escape. Without recursion. */
export function innerHtml(element: Element): string {
  let html = '';
  const open: (Element | string | { end: string })[] = [...element.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === 'string') html += escapeText(node);
    else if ('end' in node) html += `</${node.end}>`;
    else {
      const attributes = Object.entries(node.attributes).filter(([name]) => /^[a-z][\w-]*$/i.test(name));
      html += `<${node.name}${attributes.map(([name, value]) => ` ${name}="${escapeText(value).replace(/"/g, '&quot;')}"`).join('')}>`;
      if (VOID.has(node.name)) continue;
      open.push({ end: node.name });
      for (let at = node.children.length - 1; at >= 0; at--) open.push(node.children[at] ?? '');
    }
  }
  return html.trim();
}
