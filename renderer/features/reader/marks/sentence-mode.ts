import type { TextSpan } from '../../../../electron/contract/anchor.ts';
import type { Sentences } from './sentences.ts';

/** Choosing words by keyboard: whole sentences from `anchor` to `focus`. */
export interface Chosen {
  readonly anchor: TextSpan;
  readonly focus: TextSpan;
}

export type Step = 'next' | 'previous' | 'extend' | 'shrink';

const KEYS: Readonly<Record<string, Step>> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  'Shift+ArrowDown': 'extend',
  'Shift+ArrowRight': 'extend',
  'Shift+ArrowUp': 'shrink',
  'Shift+ArrowLeft': 'shrink',
};

/** What a key does while sentences are chosen; null where it means nothing to it. */
export function stepOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>): Step | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  return KEYS[`${event.shiftKey ? 'Shift+' : ''}${event.key}`] ?? null;
}

/** The choice after a step; the same one where there is no further sentence. */
export function stepped(chosen: Chosen, step: Step, sentences: Sentences): Chosen {
  const { start, end } = spanOf(chosen);
  const whole = { start, end };
  if (step === 'next' || step === 'previous') {
    const to = step === 'next' ? sentences.after(whole) : sentences.before(whole);
    return to ? { anchor: to, focus: to } : chosen;
  }
  const to = step === 'extend' ? sentences.after(chosen.focus) : sentences.before(chosen.focus);
  return to ? { ...chosen, focus: to } : chosen;
}

export function spanOf({ anchor, focus }: Chosen): TextSpan {
  return { start: Math.min(anchor.start, focus.start), end: Math.max(anchor.end, focus.end) };
}
