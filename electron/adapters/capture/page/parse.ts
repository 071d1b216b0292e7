import { parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/**
 * Foreign HTML to a document. parse5 follows the HTML standard (linkedom alone misreads old pages); what no extractor needs is dropped from
 * its tree before anything recursive sees it, and pages beyond the caps are not taken further.
 */
export const MAX_CHARACTERS = 5_000_000;
export const MAX_NODES = 50_000;
export const MAX_DEPTH = 500;
/** Sum of the depths of all nodes: many nodes far down are what makes every walk up the tree dear. A large real page has a fifth of it. */
export const MAX_WEIGHT = 2_500_000;

// prettier-ignore
const DROPPED: ReadonlySet<string> = new Set(['style', 'template', 'object', 'applet', 'param', 'canvas', 'dialog', 'input', 'select', 'option', 'optgroup', 'textarea', 'datalist', 'progress', 'meter', 'map', 'area', 'slot', 'portal', 'frame', 'frameset', 'noframes', 'noembed', 'track']);

export interface ParsedTree {
  readonly tree: Tree.Document;
  readonly nodes: number;
  readonly depth: number;
  readonly weight: number;
}

type Parent = Tree.Document | Tree.Element | Tree.DocumentFragment;

const attribute = (element: Tree.Element, name: string): string | undefined => element.attrs.find((item) => item.name === name)?.value;

/** Content of a declarative shadow root: the page shows it, though it stands in a template. */
function shadowContent(node: Tree.ChildNode): Tree.ChildNode[] | null {
  if (node.nodeName !== 'template' || !('content' in node)) return null;
  const template = node;
  return attribute(template, 'shadowrootmode') !== undefined ? template.content.childNodes : null;
}

function isWanted(node: Tree.ChildNode): boolean {
  if (node.nodeName === '#comment') return false;
  if (!('tagName' in node)) return true;
  if (node.tagName === 'script') return /^application\/ld\+json/i.test((attribute(node, 'type') ?? '').trim());
  return !DROPPED.has(node.tagName);
}

/** Parses and prunes; counts what is left. Never recursive. */
export function parseTree(html: string): ParsedTree {
  // Scripting off, so that `noscript` holds elements: lazy pages keep their images there.
  const tree = parse(html, { scriptingEnabled: false });
  let nodes = 0;
  let depth = 0;
  let weight = 0;
  const open: { parent: Parent; level: number }[] = [{ parent: tree, level: 0 }];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { parent, level } = item;
    depth = Math.max(depth, level);
    const children = parent.childNodes.flatMap((child) => shadowContent(child) ?? [child]).filter(isWanted);
    for (const child of children) {
      child.parentNode = parent;
      nodes++;
      weight += level;
      // Written out, each of these is an entity, and the next parser makes a node of every one.
      if (child.nodeName === '#text' && parent.nodeName !== 'script')
        nodes += (child as Tree.TextNode).value.match(/[&<>\u00a0]/g)?.length ?? 0;
      if ('childNodes' in child) open.push({ parent: child, level: level + 1 });
    }
    parent.childNodes = children;
  }
  return { tree, nodes, depth, weight };
}

/** True where the tree is small enough for the extractors, which are recursive and quadratic in places. */
export function withinCaps({ nodes, depth, weight }: ParsedTree): boolean {
  return nodes <= MAX_NODES && depth <= MAX_DEPTH && weight <= MAX_WEIGHT;
}

export const treeHtml = ({ tree }: ParsedTree): string => serialize(tree);
