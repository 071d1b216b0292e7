/** Titles from text: the first sentence, cut at a word where it is too long for a title. */

const MAX_TITLE = 180;
const END = /[.!?…。！？؟](?:["”’»)\]」』]*)(?=\s|$)|[。！？]/gu;
/** Words whose full stop does not end a sentence. */
// prettier-ignore
const ABBREVIATIONS: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'sr', 'jr', 'no', 'vs', 'gen', 'col', 'sgt', 'lt', 'rev', 'hon', 'sen', 'rep', 'gov', 'inc', 'ltd', 'co', 'corp', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'av', 'alb', 'doç', 'yrd', 'öğr', 'sn', 'bkz', 'vb', 'vs', 'örn', 'ing', 'mag', 'bzw', 'ca', 'str', 'nr', 'm', 'mme', 'mlle', 'г', 'ул', 'им', 'т', 'тыс', 'млн', 'млрд', 'руб']);

/** The first sentence of a paragraph, whole. */
export function firstSentence(paragraph: string): string {
  const text = paragraph.replace(/\s+/gu, ' ').trim();
  END.lastIndex = 0;
  for (let match = END.exec(text); match; match = END.exec(text)) {
    const end = match.index + match[0].length;
    const head = text.slice(0, match.index);
    const word = /[\p{L}\p{N}]+$/u.exec(head)?.[0] ?? '';
    const next = text.slice(end).trimStart();
    const stop = match[0].startsWith('.');
    // `Dr. Öz`, `J. R. Smith`, `9. Mart`: not an end; nor is a full stop before a small letter.
    if (
      stop &&
      next !== '' &&
      (ABBREVIATIONS.has(word.toLowerCase()) || word.length === 1 || /^\d{1,2}$/.test(word) || /^\p{Ll}/u.test(next))
    )
      continue;
    return text.slice(0, end);
  }
  return text;
}

/** A title made from the first sentence of a text: without its full stop, at most about 180 characters. */
export function titleFromText(paragraph: string): string {
  const sentence = firstSentence(paragraph).replace(/[.。]+(["”’»」]*)$/u, '$1');
  if (sentence.length <= MAX_TITLE) return sentence;
  const cut = sentence.slice(0, MAX_TITLE);
  const space = cut.search(/\s\S*$/u);
  return `${(space > MAX_TITLE / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')).replace(/[\s,;:–—-]+$/u, '')}…`;
}
