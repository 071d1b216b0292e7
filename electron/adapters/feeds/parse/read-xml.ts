import { Parser } from 'htmlparser2';
import type { Element } from './element.ts';
import { NAMESPACES } from './namespaces.table.ts';

/**
 * Any XML feed, however broken, as elements: one tree for what stands outside the items, and each item on its own, so that a feed of
 * 30,000 items never stands in memory whole. Entities that a document defines itself are never expanded; what lies deeper than
 * `MAX_DEPTH` keeps its text and loses its tags.
 */
export interface XmlReading {
  /** `rss`, `rdf` or `feed`; null where the text holds no feed. */
  readonly root: Element | null;
  readonly items: readonly Element[];
  /** Items there are, read or not. */
  readonly total: number;
  /** True where elements were nested too deeply to be kept. */
  readonly cut: boolean;
}

const MAX_DEPTH = 200;
/** Elements of one item: more is no article. */
const MAX_NODES = 20_000;
const ROOTS = new Set(['rss', 'feed', 'rdf', 'channel']);

interface Open extends Element {
  /** Prefix of the feed's own names, which are read as if they had none. */
  readonly own: string;
  /** Prefixes declared here, by prefix. */
  readonly spaces: Readonly<Record<string, string>>;
}

/** Bytes that XML forbids, and what stands before the document: a blank line, a comment of a server, a byte-order mark. */
function withoutNoise(text: string): string {
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ufeff]/g, '');
  const start = clean.search(/<(?:\?xml|!doctype|!--|rss|feed|channel|[a-z0-9]+:(?:feed|rss|rdf))[\s>]/i);
  return start > 0 ? clean.slice(start) : clean;
}

export function readXml(text: string, base: string, maxItems: number): XmlReading {
  const stack: Open[] = [];
  const items: Element[] = [];
  let root: Open | null = null;
  let total = 0;
  let cut = false;
  /** Elements of the tree that are open but not kept. */
  let skipped = 0;
  let nodes = 0;

  const top = (): Open | undefined => stack[stack.length - 1];

  const open = (tag: string, given: Record<string, string>): void => {
    const parent = top();
    if (skipped > 0 || stack.length >= MAX_DEPTH || nodes >= MAX_NODES) {
      skipped++;
      cut = true;
      return;
    }
    const element = elementOf(tag, given, parent, base);
    if (root === null) {
      // Whatever stands around a feed (a page's own tags) is passed over.
      if (!ROOTS.has(element.name)) return;
      root = element;
      stack.push(element);
      return;
    }
    if (parent === undefined) return;
    const isItem = (element.name === 'item' || element.name === 'entry') && element.space === '';
    if (isItem) {
      // No item stands in another: one that was never closed ends where the next begins.
      const outer = stack.findIndex(({ name, space }) => space === '' && (name === 'item' || name === 'entry'));
      if (outer >= 0) stack.length = outer;
      total++;
      nodes = 0;
      if (total <= maxItems) items.push(element);
    } else {
      nodes++;
      parent.children.push(element);
    }
    stack.push(element);
  };

  const close = (tag: string): void => {
    if (skipped > 0) {
      skipped--;
      return;
    }
    const name = tag.toLowerCase().split(':').at(-1);
    if (top()?.name === name) stack.pop();
  };

  const parser = new Parser(
    {
      onopentag: (tag, attributes) => open(tag, attributes),
      onclosetag: (tag) => close(tag),
      ontext: (data) => {
        if (total <= maxItems) top()?.children.push(data);
      },
    },
    { xmlMode: true, recognizeCDATA: true, decodeEntities: true, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.end(withoutNoise(text));
  return { root, items, total, cut };
}

function elementOf(tag: string, given: Record<string, string>, parent: Open | undefined, documentBase: string): Open {
  const attributes: Record<string, string> = {};
  let spaces = parent?.spaces ?? {};
  let base = parent?.base ?? documentBase;
  for (const [raw, value] of Object.entries(given)) {
    const name = raw.toLowerCase();
    if (name.startsWith('xmlns:')) {
      const known =
        NAMESPACES[
          value
            .trim()
            .toLowerCase()
            .replace(/[/#]+$/, '')
        ];
      if (known !== undefined) spaces = { ...spaces, [name.slice(6)]: known };
    } else if (name === 'xml:base') base = resolve(value, base) ?? base;
    else if (name !== 'xmlns') attributes[name] = value;
  }
  const lower = tag.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon < 0 ? '' : lower.slice(0, colon);
  const space = prefix === '' ? '' : (spaces[prefix] ?? prefix);
  const name = lower.slice(colon + 1);
  // Prefixed Atom (`<atom:feed>`) and RSS (`<rss1:item>`) are read like their bare forms; RDF's items have no prefix though its root has.
  const own = parent?.own ?? (space === 'rdf' ? '' : space);
  return { space: space === own || parent === undefined ? '' : space, name, attributes, children: [], base, spaces, own };
}

/** An absolute http(s) address, or null. */
export function resolve(address: string | null | undefined, base: string | null): string | null {
  const text = address?.trim() ?? '';
  if (text === '') return null;
  try {
    const url = base === null ? new URL(text) : new URL(text, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
