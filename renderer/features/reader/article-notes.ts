/** Words of a mark that points to a note: a number, a letter, a star, in brackets or not. */
const MARK = /^[[(]?\s*(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,3}|note \d{1,4})\s*[\])]?$/iu;
/** Characters of a note that still read well beside the text; a longer one is jumped to. */
const LONGEST = 2400;
const HOLDERS = 'li,dd,aside,p,div,section,td';

/** The note a mark points to, for showing beside the text: a copy without its way back; null where it is better jumped to. */
export function noteFor(target: Element, anchor: Element): DocumentFragment | null {
  const marked = anchor.closest('sup') !== null || MARK.test(anchor.textContent?.trim() ?? '');
  if (!marked) return null;
  const holder = target.matches(HOLDERS) ? target : target.closest(HOLDERS);
  // The text around the mark itself, or a whole part of the article, is no note.
  if (!holder || holder.contains(anchor) || (holder.textContent?.length ?? 0) > LONGEST) return null;
  if (holder.querySelector('h1,h2,h3') !== null) return null;
  const copy = document.importNode(holder, true);
  for (const pin of copy.querySelectorAll('[data-ours]')) pin.remove();
  for (const element of [copy, ...copy.querySelectorAll('*')]) element.removeAttribute('id');
  for (const back of copy.querySelectorAll('a[href^="#"]')) {
    const words = back.textContent?.trim() ?? '';
    if (words === '' || /^(?:\^|↑|↩|⤴|⏎)|^(?:back|return|jump up)\b/iu.test(words) || MARK.test(words) || words.length <= 2) {
      (back.closest('sup') ?? back).remove();
    }
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...copy.childNodes);
  return (fragment.textContent?.trim() ?? '') === '' ? null : fragment;
}
