/** Words that look like a form of another word, or are none of the regular forms of theirs. */
const BASES: Readonly<Record<string, string>> = {
  news: 'news',
  series: 'series',
  species: 'species',
  united: 'united',
  wine: 'wine',
  wines: 'wine',
  evening: 'evening',
  evenings: 'evening',
  morning: 'morning',
  mornings: 'morning',
  during: 'during',
  nothing: 'nothing',
  something: 'something',
  anything: 'anything',
  everything: 'everything',
  hundred: 'hundred',
  sacred: 'sacred',
  men: 'man',
  women: 'woman',
  children: 'child',
  people: 'person',
  persons: 'person',
  feet: 'foot',
  teeth: 'tooth',
  mice: 'mouse',
  lives: 'lif',
  life: 'lif',
  wives: 'wif',
  wife: 'wif',
  knives: 'knif',
  knife: 'knif',
  ran: 'run',
  went: 'go',
  gone: 'go',
  goes: 'go',
  going: 'go',
  said: 'say',
  says: 'say',
  saying: 'say',
  made: 'mak',
  took: 'tak',
  taken: 'tak',
  came: 'com',
  got: 'get',
  wrote: 'writ',
  written: 'writ',
  won: 'win',
  spoke: 'speak',
  spoken: 'speak',
  bought: 'buy',
  sold: 'sell',
  built: 'build',
  fought: 'fight',
  taught: 'teach',
  caught: 'catch',
  brought: 'bring',
  thought: 'think',
  knew: 'know',
  known: 'know',
  grew: 'grow',
  grown: 'grow',
  chose: 'choos',
  chosen: 'choos',
  elves: 'elf',
};

const VOWEL = /[aeiouy]/;
const DOUBLED = /([bdgmnprt])\1$/;

function plural(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/[lra]ves$/.test(word) && word.length > 5) return `${word.slice(0, -3)}f`;
  return word.slice(0, -1);
}

/** The word without an ending that makes a verb form of it, where a word of three letters with a vowel is left. */
function verb(word: string, ending: string): string | null {
  const base = word.slice(0, -ending.length);
  if (!word.endsWith(ending) || base.length < 3 || !VOWEL.test(base)) return null;
  return DOUBLED.test(base) ? base.slice(0, -1) : base;
}

/**
 * What the inflected forms of an English word have in common: plural, `-ed`, `-ing`, and the irregular forms that news is full of.
 * Words made from other words (`organ`, `organization`) stay apart. Not a word by itself: a last `e` is gone.
 */
export function englishBase(word: string): string {
  const known = Object.hasOwn(BASES, word) ? BASES[word] : undefined;
  if (known !== undefined) return known;
  if (word.length < 4) return word;
  let base = plural(word);
  const irregular = Object.hasOwn(BASES, base) ? BASES[base] : undefined;
  if (irregular !== undefined) return irregular;
  if (base.endsWith('ied') && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (!base.endsWith('eed')) base = verb(base, 'ing') ?? verb(base, 'ed') ?? base;
  return base.length > 3 && base.endsWith('e') ? base.slice(0, -1) : base;
}
