import { pick, seeded, zipf } from './random.ts';
import { LANGUAGES } from './words.table.ts';

export interface GeneratedArticle {
  readonly title: string;
  readonly byline: string;
  readonly source: string;
  readonly url: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly paragraphs: readonly string[];
  readonly publishedAt: string;
  readonly tag: string;
}

const VOCABULARY = 20_000;

/** Articles of about `words` words; article `i` of a seed is always the same. */
export function* generateArticles(count: number, words: number, seed = 1): Generator<GeneratedArticle> {
  const random = seeded(seed);
  const vocabularies = LANGUAGES.map((language) => vocabulary(language.syllables, seed));
  for (let i = 0; i < count; i++) {
    const at = languageAt(random());
    const language = LANGUAGES[at];
    const vocabularyOf = vocabularies[at];
    if (!language || !vocabularyOf) throw new Error('no such language');
    const sentence = (length: number) =>
      Array.from({ length }, () => vocabularyOf[zipf(random, vocabularyOf.length)] ?? '').join(language.joiner);
    const paragraphs: string[] = [];
    for (let left = Math.round(words * (0.5 + random())); left > 0; left -= 60) paragraphs.push(`${sentence(Math.min(60, left))}.`);
    yield {
      title: sentence(7),
      byline: sentence(2),
      source: `Source ${zipf(random, 500)}`,
      url: `https://site-${zipf(random, 500)}.example/${i}`,
      lang: language.lang,
      dir: language.dir,
      paragraphs,
      publishedAt: new Date(1_600_000_000_000 + i * 600_000).toISOString(),
      tag: `topic-${zipf(random, 200)}`,
    };
  }
}

/** The `rank`-th commonest made-up word of a language: what the searches ask for. */
export function wordOf(lang: string, rank: number, seed = 1): string {
  const language = LANGUAGES.find((one) => one.lang === lang);
  const word = language && vocabulary(language.syllables, seed)[rank];
  if (!word) throw new Error(`no word ${rank} in ${lang}`);
  return word;
}

function languageAt(point: number): number {
  let sum = 0;
  for (const [index, { share }] of LANGUAGES.entries()) if (point < (sum += share)) return index;
  return 0;
}

const made = new Map<string, string[]>();

/** Made once: building it takes longer than what is measured. */
function vocabulary(syllables: readonly string[], seed: number): string[] {
  const key = `${seed} ${syllables.join(' ')}`;
  const known = made.get(key);
  if (known) return known;
  const random = seeded(seed + syllables.length);
  const words = new Set<string>();
  while (words.size < VOCABULARY) words.add(Array.from({ length: 1 + Math.floor(random() * 3.5) }, () => pick(random, syllables)).join(''));
  const list = [...words];
  made.set(key, list);
  return list;
}
