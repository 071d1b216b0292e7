import { afterEach, describe, expect, it } from 'vitest';
import { FIRST_SAVED, openTestLibrary, type Sample, type TestLibrary } from './library.ts';

const DAY = 86_400_000;
/** Filler, so that lengths are alike and words are neither rare nor everywhere. */
const PROSE = 'The council met on Tuesday and spoke for hours about roads, schools and what the winter would cost. ';

interface Judged {
  /** What a reader expects, in a sentence. */
  readonly expects: string;
  readonly query: string;
  /** In the order in which they should stand; they are put into the library in another one. */
  readonly best: readonly (Sample & { readonly name: string })[];
}

/** Judged by hand: what a reader who types this wants to see first. */
const JUDGED: readonly Judged[] = [
  {
    expects: 'an article whose title has the word stands before those that only mention it',
    query: 'lighthouse',
    best: [
      { name: 'title', title: 'The lighthouse at the end of the pier', text: PROSE },
      { name: 'often', text: `${PROSE}A lighthouse, another lighthouse, and a third lighthouse.` },
      { name: 'once', text: `${PROSE}${PROSE}${PROSE}They passed a lighthouse.` },
    ],
  },
  {
    expects: 'a title that has all the words stands before one that has some',
    query: 'harbour storm',
    best: [
      { name: 'both in the title', title: 'Storm over the harbour', text: PROSE },
      { name: 'one in the title', title: 'A walk along the harbour', text: `${PROSE}No storm came.` },
      { name: 'in the text', text: `${PROSE}The harbour was quiet. ${PROSE}Then a storm.` },
    ],
  },
  {
    expects: 'words side by side stand before the same words far apart, even more often',
    query: 'winter garden',
    best: [
      { name: 'side by side', text: `${PROSE}She showed them the winter garden.` },
      { name: 'apart', text: `A garden in summer, a garden in autumn. ${PROSE}${PROSE}` },
    ],
  },
  {
    expects: 'of two alike the newer one stands first',
    query: 'budget',
    best: [
      { name: 'new', text: `${PROSE}The budget passed.`, saved: FIRST_SAVED + 150 * DAY },
      { name: 'old', text: `${PROSE}The budget passed.`, saved: FIRST_SAVED - 900 * DAY },
    ],
  },
  {
    expects: 'newness does not lift a mention over an article that is about it',
    query: 'glacier',
    best: [
      { name: 'about it, old', title: 'How a glacier moves', text: PROSE, saved: FIRST_SAVED - 1500 * DAY },
      { name: 'a mention, new', text: `${PROSE}Like a glacier.`, saved: FIRST_SAVED + 150 * DAY },
    ],
  },
  {
    expects: 'newness does not lift one mention over many in a text as long',
    query: 'glacier',
    best: [
      { name: 'many, a little older', text: `${PROSE}Glacier after glacier, this glacier too.`, saved: FIRST_SAVED },
      { name: 'one, a little newer', text: `${PROSE}It went past, this glacier, and so on.`, saved: FIRST_SAVED + 2 * DAY },
    ],
  },
  {
    expects: 'the very word stands before its other forms',
    query: 'run far',
    best: [
      { name: 'run', text: `${PROSE}A good run, far out.`, saved: FIRST_SAVED - 400 * DAY },
      { name: 'runs', text: `${PROSE}She runs far, and he runs far.`, saved: FIRST_SAVED + 100 * DAY },
    ],
  },
  {
    expects: 'the word as it was typed stands before longer ones that it may still become',
    query: 'car',
    best: [
      { name: 'car', text: `${PROSE}They came by car.`, saved: FIRST_SAVED - 400 * DAY },
      { name: 'carpet', text: `${PROSE}Carpets and a carpet, a career in carpets.`, saved: FIRST_SAVED + 100 * DAY },
    ],
  },
  {
    expects: 'the spelling typed, accents and all, stands before the same letters without',
    query: 'résumé',
    best: [
      { name: 'accents', title: 'Writing a résumé', text: PROSE, saved: FIRST_SAVED - 100 * DAY },
      { name: 'none', title: 'They resume talks', text: PROSE, saved: FIRST_SAVED + 100 * DAY },
    ],
  },
  {
    expects: 'a name in the byline counts for more than one in the text',
    query: 'okonkwo',
    best: [
      { name: 'author', byline: 'Ada Okonkwo', text: PROSE.repeat(2), saved: FIRST_SAVED - 50 * DAY },
      { name: 'mention', text: `${PROSE}${PROSE}She thanked Okonkwo.`, saved: FIRST_SAVED },
    ],
  },
  {
    expects: 'a short text about it stands before a long one that mentions it as often',
    query: 'beekeeping',
    best: [
      { name: 'short', text: `Beekeeping is work. ${PROSE}`, saved: FIRST_SAVED - 30 * DAY },
      { name: 'long', text: `${PROSE.repeat(12)}Beekeeping was not discussed.`, saved: FIRST_SAVED - 30 * DAY },
    ],
  },
  {
    expects: 'in Chinese too a title stands before a text',
    query: '东京',
    best: [
      { name: 'title', title: '东京的冬天', text: '下雪了。', lang: 'zh', saved: FIRST_SAVED - 90 * DAY },
      { name: 'text', title: '旅行', text: '我们去了东京和京都。', lang: 'zh', saved: FIRST_SAVED },
    ],
  },
];

let library: TestLibrary | null = null;
afterEach(async () => {
  await library?.close();
  library = null;
});

describe('the best match first', () => {
  it.each(JUDGED)('$expects', async ({ query, best }) => {
    library = await openTestLibrary('fts');
    const filler: Sample[] = Array.from({ length: 40 }, (_, i) => ({
      title: `Minutes ${i}`,
      text: PROSE.repeat(1 + (i % 4)),
      saved: FIRST_SAVED - i * DAY,
    }));
    // Put in the other way round, so that neither the order of saving nor of ids helps.
    const samples = [...filler, ...[...best].reverse().map((sample, i) => ({ saved: FIRST_SAVED - (i + 1) * 1000, ...sample }))];
    await library.put(samples);
    const order = library
      .found(query)
      .map((at) => samples[at])
      .map((sample) => (sample && 'name' in sample ? sample.name : 'filler'));
    expect(order).toEqual(best.map(({ name }) => name));
  });
});
