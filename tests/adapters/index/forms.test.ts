import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentOf, idOf, NO_NAMES, openTestLibrary, type Sample, type TestLibrary } from './library.ts';

const SAMPLES: readonly Sample[] = [
  /* 0 */ { title: 'Plain', text: 'Two houses stood there', lang: 'en' },
  /* 1 */ { title: 'Plain', text: 'One house stood there', lang: 'en-GB' },
  /* 2 */ { title: 'Plain', text: 'Die Häuser der Stadt', lang: 'de' },
  /* 3 */ { title: 'Plain', text: 'Kitapları okudum', lang: 'tr' },
  /* 4 */ { title: 'Books in Turkish: kitap', text: 'nothing', lang: 'en' },
  /* 5 */ { title: 'Plain', text: 'Прочитал новую книгу', lang: 'ru' },
  /* 6 */ { title: 'Plain', text: 'Les élections nationales', lang: 'fr' },
  /* 7 */ { title: 'Plain', text: 'Las ciudades nuevas', lang: 'es' },
  /* 8 */ { title: 'Plain', text: 'Unknown houses', lang: null },
  /* 9 */ { title: 'The houses of Rome', text: 'nothing', lang: 'en' },
];

/** Query, and every article that is found, best first. */
const CASES: readonly (readonly [string, readonly number[]])[] = [
  // The very word comes first, in the title before the text.
  ['houses', [9, 8, 0, 1]],
  // What is still being typed may go on; one left behind by a blank may not, but may have other forms.
  ['house -zzz', [9, 1, 0]],
  ['=house', [1]],
  ['"house"', [1]],
  ['"one house"', [1]],
  ['houses -house', [9, 8, 0]],
  ['haus', [2]],
  ['hauser', [2]],
  ['Hauses -zzz', [2]],
  ['kitap -zzz', [4, 3]],
  ['kitaplar', [3]],
  ['книга', [5]],
  ['книги -zzz', [5]],
  ['новая', [5]],
  ['election -zzz', [6]],
  ['élection -zzz', [6]],
  ['ciudad -zzz', [7]],
  ['houses rome', [9]],
  ['(haus OR book) -zzz', [4, 2]],
];

describe.each(['fts', 'scan'] as const)('word forms in %s mode', (mode) => {
  let library: TestLibrary;
  beforeAll(async () => {
    library = await openTestLibrary(mode);
    await library.put(SAMPLES);
  });
  afterAll(() => library.close());

  it.each(CASES)('%s finds %j', (query, found) => {
    expect(library.found(query)).toEqual(found);
  });

  it('are marked in snippets of their language', () => {
    const snippets = library.reader.snippets('houses kitap', [0, 1, 3].map(idOf));
    const marked = (index: number): string[] =>
      (snippets[idOf(index)]?.marks ?? []).map(([a, b]) => snippets[idOf(index)]?.text.slice(a, b) ?? '');
    expect(marked(0)).toEqual(['houses']);
    expect(marked(1)).toEqual(['house']);
    expect(marked(3)).toEqual(['Kitapları']);
  });

  it('follow an article whose language becomes known', async () => {
    await library.writer.apply({ seq: 5, upsert: [documentOf(8, { ...SAMPLES[8], lang: 'en' }, NO_NAMES, null)], remove: [], names: null });
    expect(library.found('house -zzz')).toContain(8);
  });
});
