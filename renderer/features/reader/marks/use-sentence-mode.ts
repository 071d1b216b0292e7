import { useEffect, useEffectEvent, useState } from 'react';
import { useIntl } from 'react-intl';
import type { TextSpan } from '../../../../electron/contract/anchor.ts';
import { useUiStore } from '../../../state/ui-store.ts';
import { createListeners } from '../../../ui/listeners.ts';
import type { OpenFrame } from '../article-frame.tsx';
import type { MarkLayer } from './mark-layer.ts';
import { text } from './messages.ts';
import { spanOf, stepOf, stepped, type Chosen } from './sentence-mode.ts';
import { createSentences, type Sentences } from './sentences.ts';
import { shortQuote } from './use-marks.ts';

interface Mode {
  readonly chosen: Chosen;
  readonly sentences: Sentences;
}

export interface SentenceMode {
  readonly on: boolean;
  /** Chooses the sentence at the top of the window, or the one at a span. Says so where there is none. */
  start(at: number): void;
  leave(): void;
}

/** Choosing sentences with the arrows, for a highlight without a pointer. While it lasts the arrows belong to it. */
export function useSentenceMode(frame: OpenFrame | null, layer: MarkLayer | null, lang: string | null): SentenceMode {
  const intl = useIntl();
  const [mode, setMode] = useState<Mode | null>(null);

  const select = (span: TextSpan): void => {
    const range = layer?.text().rangeOf(span);
    const selection = frame?.doc.getSelection();
    if (!range || !selection || !frame) return;
    selection.removeAllRanges();
    selection.addRange(range);
    frame.place.show(range.getBoundingClientRect());
  };
  const say = (span: TextSpan, message: 'choosing' | 'chosen'): void => {
    const quote = layer?.text().text.slice(span.start, span.end) ?? '';
    useUiStore.getState().announce(intl.formatMessage(text[message], { quote: shortQuote(quote, 300) }));
  };
  const leave = (): void => {
    frame?.doc.getSelection()?.removeAllRanges();
    setMode(null);
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!mode) return;
    const target = event.target as Element | null;
    if (typeof target?.closest === 'function' && target.closest('[role=dialog],[role=toolbar],input,textarea')) return;
    if (event.key === 'Escape') leave();
    else {
      const step = stepOf(event);
      if (!step) return;
      const chosen = stepped(mode.chosen, step, mode.sentences);
      setMode({ ...mode, chosen });
      select(spanOf(chosen));
      say(step === 'next' || step === 'previous' ? spanOf(chosen) : chosen.focus, 'chosen');
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  });
  const on = mode !== null;
  useEffect(() => {
    if (!on || !frame) return undefined;
    const { on: listen, stop } = createListeners();
    for (const target of [frame.doc, document]) listen<KeyboardEvent>(target, 'keydown', (event) => onKeyDown(event), { capture: true });
    // A pointer chooses in its own way.
    for (const target of [frame.doc, document]) listen(target, 'pointerdown', () => setMode(null));
    return stop;
  }, [on, frame]);

  return {
    on,
    start(at) {
      if (!layer) return;
      const sentences = createSentences(layer.text().text, lang);
      const first = sentences.at(at) ?? sentences.at(0);
      if (!first) {
        useUiStore.getState().announce(intl.formatMessage(text.none));
        return;
      }
      setMode({ chosen: { anchor: first, focus: first }, sentences });
      select(first);
      say(first, 'choosing');
    },
    leave,
  };
}
