import { diffWordsWithSpace } from 'diff';

/** A run of words: in both texts, only in the later one, only in the earlier one, or left out between two changes. */
export interface Run {
  readonly kind: 'same' | 'added' | 'removed' | 'gap';
  readonly text: string;
  /** Words of a gap. */
  readonly words: number;
}

/** Characters of unchanged text kept on each side of a change. */
const AROUND = 160;
/** Milliseconds before a comparison word by word is given up: the texts have little in common then. */
const PATIENCE = 2_000;

const wordsIn = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** What changed from the earlier text to the later one, word by word; long unchanged passages are left out. */
export function wordDiff(earlier: string, later: string, lang: string | null): Run[] {
  const options = { timeout: PATIENCE, ...segmenterOf(lang) };
  const parts = diffWordsWithSpace(earlier, later, options) ?? [
    { value: earlier, added: false, removed: true },
    { value: later, added: true, removed: false },
  ];
  return parts.flatMap(({ value, added, removed }, at) => {
    if (added || removed) return [{ kind: added ? ('added' as const) : ('removed' as const), text: value, words: 0 }];
    return shortened(value, at === 0, at === parts.length - 1);
  });
}

/** Languages that do not put spaces between words need their own way of finding them. */
function segmenterOf(lang: string | null): { intlSegmenter?: Intl.Segmenter } {
  return lang !== null && /^(?:zh|ja|th|km|lo|my)\b/i.test(lang)
    ? { intlSegmenter: new Intl.Segmenter(lang, { granularity: 'word' }) }
    : {};
}

function shortened(text: string, first: boolean, last: boolean): Run[] {
  const same = (value: string): Run => ({ kind: 'same', text: value, words: 0 });
  if (text.length <= AROUND * 3) return [same(text)];
  const head = first ? '' : text.slice(0, text.indexOf(' ', AROUND) < 0 ? AROUND : text.indexOf(' ', AROUND));
  const from = text.lastIndexOf(' ', text.length - AROUND);
  const tail = last ? '' : text.slice(from < head.length ? text.length - AROUND : from);
  const gap: Run = { kind: 'gap', text: '', words: wordsIn(text.slice(head.length, text.length - tail.length)) };
  return [...(head === '' ? [] : [same(head)]), gap, ...(tail === '' ? [] : [same(tail)])];
}
