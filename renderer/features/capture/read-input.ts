import type { SaveInput } from '../../../electron/contract/methods.ts';

/** What someone typed or pasted, understood. */
export type Typed =
  | { kind: 'empty' }
  /** `unusable` are lines that are no link Offprint can follow, as they were typed. */
  | { kind: 'links'; urls: string[]; unusable: string[] }
  /** One word that is not a link: `reason` says why. */
  | { kind: 'not-a-link'; reason: 'scheme' | 'shape' }
  | { kind: 'text'; text: string; html: boolean; words: number };

const BARE_HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}(?::\d+)?(?:[/?#].*)?$/u;
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const LOOKS_LIKE_HTML = /^\s*(?:<!doctype html|<html|<head|<body|<article|<(?:p|div|h[1-6]|section|main)[\s>])/i;

/** The address of a word, or null: http and https, and bare hosts (which get https). */
export function linkOf(word: string): string | null {
  const candidate = /^https?:\/\//i.test(word) ? word : BARE_HOST.test(word) ? `https://${word}` : null;
  if (candidate === null) return null;
  try {
    const url = new URL(candidate);
    return url.hostname.includes('.') || url.hostname === 'localhost' || /^\[|^\d/.test(url.hostname) ? candidate : null;
  } catch {
    return null;
  }
}

/** Understands a field that takes a link, several links, or a text. */
export function readTyped(typed: string): Typed {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  const words = text.split(/\s+/);
  if (LOOKS_LIKE_HTML.test(text)) return { kind: 'text', text, html: true, words: words.length };
  if (words.length === 1) {
    const url = linkOf(text);
    if (url !== null) return { kind: 'links', urls: [url], unusable: [] };
    if (HAS_SCHEME.test(text) && !/^https?:/i.test(text)) return { kind: 'not-a-link', reason: 'scheme' };
    // Scripts without spaces write whole texts as one "word".
    if (text.length < 200 && !/[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/u.test(text)) return { kind: 'not-a-link', reason: 'shape' };
  }
  const links = words.map(linkOf);
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (links.every((url) => url !== null)) return { kind: 'links', urls: [...new Set(links)], unusable: [] };
  // A list with a bad line or two is still a list, as long as each line is one word and most are links.
  if (lines.length > 1 && lines.every((line) => !/\s/.test(line)) && links.filter((url) => url !== null).length * 2 > words.length) {
    return {
      kind: 'links',
      urls: [...new Set(links.filter((url) => url !== null))],
      unusable: words.filter((_, at) => links[at] === null),
    };
  }
  return { kind: 'text', text, html: false, words: words.length };
}

/** Base64 of bytes, in pieces a call's argument list can hold. */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** What to save for what was typed. */
export function inputsOf(typed: Typed): SaveInput[] {
  if (typed.kind === 'links') return typed.urls.map((url) => ({ kind: 'url', url }));
  if (typed.kind !== 'text') return [];
  if (typed.html) return [{ kind: 'file', name: 'Pasted page.html', bytes: base64(new TextEncoder().encode(typed.text)) }];
  return [{ kind: 'text', text: typed.text }];
}

const READABLE = /\.(?:html?|xhtml|mht|mhtml|pdf|txt|text|md|markdown)$/i;

/** Whether a file is one that Offprint reads: by its name, and by its type where the name says nothing. */
export function isReadableFile({ name, type }: Pick<File, 'name' | 'type'>): boolean {
  return (
    READABLE.test(name) ||
    (!/\.[a-z0-9]+$/i.test(name) && (type === '' || type.startsWith('text/'))) ||
    type === 'text/html' ||
    type === 'application/pdf'
  );
}
