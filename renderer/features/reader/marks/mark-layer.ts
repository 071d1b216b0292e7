import { findAnchor, squeeze, type TextSpan } from '../../../../electron/contract/anchor.ts';
import type { Highlight } from '../../../../electron/contract/entities.ts';
import { readText, type ArticleText } from './article-text.ts';
import { paint, unpaint, type MarkWords, type PlacedHighlight } from './paint.ts';

/** The article's text, and the highlights drawn in it. */
export interface MarkLayer {
  /** The text as it stands now: read when it is asked for, and kept until the nodes change. */
  text(): ArticleText;
  readonly placed: readonly PlacedHighlight[];
  /** Counts drawings. */
  readonly version: number;
  /** Draws these and nothing else. Answers with those whose place is another one than the core knows. */
  draw(highlights: readonly Highlight[]): { id: string; span: TextSpan | null }[];
  clear(): void;
  subscribe(listener: () => void): () => void;
}

export function createMarkLayer(article: HTMLElement, words: MarkWords): MarkLayer {
  let read: ArticleText | null = null;
  let placed: PlacedHighlight[] = [];
  let version = 0;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    read = null;
    version++;
    for (const listener of [...listeners]) listener();
  };
  const clear = (): void => {
    placed = [];
    unpaint(article);
    read = null;
  };
  return {
    text: () => (read ??= readText(article)),
    get placed() {
      return placed;
    },
    get version() {
      return version;
    },
    draw(highlights) {
      clear();
      if (highlights.length === 0) {
        changed();
        return [];
      }
      const text = readText(article);
      const squeezed = squeeze(text.text);
      const moved: { id: string; span: TextSpan | null }[] = [];
      for (const highlight of highlights) {
        const span = findAnchor(text.text, highlight, squeezed);
        if (span) placed.push({ highlight, span });
        const known = span !== null && !highlight.orphan && span.start === highlight.start && span.end === highlight.end;
        if (!known && !(span === null && highlight.orphan)) moved.push({ id: highlight.id, span });
      }
      paint(article, text, placed, words);
      changed();
      return moved;
    },
    clear,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
