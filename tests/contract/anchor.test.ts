import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, findAnchor, squeeze } from '../../electron/contract/anchor.ts';

const WORDS =
  'harbour winter letter bridge lantern orchard ferry market signal garden copper thunder quiet river paper window island carriage morning stone ' +
  'gemi liman köprü mektup çınar rüzgâr ışık kitap المكتبة القرية الكتاب الصباح 図書館で 古い地図を 雨の日に 見つけた';
const word = fc.constantFrom(...WORDS.split(' '));
const sentence = fc.array(word, { minLength: 5, maxLength: 14 }).map((words) => `${words.join(' ')}.`);
const paragraphs = fc.array(sentence, { minLength: 3, maxLength: 12 });

/** A text, and a span of it that begins and ends at words. */
const marked = fc
  .tuple(paragraphs, fc.nat(), fc.integer({ min: 4, max: 40 }))
  .map(([parts, seed, length]) => {
    // Numbers make every sentence its own, as real ones are.
    const text = parts.map((part, at) => `${at * 7919 + 13} ${part}`).join('\n');
    const starts = [...text.matchAll(/\S+/g)].map((match) => [match.index, match.index + match[0].length] as const);
    const first = seed % starts.length;
    const last = Math.min(starts.length - 1, first + length);
    return { text, start: starts[first]?.[0] ?? 0, end: starts[last]?.[1] ?? text.length };
  })
  .filter(({ text, start, end }) => squeeze(text.slice(start, end)).text.length >= 24);

const bare = (text: string): string => squeeze(text).text;

describe('anchoring', () => {
  it('finds what has not moved where it was', () => {
    fc.assert(
      fc.property(marked, ({ text, start, end }) => {
        expect(findAnchor(text, anchorOf(text, { start, end }))).toEqual({ start, end });
      }),
    );
  });

  it('survives any other spaces, line breaks and soft hyphens', () => {
    const space = fc.constantFrom(' ', '\n', '\u00a0', '  \n\t', '\u00ad \u200b');
    fc.assert(
      fc.property(marked, fc.infiniteStream(space), ({ text, start, end }, spaces) => {
        const other = text.replace(/\s/g, () => spaces.next().value as string);
        const found = findAnchor(other, anchorOf(text, { start, end }));
        expect(found && bare(other.slice(found.start, found.end))).toBe(bare(text.slice(start, end)));
      }),
    );
  });

  it('survives text that came before, between and after', () => {
    fc.assert(
      fc.property(marked, paragraphs, paragraphs, ({ text, start, end }, before, after) => {
        const other = `${before.join('\n')}\n${text}\n${after.join('\n')}`;
        const found = findAnchor(other, anchorOf(text, { start, end }));
        expect(found && other.slice(found.start, found.end)).toBe(text.slice(start, end));
      }),
    );
  });

  it('survives a few edited letters inside the quotation, at nearly the same borders', () => {
    fc.assert(
      fc.property(marked, fc.nat(), paragraphs, ({ text, start, end }, seed, before) => {
        const middle = start + 6 + (seed % Math.max(1, end - start - 12));
        const edited = `${text.slice(0, middle)}xy${text.slice(middle + 1)}`;
        const shift = before.join('\n').length + 1;
        const other = `${before.join('\n')}\n${edited}`;
        const found = findAnchor(other, anchorOf(text, { start, end }));
        expect(found).not.toBeNull();
        expect(Math.abs((found?.start ?? 0) - (start + shift))).toBeLessThanOrEqual(3);
        expect(Math.abs((found?.end ?? 0) - (end + 1 + shift))).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('does not invent a place in a text that has nothing to do with it', () => {
    fc.assert(
      fc.property(marked, ({ text, start, end }) => {
        const elsewhere = 'Zuzu vex plomb kwik jazd fyord hymp blunk. '.repeat(40);
        expect(findAnchor(elsewhere, anchorOf(text, { start, end }))).toBeNull();
      }),
    );
  });

  it('never cuts a character in half, and never keeps more than 64 units around', () => {
    const text = '😀'.repeat(100);
    fc.assert(
      fc.property(fc.nat({ max: 98 }), fc.integer({ min: 1, max: 30 }), (at, length) => {
        const { prefix, suffix } = anchorOf(text, { start: at * 2, end: Math.min(200, (at + length) * 2) });
        for (const part of [prefix, suffix]) {
          expect(part.length).toBeLessThanOrEqual(64);
          expect(part).toBe(new TextDecoder().decode(new TextEncoder().encode(part)));
        }
      }),
    );
  });
});

describe('among several places', () => {
  const text = 'The sea was calm. They sailed on. The wind rose. They sailed on. Night fell. They sailed on.';
  const second = text.indexOf('They sailed on', text.indexOf('wind'));

  it('means the one with the same surroundings', () => {
    const anchor = anchorOf(text, { start: second, end: second + 14 });
    const moved = `An introduction that was not there before. ${text}`;
    expect(findAnchor(moved, anchor)?.start).toBe(moved.indexOf('They sailed on', moved.indexOf('wind')));
  });

  it('is lost rather than attached to another place when it is short and its surroundings are gone', () => {
    const anchor = anchorOf(text, { start: text.indexOf('Night'), end: text.indexOf('Night') + 5 });
    expect(findAnchor('Something else. Every Night has its end.', anchor)).toBeNull();
  });

  it('takes curled quotes and long dashes for what they are', () => {
    const typed = 'He said: "it\'s done" - and left the old house behind him.';
    const set = 'He said: “it’s done” — and left the old house behind him.';
    const found = findAnchor(set, anchorOf(typed, { start: 9, end: 30 }));
    expect(found && set.slice(found.start, found.end)).toBe(set.slice(9, 30));
  });

  it('finds a long quotation that was edited in its middle by its two ends', () => {
    const long = Array.from({ length: 90 }, (_, at) => `word${at * 31}`).join(' ');
    const page = `Before it. ${long} After it.`;
    const anchor = anchorOf(page, { start: 11, end: 11 + long.length });
    const edited = page.replace('word1395 word1426', 'quite other words');
    const found = findAnchor(`New first line. ${edited}`, anchor);
    expect(found).toEqual({ start: 27, end: 16 + edited.indexOf(' After it') });
  });

  it('gives up in bounded time on a large text', () => {
    const large = 'a lorem ipsum dolor sit amet consectetur '.repeat(30_000);
    const anchor = { exact: 'an unrelated remark on lorem ipsum, dolores', prefix: 'x', suffix: 'y', start: 5, end: 48 };
    expect(findAnchor(large, anchor)).toBeNull();
  });
});
