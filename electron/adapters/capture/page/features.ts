import type { Block } from './blocks.ts';
import type { DomElement } from './dom.ts';

/** What can be said of a block of text without knowing its site: the evidence that the jury weighs (see jury.ts). */

export interface Votes {
  readonly readability: ReadonlySet<number>;
  readonly defuddle: ReadonlySet<number> | null;
  readonly container: ReadonlySet<number>;
}

export interface Context {
  readonly votes: Votes;
  /** Key of the text that the page's own JSON-LD gives for the article; empty where it gives none. */
  readonly linkedBody: string;
  /** Keys of the titles the page goes by. */
  readonly titles: ReadonlySet<string>;
  /** 0 to 1: how much speaks for a thread of posts, where the answers are the text. */
  readonly discussion: number;
}

const HARD =
  /comment|relat|recommend|sidebar|footer|\bnav|menu|share|social|promo|newsletter|advert|cookie|consent|breadcrumb|teaser|widget|popup|modal|signup|outbrain|taboola|popular|trending/i;
const SOFT =
  /author|byline|meta|caption|credit|date|\btags?\b|topic|more-|read-?more|toolbar|login|hidden|print|disclaimer|copyright|sponsor|subscri|pagin|next|prev|rating|carousel|gallery|header|banner/i;
const CONTENT =
  /article-?_*body|article-?_*content|entry-?content|post-?content|story-?body|body-?text|content-?body|article-?text|post-?body|richtext|rich-text|wysiwyg|markdown|prose/i;
