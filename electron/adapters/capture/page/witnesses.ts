import { Readability } from '@mozilla/readability';
import * as defuddleModule from 'defuddle';
import type { ExtractorFacts } from '../../../core/capture/page-facts.ts';
import { documentOf, type DomDocument } from './dom.ts';

/** Extractors that are asked what the article is. Each gets a document of its own, because it takes it apart. */

export interface Testimony {
  readonly html: string;
  /** Characters of its text without white space. */
  readonly length: number;
  readonly text: string;
  readonly facts: ExtractorFacts;
}

/** Readability as it is used here: its own types ask for a browser's document. */
interface Reading {
  readonly content?: string | null;
  readonly textContent?: string | null;
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly siteName?: string | null;
  readonly publishedTime?: string | null;
  readonly lang?: string | null;
  readonly dir?: string | null;
}
const Reader = Readability as unknown as new (document: DomDocument, options: { keepClasses: boolean }) => { parse(): Reading | null };

/** A copy of the document that an extractor may take apart. */
export function copyOf(document: DomDocument, address: string): DomDocument {
  const copy = document.cloneNode(true) as DomDocument;
  for (const name of ['baseURI', 'documentURI', 'URL']) Object.defineProperty(copy, name, { value: address, configurable: true });
  return copy;
}

/** Takes the document apart. */
export function askReadability(document: DomDocument): Testimony | null {
  const found = new Reader(document, { keepClasses: true }).parse();
  if (found?.content == null || found.content === '') return null;
  return {
    html: found.content,
    length: found.textContent?.replace(/\s+/gu, '').length ?? 0,
    text: found.textContent ?? '',
    facts: {
      title: found.title ?? null,
      byline: found.byline ?? null,
      siteName: found.siteName ?? null,
      published: found.publishedTime ?? null,
      lang: found.lang ?? null,
      dir: found.dir ?? null,
    },
  };
}

interface DefuddleReading {
  readonly content: string;
}
type DefuddleClass = new (document: DomDocument, options: Readonly<Record<string, unknown>>) => { parse(): DefuddleReading };
// Its bundle is CommonJS: what an import of it gives depends on who bundles it.
const imported = defuddleModule as unknown as { default: DefuddleClass | { default: DefuddleClass } };
const Defuddle = typeof imported.default === 'function' ? imported.default : imported.default.default;

/** Text of what Defuddle keeps; null where it finds nothing. It is never let near the network. */
export function askDefuddle(document: DomDocument, address: string): string | null {
  const { content } = new Defuddle(copyOf(document, address), { url: address, useAsync: false }).parse();
  return content === '' ? null : documentOf(`<!doctype html><html><head></head><body>${content}</body></html>`, address).body.textContent;
}
