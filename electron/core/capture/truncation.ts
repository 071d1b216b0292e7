import type { PageFacts } from './page-facts.ts';
import { mainLinkedArticle } from './metadata.ts';
import { countWords } from './measure.ts';
import { CUT_HERE } from './truncation.table.ts';

/** Signs that a text is not the whole article, as sentences for the receipt. */

/** Characters beyond which a line is running text that happens to begin so. */
const LONGEST = 120;
/** A colon at the end of a line leads to other articles, not to the rest of this one. */
const LEADS_ON = /[:：]$/u;
/** Lines at the end among which a site asks for something before it goes on. */
const LAST_LINES = 4;
const REASONABLE = 0.6;
/** Characters below which a text is hardly a whole article of a site that sells them. */
const SHORT = 1500;

/** Signs in the page and its text; an empty list claims nothing. */
export function truncationSigns(facts: PageFacts, text: string, language: string | null): string[] {
  const signs: string[] = [];
  const linked = mainLinkedArticle(facts);
  if (linked?.free === false) signs.push('The site says that this article is not free to read, so the text may be only its beginning.');
  // `free`, `metered` or `locked`, as sites tell social networks; a metered text may well be whole.
  else if (facts.meta['article:content_tier']?.some((tier) => /^locked$/i.test(tier)) && text.length < SHORT)
    signs.push('The site says that this article is for its subscribers, and the text is short.');
  const last = text.trimEnd().split('\n').slice(-LAST_LINES);
  const more = last.map((line) => line.trim()).find((line) => line.length <= LONGEST && !LEADS_ON.test(line) && CUT_HERE.test(line));
  if (more !== undefined) signs.push(`The text ends with “${more.slice(0, 80)}”.`);
  const bare = /(?:\.\.\.|…|\[…\]|\[\.\.\.\])$/u.test(last[last.length - 1]?.trim() ?? '') && text.length < 1200;
  if (bare) signs.push('The text breaks off with an ellipsis.');
  if (linked !== null && linked.body.length > 600 && text.length < linked.body.length * REASONABLE) {
    signs.push(`The page says that its text has ${String(linked.body.length)} characters; ${String(text.length)} were found.`);
  } else if (linked?.wordCount != null && linked.wordCount > 150) {
    const words = countWords(text, language);
    if (words < linked.wordCount * REASONABLE)
      signs.push(`The page says that it has ${String(linked.wordCount)} words; ${String(words)} were found.`);
  }
  if (signs.length === 0 && facts.paywallMarks.length > 0 && text.length < SHORT) {
    signs.push('The page has a notice for subscribers, and the text is short.');
  }
  return signs;
}
