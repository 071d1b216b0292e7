import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { anchorOf, type TextSpan } from '../../../../electron/contract/anchor.ts';
import type { Highlight, HighlightColour } from '../../../../electron/contract/entities.ts';
import { useBridge } from '../../../bridge/context.tsx';
import { useHighlightsOf } from '../../../bridge/highlights.ts';
import { useMutationWithUndo } from '../../../bridge/mutations.ts';
import { useUiStore } from '../../../state/ui-store.ts';
import type { OpenFrame } from '../article-frame.tsx';
import { createMarkLayer, type MarkLayer } from './mark-layer.ts';
import { text } from './messages.ts';
import { markOf, type MarkWords } from './paint.ts';

const NONE: readonly Highlight[] = [];

export interface Marks {
  /** Every highlight of the article, in the order of its text; orphans last. */
  readonly list: readonly Highlight[];
  /** The text and what is drawn in it; null until the article is whole. */
  readonly layer: MarkLayer | null;
  /** The colour last used. */
  readonly colour: HighlightColour;
  add(span: TextSpan, colour: HighlightColour): Promise<Highlight | null>;
  edit(id: string, change: { color?: HighlightColour; note?: string | null; tags?: string[] }): void;
  remove(highlight: Highlight): void;
  show(id: string): void;
}

/** A quotation as it is said: its beginning, on one line. */
export function shortQuote(quote: string, most = 80): string {
  const line = quote.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > most
    ? `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

function markWords(intl: IntlShape): MarkWords {
  return {
    begins: ({ color, note }) => intl.formatMessage(text.begins, { color, noted: String(note !== null) }),
    ends: intl.formatMessage(text.ends),
    open: ({ color, exact, note }) => intl.formatMessage(text.open, { color, quote: shortQuote(exact), note: note ?? 'none' }),
  };
}

/** The highlights of the open article: found in its text, drawn, changed. */
export function useMarks(articleId: string, frame: OpenFrame | null): Marks {
  const intl = useIntl();
  const bridge = useBridge();
  const { data } = useHighlightsOf(articleId);
  const [colour, setColour] = useState<HighlightColour>('yellow');
  const list = data?.highlights ?? NONE;
  const words = useMemo(() => markWords(intl), [intl]);
  const whole = frame?.whole === true ? frame : null;
  const layer = useMemo(() => (whole ? createMarkLayer(whole.article, words) : null), [whole, words]);
  const settled = useRef('');

  const settle = useEffectEvent((found: { id: string; span: TextSpan | null }[]) => {
    // The same finding is told once: where the core keeps it otherwise, telling it again and again would help nobody.
    const key = JSON.stringify([articleId, found]);
    if (found.length === 0 || settled.current === key) return;
    settled.current = key;
    bridge.call('highlights.settle', { article: articleId, found }).catch(() => undefined);
  });
  useEffect(() => {
    if (!layer || !data) return undefined;
    settle(layer.draw(data.highlights));
    return () => layer.clear();
  }, [layer, data]);

  const { mutateAsync: addOne } = useMutationWithUndo('highlights.add');
  const { mutate: editOne } = useMutationWithUndo('highlights.edit');
  const { mutate: removeOne } = useMutationWithUndo('highlights.remove', {
    done: () => intl.formatMessage(text.removed),
  });

  return {
    list,
    layer,
    colour,
    add: async (span, color) => {
      if (!layer) return null;
      setColour(color);
      const anchor = anchorOf(layer.text().text, span);
      const made = await addOne({ article: articleId, anchor, color }).catch(() => null);
      if (made) useUiStore.getState().announce(intl.formatMessage(text.added, { color, quote: shortQuote(anchor.exact) }));
      return made?.highlight ?? null;
    },
    edit: (id, change) => editOne({ article: articleId, id, ...change }),
    remove: ({ id }) => removeOne({ highlights: [{ article: articleId, id }] }),
    show: (id) => {
      const mark = frame && markOf(frame.article, id);
      if (!frame || !mark) return;
      frame.place.show(mark.getBoundingClientRect());
      frame.article.querySelector<HTMLElement>(`[data-pin="${id}"]`)?.focus({ preventScroll: true });
    },
  };
}

/** Renders again whenever the layer was drawn anew. */
export function useDrawn(layer: MarkLayer | null): number {
  return useSyncExternalStore(
    (listener) => layer?.subscribe(listener) ?? (() => undefined),
    () => layer?.version ?? 0,
  );
}