// prettier-ignore
const CALLS = /^(?:read (?:more|also|next)|see also|also read|related|more (?:from|on|stories)|recommended|you (?:may|might) (?:also )?like|subscribe|sign up|newsletter|follow (?:us|me)|share|click here|advertis|watch:|listen|photo:|image:|credit|source:|tags?:|filed under|posted (?:in|on|by)|published|updated|copyright|©|all rights|lesen sie|mehr zum|zum thema|lire aussi|à lire|leia (?:também|mais)|lee también|leggi anche|lees ook|читайте также|читать также|ayrıca|oxşar|ilgili|相关|延伸阅读|推荐阅读|责任编辑|編輯|关注|분享|관련|関連)/iu;
const POST = /(?:^|[\s_-])(?:post|message|comment|reply|answer|usercontent|bbwrapper)s?(?:$|[\s_-]|body|content|text|main|wrap)/i;
const DATED = /\b(?:19|20)\d\d\b|\d{1,2}:\d{2}/;
const PUNCTUATION = /[.!?…:;。！？؟।"”’»)]$/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/gu;

export const FEATURES = [
  'bias',
  'R',
  'D',
  'S',
  'RD',
  'RS',
  'DS',
  'RDS',
  'noD',
  'prevR',
  'nextR',
  'prevS',
  'nextS',
  'prevD',
  'nextD',
  'length',
  'short',
  'tiny',
  'long',
  'linkDensity',
  'mostlyLink',
  'stop',
  'commas',
  'heading',
  'item',
  'paragraph',
  'other',
  'caption',
  'cell',
  'table',
  'pre',
  'quote',
  'control',
  'nav',
  'aside',
  'head',
  'form',
  'footer',
  'body',
  'article',
  'main',
  'content',
  'hardNear',
  'hardFar',
  'softNear',
  'softFar',
  'beforeR',
  'afterR',
  'parentR',
  'parentS',
  'parentD',
  'repeated',
  'dated',
  'call',
  'inBody',
  'notInBody',
  'title',
  'hidden',
  'longParagraph',
  'shortNoR',
  'headingNoNext',
  'itemLinked',
  'inFigure',
  'looks',
  'grandR',
  'keptShare',
  'agree',
  'distance',
  'prevLength',
  'nextLength',
  'prevLinked',
  'nextLinked',
  'topParent',
  'place',
  'words',
  'forum',
  'inPost',
  'forumPost',
] as const;
export type Feature = (typeof FEATURES)[number];

interface Place {
  nav: boolean;
  aside: boolean;
  head: boolean;
  form: boolean;
  footer: boolean;
  body: boolean;
  article: boolean;
  main: boolean;
  content: boolean;
  hardNear: boolean;
  hardFar: boolean;
  softNear: boolean;
  softFar: boolean;
  hidden: boolean;
  inFigure: boolean;
  inPost: boolean;
}

const NONE: Place = {
  nav: false,
  aside: false,
  head: false,
  form: false,
  footer: false,
  body: false,
  article: false,
  main: false,
  content: false,
  hardNear: false,
  hardFar: false,
  softNear: false,
  softFar: false,
  hidden: false,
  inFigure: false,
  inPost: false,
};

/** Where a block stands, read from its ancestors once for each of them. */
function placeReader(): (element: DomElement) => Place {
  interface Own {
    hard: boolean;
    soft: boolean;
    content: boolean;
    name: string;
    body: boolean;
    hidden: boolean;
    post: boolean;
  }
  const owns = new Map<DomElement, Own>();
  const own = (element: DomElement): Own => {
    let found = owns.get(element);
    if (found === undefined) {
      const words = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('data-testid') ?? ''} ${element.getAttribute('role') ?? ''}`;
      const page = /^(?:html|body)$/.test(element.localName);
      found = {
        hard: !page && HARD.test(words),
        soft: !page && SOFT.test(words),
        content: CONTENT.test(words),
        post: !page && POST.test(words.replace(/([a-z])([A-Z])/g, '$1-$2')),
        name: element.localName,
        body: /articleBody/.test(element.getAttribute('itemprop') ?? ''),
        hidden:
          element.hasAttribute('hidden') ||
          element.getAttribute('aria-hidden') === 'true' ||
          /display\s*:\s*none/i.test(element.getAttribute('style') ?? ''),
      };
      owns.set(element, found);
    }
    return found;
  };
  return (element) => {
    const place = { ...NONE };
    let level = 0;
    for (let node: DomElement | null = element; node !== null; node = node.parentElement, level++) {
      const { hard, soft, content, name, body, hidden, post } = own(node);
      const inside = !place.article && !place.main && !place.body;
      if (hard) {
        if (level < 4) place.hardNear = true;
        else if (inside) place.hardFar = true;
      }
      if (soft) {
        if (level < 3) place.softNear = true;
        else if (inside) place.softFar = true;
      }
      if (content) place.content = true;
      if (post && level < 8) place.inPost = true;
      if (hidden) place.hidden = true;
      if (body) place.body = true;
      if (name === 'nav') place.nav = true;
      else if (name === 'aside') place.aside = true;
      else if (name === 'header') place.head = true;
      else if (name === 'form') place.form = true;
      else if (name === 'footer') place.footer = true;
      else if (name === 'article') place.article = true;
      else if (name === 'main') place.main = true;
      else if (name === 'figure') place.inFigure = true;
    }
    return place;
  };
}

function tagOf(
  element: DomElement,
): 'heading' | 'item' | 'paragraph' | 'caption' | 'cell' | 'table' | 'pre' | 'quote' | 'control' | 'other' {
  const name = element.localName;
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (name === 'figcaption' || name === 'caption') return 'caption';
  if (name === 'table' || name === 'pre') return name;
  if (name === 'button' || name === 'legend' || name === 'summary') return 'control';
  if (element.closest('blockquote') !== null) return 'quote';
  if (name === 'li' || name === 'dd' || name === 'dt' || element.parentElement?.localName === 'li') return 'item';
  if (name === 'td' || name === 'th') return 'cell';
  return name === 'p' ? 'paragraph' : 'other';
}

const flag = (value: boolean): number => (value ? 1 : 0);

/** How a block looks to a style sheet: blocks of one kind in one template look alike. */
const looksOf = ({ element }: Block): string => {
  const parent = element.parentElement;
  return `${element.localName}.${element.getAttribute('class') ?? ''}<${parent?.localName ?? ''}.${parent?.getAttribute('class') ?? ''}`;
};

/** For each block, the share of the text of all that go by the same name which a witness kept. */
function shareBy<T>(blocks: readonly Block[], kept: ReadonlySet<number>, nameOf: (block: Block) => T): (block: Block) => number {
  const sums = new Map<T, { all: number; kept: number }>();
  blocks.forEach((block, index) => {
    const name = nameOf(block);
    const sum = sums.get(name) ?? { all: 0, kept: 0 };
    sum.all += block.key.length;
    if (kept.has(index)) sum.kept += block.key.length;
    sums.set(name, sum);
  });
  return (block) => {
    const sum = sums.get(nameOf(block));
    return sum === undefined || sum.all === 0 ? 0 : sum.kept / sum.all;
  };
}

/** Blocks from each to the nearest that was kept. */
function distances(count: number, kept: ReadonlySet<number>): number[] {
  const out = new Array<number>(count).fill(count);
  let since = count;
  for (let at = 0; at < count; at++) out[at] = since = kept.has(at) ? 0 : since + 1;
  since = count;
  for (let at = count - 1; at >= 0; at--) {
    since = kept.has(at) ? 0 : since + 1;
    out[at] = Math.min(out[at] ?? count, since);
  }
  return out;
}

/** The element that directly holds most of what was kept. */
function topParentOf(blocks: readonly Block[], kept: ReadonlySet<number>): DomElement | null {
  const sums = new Map<DomElement | null, number>();
  let best: DomElement | null = null;
  for (const index of kept) {
    const block = blocks[index];
    if (block === undefined) continue;
    const parent = block.element.parentElement;
    const sum = (sums.get(parent) ?? 0) + block.key.length;
    sums.set(parent, sum);
    if (sum > (sums.get(best) ?? 0)) best = parent;
  }
  return best;
}

const keyLength = (blocks: readonly Block[], kept: Iterable<number>): number => {
  let sum = 0;
  for (const index of kept) sum += blocks[index]?.key.length ?? 0;
  return sum;
};

const scale = (size: number): number => Math.min(Math.log2(1 + size) / 10, 1);

/** One row of evidence for each block, in the order of `FEATURES`. */
export function weigh(blocks: readonly Block[], { votes, linkedBody, titles, discussion }: Context): Record<Feature, number>[] {
  const place = placeReader();
  const { readability, container, defuddle } = votes;
  const parentOf = ({ element }: Block): DomElement | null => element.parentElement;
  const parentR = shareBy(blocks, readability, parentOf);
  const parentS = shareBy(blocks, container, parentOf);
  const parentD = defuddle === null ? null : shareBy(blocks, defuddle, parentOf);
  const looks = shareBy(blocks, readability, looksOf);
  const grandR = shareBy(blocks, readability, ({ element }) => element.parentElement?.parentElement ?? null);
  const away = distances(blocks.length, readability);
  const top = topParentOf(blocks, readability);
  const sizeR = keyLength(blocks, readability);
  const keptShare =
    sizeR /
    Math.max(
      1,
      blocks.reduce((sum, block) => sum + block.key.length, 0),
    );
  const both = keyLength(
    blocks,
    [...readability].filter((index) => container.has(index)),
  );
  const agree = both / Math.max(1, sizeR + keyLength(blocks, container) - both);
  const first = Math.min(...readability);
  const last = Math.max(...readability);
  const seen = new Set<string>();
  return blocks.map((block, index) => {
    const { element, text, key, linked } = block;
    const [prev, next] = [blocks[index - 1], blocks[index + 1]];
    const at = place(element);
    const tag = tagOf(element);
    const size = text.length + (text.match(WIDE)?.length ?? 0);
    const r = readability.has(index);
    const s = container.has(index);
    const d = defuddle?.has(index) ?? false;
    const density = linked / text.length;
    const repeated = key.length > 12 && seen.has(key);
    seen.add(key);
    const inBody = linkedBody !== '' && linkedBody.includes(key.slice(0, 80));
    return {
      bias: 1,
      R: flag(r),
      D: flag(d),
      S: flag(s),
      RD: flag(r && d),
      RS: flag(r && s),
      DS: flag(d && s),
      RDS: flag(r && d && s),
      noD: flag(defuddle === null),
      prevR: flag(readability.has(index - 1)),
      nextR: flag(readability.has(index + 1)),
      prevS: flag(container.has(index - 1)),
      nextS: flag(container.has(index + 1)),
      prevD: flag(defuddle?.has(index - 1) ?? false),
      nextD: flag(defuddle?.has(index + 1) ?? false),
      length: scale(size),
      short: flag(size < 40),
      tiny: flag(size < 15),
      long: flag(size > 150),
      linkDensity: density,
      mostlyLink: flag(density > 0.7),
      stop: flag(PUNCTUATION.test(text)),
      commas: Math.min((text.match(/[,，、;]/gu)?.length ?? 0) / 5, 1),
      heading: flag(tag === 'heading'),
      item: flag(tag === 'item'),
      paragraph: flag(tag === 'paragraph'),
      other: flag(tag === 'other'),
      caption: flag(tag === 'caption'),
      cell: flag(tag === 'cell'),
      table: flag(tag === 'table'),
      pre: flag(tag === 'pre'),
      quote: flag(tag === 'quote'),
      control: flag(tag === 'control'),
      nav: flag(at.nav),
      aside: flag(at.aside),
      head: flag(at.head),
      form: flag(at.form),
      footer: flag(at.footer),
      body: flag(at.body),
      article: flag(at.article),
      main: flag(at.main),
      content: flag(at.content),
      hardNear: flag(at.hardNear),
      hardFar: flag(at.hardFar),
      softNear: flag(at.softNear),
      softFar: flag(at.softFar),
      beforeR: flag(index < first),
      afterR: flag(index > last),
      parentR: parentR(block),
      parentS: parentS(block),
      parentD: parentD?.(block) ?? 0,
      repeated: flag(repeated),
      dated: flag(size < 80 && DATED.test(text)),
      call: flag(size < 200 && CALLS.test(text)),
      inBody: flag(inBody),
      notInBody: flag(linkedBody !== '' && !inBody),
      title: flag(titles.has(key)),
      hidden: flag(at.hidden),
      longParagraph: flag(tag === 'paragraph' && size > 150 && density < 0.3),
      shortNoR: flag(size < 40 && !r),
      headingNoNext: flag(tag === 'heading' && !readability.has(index + 1)),
      itemLinked: flag(tag === 'item' && density > 0.5),
      inFigure: flag(at.inFigure),
      looks: looks(block),
      grandR: grandR(block),
      keptShare,
      agree,
      distance: scale(away[index] ?? 0),
      prevLength: scale(prev?.text.length ?? 0),
      nextLength: scale(next?.text.length ?? 0),
      prevLinked: prev === undefined ? 1 : prev.linked / prev.text.length,
      nextLinked: next === undefined ? 1 : next.linked / next.text.length,
      topParent: flag(element.parentElement === top),
      place: index / blocks.length,
      words: scale(sizeR / 8),
      forum: discussion,
      inPost: flag(at.inPost),
      forumPost: at.inPost ? discussion : 0,
    };
  });
}
