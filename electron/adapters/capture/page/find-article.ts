import type { ExplainLine } from '../../../contract/entities.ts';
import type { ExtractorFacts, PageFacts } from '../../../core/capture/page-facts.ts';
import type { Extracted } from '../extract-protocol.ts';
import { assemble, unmark } from './assemble.ts';
import { blockKey, markBlocks, type Block } from './blocks.ts';
import { containerBlocks } from './container.ts';
import { discussionOf } from './discussion.ts';
import { bodyOf, type DomDocument, type DomElement } from './dom.ts';
import type { Context } from './features.ts';
import { DOUBT, judge, reasonOf, type Ruling } from './jury.ts';
import type { ParsedTree } from './parse.ts';
import { extractPlain } from './plain-extract.ts';
import { htmlToText } from './text.ts';
import { votesIn, votesOf } from './votes.ts';
import { askDefuddle, askReadability, copyOf, type Testimony } from './witnesses.ts';

/** Finds the article on a prepared page: witnesses are heard, a jury rules on every block, and the best witness's markup is put right. */

/** With less than this found, all the page's prose is better than nothing, if there is this much of it. Characters. */
const TOO_LITTLE = 160;
/** Lines of an explanation, of each kind, and characters of one. */
const MAX_LEFT_OUT = 38;
const MAX_KEPT = 20;
const MAX_LINE = 100;

export interface Article {
  readonly document: DomDocument;
  readonly extractor: Extracted['extractor'];
  readonly facts: ExtractorFacts | null;
  readonly explain: readonly ExplainLine[];
  /** Keys of lines that are no running text, though they stay: captions, tables. */
  readonly beside: ReadonlySet<string>;
}

/** What was left out, first what a witness had; then what was kept though Readability did not have it: the rest needs no explanation. */
function explainRuling(blocks: readonly Block[], { chosen, evidence }: Ruling): ExplainLine[] {
  const out: ExplainLine[] = [];
  const kept: ExplainLine[] = [];
  const nobodys: ExplainLine[] = [];
  blocks.forEach(({ text }, index) => {
    const row = evidence[index];
    if (row === undefined) return;
    const isKept = chosen.has(index);
    if (isKept && row.R > 0) return;
    const agreed = row.R + row.D + row.S === 0;
    (isKept ? kept : agreed ? nobodys : out).push({ kept: isKept, text: text.slice(0, MAX_LINE), why: reasonOf(row, isKept) });
  });
  return [...[...out, ...nobodys].slice(0, MAX_LEFT_OUT), ...kept.slice(0, MAX_KEPT)];
}

const sizeOf = (blocks: readonly Block[], indexes: Iterable<number>): number => {
  let sum = 0;
  for (const index of indexes) sum += blocks[index]?.key.length ?? 0;
  return sum;
};

/** What a witness would have left on its own, where the jury has too little to say. */
function fallBack(parsed: ParsedTree, first: Testimony | null, own: string, ownLength: number): Pick<Article, 'document' | 'extractor'> {
  if (first !== null && first.length >= Math.max(TOO_LITTLE, ownLength / 1.5))
    return { document: bodyOf(first.html), extractor: 'readability' };
  if (ownLength >= TOO_LITTLE) return { document: bodyOf(own), extractor: 'container' };
  const all = extractPlain(parsed);
  if (htmlToText(all).replace(/\s+/gu, '').length >= TOO_LITTLE * 2) return { document: bodyOf(all), extractor: 'plain' };
  return first !== null && first.length >= ownLength
    ? { document: bodyOf(first.html), extractor: 'readability' }
    : { document: bodyOf(own), extractor: 'container' };
}

/** A witness that fails is not heard; the explanation says so. */
function hear<T>(ask: () => T | null, name: string, faults: ExplainLine[]): T | null {
  try {
    return ask();
  } catch (error) {
    faults.push({ kept: false, text: String(error).slice(0, MAX_LINE), why: `${name} failed on this page and was not heard` });
    return null;
  }
}

export interface Case {
  readonly parsed: ParsedTree;
  /** Prepared; it is marked, and otherwise left as it is. */
  readonly document: DomDocument;
  readonly address: string;
  readonly facts: PageFacts;
  /** Every title the page goes by. */
  readonly titles: readonly (string | null | undefined)[];
  /** The text in the page's own data; empty where there is none. */
  readonly linkedBody: string;
}

export interface Hearing {
  readonly blocks: readonly Block[];
  readonly context: Context;
  /** What our own container holds. */
  readonly elements: readonly DomElement[];
  readonly first: Testimony | null;
  readonly faults: ExplainLine[];
}

/** Marks the blocks and hears every witness but Defuddle. */
export function testify({ document, address, titles, linkedBody }: Omit<Case, 'parsed' | 'facts'>): Hearing {
  const blocks = markBlocks(document);
  const elements = containerBlocks(document);
  const container = votesIn(elements);
  const faults: ExplainLine[] = [];
  const first = hear(() => askReadability(copyOf(document, address)), 'Readability', faults);
  const readability = first === null ? new Set<number>() : votesOf(blocks, first.html, first.text);
  const context = {
    votes: { readability, container, defuddle: null },
    linkedBody: linkedBody.length > 400 ? blockKey(linkedBody) : '',
    titles: new Set(titles.filter((title) => Boolean(title)).map((title) => blockKey(title ?? ''))),
    discussion: discussionOf(document, address),
  };
  return { blocks, context, elements, first, faults };
}

export function findArticle(page: Case): Article {
  const { parsed, document, address } = page;
  const { blocks, context, elements, first, faults } = testify(page);
  const { readability, container } = context.votes;
  let ruling = judge(blocks, context);
  if (ruling.doubt > DOUBT) {
    const text = hear(() => askDefuddle(document, address), 'Defuddle', faults);
    if (text !== null) ruling = judge(blocks, { ...context, votes: { ...context.votes, defuddle: votesOf(blocks, '', text) } });
  }
  const facts = first?.facts ?? null;
  const size = sizeOf(blocks, ruling.chosen);
  const markup = (): string =>
    elements
      .map((element) => (element.localName === 'li' ? `<ul>${element.outerHTML}</ul>` : element.outerHTML))
      .join('\n')
      .replace(/<\/ul>\n<ul>/g, '\n');
  const witness = Math.max(sizeOf(blocks, container), sizeOf(blocks, readability));
  if (size < TOO_LITTLE || size < witness * 0.25) {
    const own = markup();
    const result = fallBack(parsed, first, own, sizeOf(blocks, container));
    unmark(result.document);
    return { ...result, facts, explain: [...faults, ...explainRuling(blocks, ruling)], beside: new Set() };
  }
  const shared = (votes: ReadonlySet<number>): number =>
    sizeOf(
      blocks,
      [...votes].filter((index) => ruling.chosen.has(index)),
    );
  const useReadability = first !== null && shared(readability) >= Math.min(size * 0.4, shared(container));
  const { document: body, beside } = assemble(useReadability ? first.html : markup(), blocks, ruling.chosen);
  const lines = new Set([...beside].flatMap((index) => htmlToText(blocks[index]?.element.outerHTML ?? '').split('\n')).map(blockKey));
  for (const index of ruling.chosen) lines.delete(blocks[index]?.key ?? '');
  unmark(body);
  return {
    document: body,
    extractor: useReadability ? 'readability' : 'container',
    facts,
    explain: [...faults, ...explainRuling(blocks, ruling)],
    beside: lines,
  };
}
