/** Length of a text in words and minutes, and its beginning for lists. */

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORD = /[\p{L}\p{N}\p{M}]+(?:(?:['’.-]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{N}\p{M}]+)*/gu;

/** Words a minute, silent reading: Trauzettel-Klosinski and Dietz 2012 (IReST), rounded; others 220. */
const WORDS_A_MINUTE: Readonly<Record<string, number>> = {
  ar: 140,
  de: 180,
  en: 230,
  es: 220,
  fi: 160,
  fr: 195,
  he: 185,
  it: 190,
  nl: 200,
  pl: 165,
  pt: 180,
  ru: 185,
  sl: 180,
  sv: 200,
  tr: 165,
  az: 165,
};
/** Characters a minute where words are not spaced (same source: Chinese 255, Japanese 357). */
const CHARACTERS_A_MINUTE: Readonly<Record<string, number>> = { zh: 255, ja: 357 };

type SegmentItem = { isWordLike?: boolean };
interface WordSegmenter {
  segment(text: string): Iterable<SegmentItem>;
}

function segmenter(language: string | null): WordSegmenter | null {
  if (typeof Intl.Segmenter !== 'function') return null;
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}

/** Words in a text. Scripts without spaces are cut by the platform's dictionary; without one each character counts. */
export function countWords(text: string, language: string | null): number {
  if (!UNSPACED.test(text)) return text.match(WORD)?.length ?? 0;
  const cutter = segmenter(language);
  if (cutter === null)
    return (text.match(CJK)?.length ?? 0) + (text.replace(new RegExp(UNSPACED.source, 'gu'), ' ').match(WORD)?.length ?? 0);
  let words = 0;
  // In pieces: the dictionary's time grows faster than the text.
  for (const line of text.split('\n')) for (const part of cutter.segment(line)) if (part.isWordLike === true) words++;
  return words;
}

/** Minutes to read a text, at least 1. */
export function readingMinutes(text: string, words: number, language: string | null): number {
  const base = language?.split('-', 1)[0] ?? '';
  const cjk = text.match(CJK)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const minutes = cjk > letters / 3 ? cjk / (CHARACTERS_A_MINUTE[base] ?? 280) : words / (WORDS_A_MINUTE[base] ?? 220);
  return Math.max(1, Math.round(minutes));
}

/** The beginning of a text for a list row: at most `limit` UTF-16 units, cut at a word, an ellipsis where something follows. */
export function excerptOf(text: string, title: string, limit = 280): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const body = flat.startsWith(title) && flat.length > title.length + 40 ? flat.slice(title.length).trim() : flat;
  if (body.length <= limit) return body;
  const cut = body.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')).replace(/[\s,;:–—-]+$/u, '')}…`;
}
