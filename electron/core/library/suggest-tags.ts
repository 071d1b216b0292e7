import type { TagSuggestion } from '../../contract/entities.ts';
import type { IndexReader } from '../ports.ts';
import { fold, foldName } from '../search/fold.ts';
import { isStopWord } from '../search/stop-words.table.ts';
import { suggestible } from '../search/suggest.ts';

/** Words of an article that are asked for, and how many of them make the question. */
const CANDIDATES = 40;
const ASKED = 8;
/** The most similar articles that are looked at. */
const SIMILAR = 24;
const OFFERED = 12;
/** A word that more articles have says little; one that no other has finds nothing. Also where ranking by relevance ends. */
const COMMON = 600;
const NEW_WORDS = 3;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

interface Library {
  readonly index: Pick<IndexReader, 'list' | 'rows' | 'sidebar'>;
  readonly readText: (id: string) => Promise<string>;
}

/**
 * Tags that articles might want: those of the articles most like them (most shared rare words, as the search ranks them), and those whose
 * words stand in the text; at last words the article says often and few others do. Everything comes from the library itself.
 */
export async function suggestTags(ids: readonly string[], { index, readText }: Library): Promise<TagSuggestion[]> {
  const rows = index.rows(ids);
  const held = new Set(rows.flatMap((row) => row.tags.map(({ name }) => foldName(name))));
  const found = new Map<string, { name: string; exists: boolean; similar: number; times: number }>();
  const at = (name: string, exists: boolean) => {
    const key = foldName(name);
    const known = found.get(key) ?? { name, exists, similar: 0, times: 0 };
    if (exists) Object.assign(known, { name, exists });
    found.set(key, known);
    return known;
  };
  const tags = index.sidebar().tags;
  const leaves = new Set(tags.map(({ name }) => foldName(name.split('/').at(-1) ?? name)));
  for (const row of rows) {
    const text = `${row.title}\n${await readText(row.id).catch(() => '')}`;
    const counts = countWords(text, row.lang);
    const folded = ` ${(fold(text).match(WORD) ?? []).join(' ')} `;
    for (const { name } of tags) {
      const words = (fold(name.split('/').at(-1) ?? name).match(WORD) ?? []).join(' ');
      const times = words === '' ? 0 : folded.split(` ${words} `).length - 1;
      if (times > 0) at(name, true).times += times;
    }
    const rare = rareWords(counts, new Set(countWords(row.title, row.lang).keys()), index);
    for (const like of similarTo(row.id, rare, index)) for (const { name } of like.tags) at(name, true).similar += 1;
    for (const { spelled, times } of sayings(rare)
      .filter(({ word }) => !leaves.has(word))
      .slice(0, NEW_WORDS)) {
      const known = at(spelled, false);
      known.times = Math.max(known.times, times);
    }
  }
  return [...found]
    .filter(([key, { similar, times }]) => !held.has(key) && (similar > 1 || times > 0))
    .map(([, suggestion]) => suggestion)
    .sort((a, b) => Number(b.exists) - Number(a.exists) || score(b) - score(a) || (a.name < b.name ? -1 : 1))
    .slice(0, OFFERED);
}

function score({ similar, times }: { similar: number; times: number }): number {
  return similar * 3 + Math.min(times, 5);
}

interface Count {
  readonly spelled: string;
  readonly times: number;
}

/** Words as they are searched, how often each stands there, and how it is spelled first; those left out that only hold sentences together. */
function countWords(text: string, language: string | null): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const spelled of text.match(WORD) ?? []) {
    const word = fold(spelled);
    if (!suggestible(word) || isStopWord(word, language)) continue;
    const known = counts.get(word);
    counts.set(word, { spelled: known?.spelled ?? spelled, times: (known?.times ?? 0) + 1 });
  }
  return counts;
}

interface Rare extends Count {
  readonly word: string;
  /** Articles of the library that have it. */
  readonly spread: number;
  readonly inTitle: boolean;
}

/** The words that tell the article from others: said often here, and by few others. The rarest first. */
function rareWords(counts: ReadonlyMap<string, Count>, inTitle: ReadonlySet<string>, index: Library['index']): Rare[] {
  const weight = ([word, { times }]: readonly [string, Count]): number => times * (inTitle.has(word) ? 3 : 1) * Math.min(word.length, 9);
  return [...counts]
    .sort((a, b) => weight(b) - weight(a) || (a[0] < b[0] ? -1 : 1))
    .slice(0, CANDIDATES)
    .map(([word, count]) => ({ ...count, word, inTitle: inTitle.has(word), spread: total(`"${word}"`, index) }))
    .filter(({ spread }) => spread <= COMMON)
    .sort((a, b) => b.times / Math.log2(b.spread + 2) - a.times / Math.log2(a.spread + 2));
}

/** Words that may name what an article is about: said often, and in the title, or by others too. */
function sayings(rare: readonly Rare[]): Rare[] {
  return rare
    .filter(({ times, spread, inTitle }) => times >= 4 && (inTitle || spread > 1))
    .sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.times - a.times);
}

function total(query: string, index: Library['index']): number {
  return index.list({ view: { kind: 'everything' }, query, keep: [], offset: 0, limit: 0 }).total;
}

function similarTo(id: string, rare: readonly { word: string; spread: number }[], index: Library['index']) {
  const words = rare.filter(({ spread }) => spread > 1).slice(0, ASKED);
  if (words.length === 0) return [];
  const query = words.map(({ word }) => `"${word}"`).join(' OR ');
  const { rows } = index.list({ view: { kind: 'everything' }, query, keep: [], offset: 0, limit: SIMILAR });
  return rows.filter((row) => row.id !== id);
}
