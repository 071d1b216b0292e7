import { describe, expect, it } from 'vitest';
import { wordDiff, type Run } from '../../../../renderer/features/reader/word-diff.ts';

const short = (runs: readonly Run[]): string[] =>
  runs.map(({ kind, text, words }) => (kind === 'gap' ? `…${words}` : `${{ same: '', added: '+', removed: '-' }[kind]}${text.trim()}`));

describe('the difference of two texts', () => {
  it('is told word by word', () => {
    expect(short(wordDiff('The ferry left at dawn.', 'The old ferry left at noon.', 'en'))).toEqual([
      'The',
      '+old',
      'ferry left at',
      '-dawn',
      '+noon',
      '.',
    ]);
  });

  it('is nothing for the same text', () => {
    expect(wordDiff('All the same.', 'All the same.', 'en').every(({ kind }) => kind === 'same')).toBe(true);
  });

  it('leaves out long passages that stayed, and says how long they are', () => {
    const middle = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ');
    const runs = wordDiff(`One ${middle} end`, `Two ${middle} finish`, 'en');
    expect(runs.map(({ kind }) => kind)).toEqual(['removed', 'added', 'same', 'gap', 'same', 'removed', 'added']);
    expect(runs.find(({ kind }) => kind === 'gap')?.words).toBeGreaterThan(200);
    expect(runs.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(500);
  });

  it('finds words where no spaces part them', () => {
    const runs = wordDiff('今天天气很好', '今天天气不好', 'zh');
    expect(runs.filter(({ kind }) => kind !== 'same').map(({ text }) => text)).toEqual(['很', '不']);
  });
});
