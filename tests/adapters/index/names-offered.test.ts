import { describe, expect, it } from 'vitest';
import { openTestLibrary, type Sample } from './library.ts';

const SAMPLES: readonly Sample[] = [
  { source: 'The Gazette', byline: 'Ada Okonkwo' },
  { source: 'Gazete Duvar', byline: 'Öykü Çelik' },
  { source: 'The Gazette', byline: 'Ben Okri' },
  { source: '東京新聞', byline: null },
  { source: 'BBC', byline: 'Ada Okonkwo', text: 'gazette okonkwo' },
];

describe.each(['fts', 'scan'] as const)('names to complete with in %s mode', (mode) => {
  it.each([
    ['source', 'gaz', ['The Gazette', 'Gazete Duvar']],
    ['source', 'the g', ['The Gazette']],
    ['source', 'g', ['The Gazette', 'Gazete Duvar']],
    ['source', '', ['The Gazette', 'BBC', 'Gazete Duvar', '東京新聞']],
    ['source', '東京', ['東京新聞']],
    ['source', 'okonkwo', []],
    ['byline', 'oko', ['Ada Okonkwo']],
    ['byline', 'ok', ['Ada Okonkwo', 'Ben Okri']],
    ['byline', 'celik', ['Öykü Çelik']],
    ['byline', '"', ['Ada Okonkwo', 'Ben Okri', 'Öykü Çelik']],
  ] as const)('of %s for “%s” are %j', async (by, typed, names) => {
    const library = await openTestLibrary(mode);
    await library.put(SAMPLES);
    expect(library.reader.namesLike(by, typed)).toEqual(names);
    await library.close();
  });
});
