import type { WordsCondition } from './condition.ts';
import { fold } from './fold.ts';
import type { QueryNode, WordsNode } from './query/ast.ts';
import { distance, suggestible, tolerance } from './suggest.ts';

export interface Vocabulary {
  /** Articles that have these words. */
  count(words: WordsCondition): number;
  /** Known words that start with this letter (folded). */
  startingWith(letter: string): readonly string[];
}

/** With more hits than this nobody needs another spelling. */
const FEW = 2;
const OFFERED = 3;
/** Near words whose articles are counted. */
const TRIED = 12;

function wordsOf(node: QueryNode | null): WordsNode[] {
  if (node === null) return [];
  if (node.kind === 'words') return [node];
  return node.kind === 'and' || node.kind === 'or' ? node.of.flatMap(wordsOf) : [];
}

function near(word: string, vocabulary: Vocabulary): { word: string; slips: number; count: number }[] {
  const most = tolerance(word);
  const [letter] = [...word];
  return vocabulary
    .startingWith(letter ?? '')
    .map((known) => ({ word: known, slips: known === word ? 0 : distance(word, known, most) }))
    .filter(({ slips }) => slips > 0 && slips <= most)
    .sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1))
    .slice(0, TRIED)
    .map(({ word: known, slips }) => {
      const forms = [{ tokens: [known], prefix: false }];
      return {
        word: known,
        slips,
        count: vocabulary.count({
          kind: 'words',
          field: 'any',
          start: 0,
          end: 0,
          forms,
          variants: [],
          typed: known,
          tags: [],
          exact: null,
        }),
      };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.slips - b.slips || b.count - a.count || (a.word < b.word ? -1 : 1));
}

/**
 * Whole queries to offer instead of one that found nothing, or little: one word changed by a slip or two into a word the library has
 * more often. The first letter is taken to be right.
 */
export function corrections(query: string, root: QueryNode | null, total: number, vocabulary: Vocabulary): string[] {
  if (total > FEW) return [];
  const offers: string[] = [];
  for (const node of wordsOf(root)) {
    const [form, joined] = node.forms;
    const word = form?.tokens[0];
    if (node.exact || joined || word === undefined || form?.tokens.length !== 1 || fold(node.typed) !== word || !suggestible(word))
      continue;
    const held = vocabulary.count({ ...node, variants: [], tags: [], exact: null });
    if (held > FEW) continue;
    const start = query.indexOf(node.typed, node.start);
    for (const offer of near(word, vocabulary)) {
      if (offer.count > held) offers.push(query.slice(0, start) + offer.word + query.slice(start + node.typed.length));
    }
  }
  return [...new Set(offers)].slice(0, OFFERED);
}
