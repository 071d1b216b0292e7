import type { PageFacts } from './page-facts.ts';
import { mainLinkedArticle } from './metadata.ts';
import { countWords } from './measure.ts';

/** Signs that a text is not the whole article, as sentences for the receipt. */

// prettier-ignore
const CONTINUE = /^(?:(?:to )?(?:continue|keep) reading\b.{0,60}|subscribe (?:now )?to (?:continue|read|keep).{0,60}|(?:this|the) (?:article|story|content) is (?:only |exclusively )?(?:available )?(?:for|to) (?:our )?(?:subscribers|members).{0,60}|already (?:a )?(?:subscriber|member)\?.{0,60}|log in to (?:continue|read).{0,60}|devamını okumak için.{0,80}|(?:haberin|yazının) devamı (?:için)?.{0,60}|davamını oxumaq üçün.{0,80}|weiterlesen mit .{0,60}|jetzt weiterlesen.{0,60}|lire la suite.{0,40}|(?:cet )?article (?:est )?réservé aux abonnés.{0,60}|contenido exclusivo para suscriptores.{0,60}|para seguir leyendo.{0,80}|продолжение доступно.{0,60}|читать полностью.{0,40})$/iu;

const REASONABLE = 0.6;

/** Signs in the page and its text; an empty list claims nothing. */
export function truncationSigns(facts: PageFacts, text: string, language: string | null): string[] {
  const signs: string[] = [];
  const linked = mainLinkedArticle(facts);
  if (linked?.free === false) signs.push('The site says that this article is not free to read, so the text may be only its beginning.');
  const last = text.trimEnd().split('\n').slice(-3);
  const more = last.map((line) => line.trim()).find((line) => CONTINUE.test(line));
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
  if (signs.length === 0 && facts.paywallMarks.length > 0 && text.length < 1500) {
    signs.push('The page has a notice for subscribers, and the text is short.');
  }
  return signs;
}
