import type { TextSpan } from '../../../../electron/contract/anchor.ts';

/** Walks a text sentence by sentence. Paragraphs are separated by line breaks; a sentence never goes over one. */
export interface Sentences {
  /** The sentence that holds an offset, or the next one after it; null after the last. */
  at(offset: number): TextSpan | null;
  after(span: TextSpan): TextSpan | null;
  before(span: TextSpan): TextSpan | null;
}

/** `lang` is the text's language, where it is known: an abbreviation that ends no sentence differs by it. */
export function createSentences(text: string, lang: string | null): Sentences {
  let segmenter: Intl.Segmenter;
  try {
    segmenter = new Intl.Segmenter(lang ?? undefined, { granularity: 'sentence' });
  } catch {
    // A language tag that is none.
    segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' });
  }
  const known = new Map<number, TextSpan[]>();
  const blockStart = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const blockEnd = (start: number): number => {
    const end = text.indexOf('\n', start);
    return end < 0 ? text.length : end;
  };
  const sentencesOf = (start: number): TextSpan[] => {
    let spans = known.get(start);
    if (!spans) {
      spans = [...segmenter.segment(text.slice(start, blockEnd(start)))].flatMap(({ segment, index }) => {
        const lead = segment.length - segment.trimStart().length;
        const words = segment.trim();
        return words === '' ? [] : [{ start: start + index + lead, end: start + index + lead + words.length }];
      });
      known.set(start, spans);
    }
    return spans;
  };
  const at = (offset: number): TextSpan | null => {
    for (let start = blockStart(Math.min(offset, text.length)); start < text.length; start = blockEnd(start) + 1) {
      const found = sentencesOf(start).find(({ end }) => end > offset);
      if (found) return found;
    }
    return null;
  };
  return {
    at,
    after: ({ end }) => at(end),
    before({ start }) {
      for (let from = blockStart(start); from >= 0; from = blockStart(from - 1)) {
        const found = sentencesOf(from).findLast((span) => span.end <= start);
        if (found) return found;
        if (from === 0) return null;
      }
      return null;
    },
  };
}
