import type { TextSpan } from '../../../../electron/contract/anchor.ts';
import type { Sentences } from '../marks/sentences.ts';

/** What reads: a part of `speechSynthesis`, so that tests can stand in for it. */
export interface Voices {
  getVoices(): SpeechSynthesisVoice[];
  speak(utterance: SpeechSynthesisUtterance): void;
  cancel(): void;
}

export type SpeakerState = 'playing' | 'paused' | 'ended';

export interface Speaker {
  play(): void;
  pause(): void;
  /** To the next sentence, or back to the one before. */
  skip(step: 1 | -1): void;
  setRate(rate: number): void;
  stop(): void;
}

interface Parts {
  voices: Voices;
  /** One that speaks on this computer: see `localVoice`. */
  voice: SpeechSynthesisVoice;
  text: string;
  sentences: Sentences;
  /** Offset to begin at. */
  from: number;
  rate: number;
  utter: (words: string) => SpeechSynthesisUtterance;
  onSentence: (span: TextSpan) => void;
  onState: (state: SpeakerState) => void;
  /** The voice failed; the reading has ended. */
  onFailed: () => void;
}

/** A voice for a language that works without a network; null where this computer has none. One of the same country comes first. */
export function localVoice(voices: readonly SpeechSynthesisVoice[], lang: string | null): SpeechSynthesisVoice | null {
  const wanted = (lang ?? '').toLowerCase().replace('_', '-');
  const primary = wanted.split('-')[0] ?? '';
  const here = voices.filter((voice) => voice.localService);
  const tag = (voice: SpeechSynthesisVoice): string => voice.lang.toLowerCase().replace('_', '-');
  if (primary === '' || primary === 'und') return here.find((voice) => voice.default) ?? here[0] ?? null;
  return here.find((voice) => tag(voice) === wanted) ?? here.find((voice) => tag(voice).split('-')[0] === primary) ?? null;
}

/** Reads a text aloud, one sentence at a time: long utterances stop by themselves in some engines, and a sentence is what one skips by. */
export function createSpeaker({ voices, voice, text, sentences, from, utter, onSentence, onState, onFailed, ...start }: Parts): Speaker {
  let current: TextSpan | null = sentences.at(from) ?? sentences.at(0);
  let rate = start.rate;
  let playing = false;
  /** Counts utterances: what an older one still reports is nobody's business. */
  let turn = 0;

  const say = (): void => {
    const mine = ++turn;
    voices.cancel();
    if (!current) {
      playing = false;
      onState('ended');
      return;
    }
    onSentence(current);
    const utterance = utter(text.slice(current.start, current.end));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = rate;
    utterance.addEventListener('end', () => {
      if (mine !== turn || !current) return;
      current = sentences.after(current);
      say();
    });
    utterance.addEventListener('error', (event) => {
      if (mine !== turn || event.error === 'canceled' || event.error === 'interrupted') return;
      playing = false;
      onState('ended');
      onFailed();
    });
    voices.speak(utterance);
  };
  const halt = (state: SpeakerState): void => {
    turn++;
    playing = false;
    voices.cancel();
    onState(state);
  };
  return {
    play() {
      if (playing) return;
      playing = true;
      onState('playing');
      say();
    },
    pause: () => halt('paused'),
    skip(step) {
      const next = current && (step === 1 ? sentences.after(current) : sentences.before(current));
      if (next) current = next;
      if (!current) return;
      if (playing) say();
      else onSentence(current);
    },
    setRate(next) {
      rate = next;
      if (playing) say();
    },
    stop: () => halt('ended'),
  };
}
