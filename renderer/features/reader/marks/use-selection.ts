import { useEffect, useState, type RefObject } from 'react';
import type { TextSpan } from '../../../../electron/contract/anchor.ts';
import { createListeners } from '../../../ui/listeners.ts';
import type { OpenFrame } from '../article-frame.tsx';
import type { MarkLayer } from './mark-layer.ts';

/** Words chosen in the article, and where they stand, in CSS pixels from the reader's corner. */
export interface TextSelection {
  readonly span: TextSpan;
  readonly quote: string;
  readonly rect: Rect;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of the frame as one of the reader (both in CSS pixels from their own corners). */
export function rectInReader(rect: DOMRect, frame: HTMLElement, reader: HTMLElement | null): Rect {
  const [inner, outer] = [frame.getBoundingClientRect(), reader?.getBoundingClientRect()];
  const { left, top, width, height } = rect;
  return { left: left + inner.left - (outer?.left ?? 0), top: top + inner.top - (outer?.top ?? 0), width, height };
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

function chosenRange(doc: Document): Range | null {
  const chosen = doc.getSelection();
  return chosen && chosen.rangeCount > 0 && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
}

/** What is selected at this moment: a key must not go by what the last picture of the window showed. */
export function selectionNow(frame: OpenFrame, layer: MarkLayer, reader: HTMLElement | null): TextSelection | null {
  const range = chosenRange(frame.doc);
  const text = layer.text();
  const span = range && text.spanOf(range);
  if (!range || !span) return null;
  return { span, quote: text.text.slice(span.start, span.end), rect: rectInReader(range.getBoundingClientRect(), frame.frame, reader) };
}

/** What is selected in the article; null while a pointer is still selecting, and where nothing is. */
export function useSelection(
  frame: OpenFrame | null,
  layer: MarkLayer | null,
  scroller: RefObject<HTMLElement | null>,
  reader: RefObject<HTMLElement | null>,
): TextSelection | null {
  const [selection, setSelection] = useState<TextSelection | null>(null);
  useEffect(() => {
    const root = scroller.current;
    if (!frame || !layer || !root) return undefined;
    const { doc } = frame;
    const { on, stop } = createListeners();
    let pressed = false;
    let waiting = 0;
    let last: { range: Range; version: number; span: TextSpan; quote: string } | null = null;

    const read = (): void => {
      waiting = 0;
      const range = chosenRange(doc);
      if (!range || pressed) {
        last = null;
        setSelection(null);
        return;
      }
      // Scrolling moves the rectangle only: the words are read again when the selection or the text has changed.
      if (!last || last.version !== layer.version || !sameRange(last.range, range)) {
        const text = layer.text();
        const span = text.spanOf(range);
        last = span && { range: range.cloneRange(), version: layer.version, span, quote: text.text.slice(span.start, span.end) };
      }
      setSelection(
        last && { span: last.span, quote: last.quote, rect: rectInReader(range.getBoundingClientRect(), frame.frame, reader.current) },
      );
    };
    const soon = (): void => {
      if (waiting === 0) waiting = requestAnimationFrame(read);
    };
    on(doc, 'selectionchange', soon);
    on(doc, 'pointerdown', () => {
      pressed = true;
    });
    // Released anywhere, also outside the frame: otherwise nothing would appear after a long drag.
    for (const target of [doc, document]) {
      on(target, 'pointerup', () => {
        pressed = false;
        soon();
      });
    }
    on(doc, 'pointercancel', () => {
      pressed = false;
    });
    on(root, 'scroll', soon, { passive: true });
    return () => {
      stop();
      cancelAnimationFrame(waiting);
      setSelection(null);
    };
  }, [frame, layer, scroller, reader]);
  return selection;
}
