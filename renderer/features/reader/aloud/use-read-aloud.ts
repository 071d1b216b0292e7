import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { TextSpan } from '../../../../electron/contract/anchor.ts';
import { words } from '../../../i18n/words.ts';
import { useUiStore } from '../../../state/ui-store.ts';
import type { OpenFrame } from '../article-frame.tsx';
import type { MarkLayer } from '../marks/mark-layer.ts';
import { createSentences } from '../marks/sentences.ts';
import { createSpeaker, localVoice, type Speaker } from './speaker.ts';

const text = words({
  none: {
    id: 'aloud.none',
    defaultMessage:
      'This computer has no voice of its own for this language, and Offprint does not use voices over a network. Add one in the system’s speech settings.',
  },
  failed: { id: 'aloud.failed', defaultMessage: 'The voice stopped. Try again, or choose another one in the system’s speech settings.' },
});

export interface ReadAloud {
  readonly state: 'playing' | 'paused';
  readonly rate: number;
  /** Name of the voice. */
  readonly voice: string;
  toggle: () => void;
  skip: (step: 1 | -1) => void;
  setRate: (rate: number) => void;
  stop: () => void;
}

/** Milliseconds to wait for a browser that finds its voices late. */
const VOICES_WAIT_MS = 1500;

async function voicesOf(synthesis: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  const there = synthesis.getVoices();
  if (there.length > 0) return there;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(synthesis.getVoices()), VOICES_WAIT_MS);
    synthesis.addEventListener(
      'voiceschanged',
      () => {
        clearTimeout(timer);
        resolve(synthesis.getVoices());
      },
      { once: true },
    );
  });
}

/** Reads the article aloud with a voice of this computer; the sentence is marked, the media keys work where the system gives them. */
export function useReadAloud(
  frame: OpenFrame | null,
  layer: MarkLayer | null,
  article: { title: string; source: string; lang: string | null },
): { aloud: ReadAloud | null; start: (from: number) => void } {
  const intl = useIntl();
  const speaker = useRef<Speaker | null>(null);
  const [shown, setShown] = useState<{ state: 'playing' | 'paused'; voice: string } | null>(null);
  const [rate, setRate] = useState(1);

  const mark = (span: TextSpan | null): void => {
    const registry = frame?.doc.defaultView?.CSS?.highlights;
    const Highlight = frame?.doc.defaultView?.Highlight;
    registry?.delete('aloud');
    const range = span && layer?.text().rangeOf(span);
    if (!frame || !range) return;
    if (registry && Highlight) registry.set('aloud', new Highlight(range));
    frame.place.show(range.getBoundingClientRect());
  };
  const stop = (): void => {
    speaker.current?.stop();
    speaker.current = null;
  };
  const leave = useEffectEvent(stop);
  useEffect(() => () => leave(), [frame]);

  const start = async (from: number): Promise<void> => {
    if (!frame || !layer) return;
    stop();
    const synthesis = window.speechSynthesis as SpeechSynthesis | undefined;
    const voice = synthesis ? localVoice(await voicesOf(synthesis), article.lang) : null;
    if (!synthesis || !voice) {
      useUiStore.getState().showToast({ tone: 'error', message: intl.formatMessage(text.none), undo: null });
      return;
    }
    const whole = layer.text().text;
    speaker.current = createSpeaker({
      voices: synthesis,
      voice,
      text: whole,
      sentences: createSentences(whole, article.lang),
      from,
      rate,
      utter: (said) => new SpeechSynthesisUtterance(said),
      onSentence: mark,
      onState: (state) => {
        if (state === 'ended') mark(null);
        setShown(state === 'ended' ? null : { state, voice: voice.name });
      },
      onFailed: () => useUiStore.getState().showToast({ tone: 'error', message: intl.formatMessage(text.failed), undo: null }),
    });
    speaker.current.play();
  };

  const on = shown !== null;
  const state = shown?.state ?? 'none';
  const { title, source } = article;
  useEffect(() => {
    const session = navigator.mediaSession as MediaSession | undefined;
    if (!on || !session) return undefined;
    const keys: [MediaSessionAction, () => void][] = [
      ['play', () => speaker.current?.play()],
      ['pause', () => speaker.current?.pause()],
      ['stop', () => speaker.current?.stop()],
      ['nexttrack', () => speaker.current?.skip(1)],
      ['previoustrack', () => speaker.current?.skip(-1)],
    ];
    if ('MediaMetadata' in window) session.metadata = new MediaMetadata({ title, artist: source });
    for (const [action, handler] of keys) session.setActionHandler(action, handler);
    return () => {
      session.metadata = null;
      for (const [action] of keys) session.setActionHandler(action, null);
    };
  }, [on, title, source]);
  useEffect(() => {
    const session = navigator.mediaSession as MediaSession | undefined;
    if (session) session.playbackState = state;
  }, [state]);

  return {
    start: (from) => void start(from),
    aloud: shown && {
      ...shown,
      rate,
      toggle: () => (shown.state === 'playing' ? speaker.current?.pause() : speaker.current?.play()),
      skip: (step) => speaker.current?.skip(step),
      setRate: (next) => {
        setRate(next);
        speaker.current?.setRate(next);
      },
      stop: () => speaker.current?.stop(),
    },
  };
}
