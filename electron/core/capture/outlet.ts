import { NOT_OUTLETS, OUTLET_WORDS, SOURCE_LABELS } from './outlet.table.ts';

/** Recognises the line that names the outlet at the end of a story saved by hand. In doubt it is prose and stays. */

const MAX_LENGTH = 48;
const MAX_WORDS = 6;
const DOMAIN = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,10}$/u;
const LIST_ITEM = /^(?:[-–—*•·▪◦‣>#+]|\d{1,3}[.)]|\p{L}[.)])\s/u;
const SENTENCE = /[!?…。！？؟،；;:,"“”„«»(){}[\]|=<>\\*_~^]/u;
/** Words that may be in lower case in a name. */
// prettier-ignore
const CONNECTORS: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', 'on', 'in', 've', 'və', 'de', 'du', 'des', 'la', 'le', 'les', 'del', 'di', 'da', 'do', 'van', 'der', 'die', 'das', 'und', 'am', 'et', 'y', 'e', 'и', 'og', 'och', 'a']);

const lower = (text: string): string => text.replace(/İ/g, 'i').toLowerCase();

function isNameWord(word: string): boolean {
  return CONNECTORS.has(lower(word)) || !/^\p{Ll}/u.test(word) || /\p{Lu}/u.test(word) || DOMAIN.test(word);
}

/** True where the line is shaped like a name: short, capitalised, no sentence, no list item, no number. */
function isNameShaped(line: string): boolean {
  if (line.length < 2 || line.length > MAX_LENGTH || LIST_ITEM.test(line) || SENTENCE.test(line)) return false;
  if (!/\p{L}/u.test(line) || NOT_OUTLETS.has(lower(line).replace(/[.]+$/, ''))) return false;
  const words = line.split(/\s+/);
  if (words.length > MAX_WORDS) return false;
  // A full stop belongs to a domain or to initials (`U.S. News`), never to the end.
  if (line.endsWith('.') || /\p{Ll}{3,}\.\s/u.test(line)) return false;
  if (words.length === 1 && /^\p{Ll}/u.test(line) && !DOMAIN.test(line)) return false;
  // Without spaces a sentence has no words to count: only very short lines.
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(line) && line.length > 14) return false;
  return words.every(isNameWord) && words.some((word) => !CONNECTORS.has(lower(word)));
}

function hasOutletWord(line: string): boolean {
  const text = lower(line);
  const words = text.split(/[\s.-]+/);
  return (
    words.some((word) => OUTLET_WORDS.has(word)) ||
    [...OUTLET_WORDS].some((word) => word.length >= 2 && !/^[a-z]/.test(word) && text.endsWith(word))
  );
}

/** The source that a labelled line names (`Kaynak: Anadolu Ajansı`), or null. */
export function labelledSource(line: string): string | null {
  const match = /^(\p{L}[\p{L}\s]{1,20}?)\s*[:：]\s*(\S.*)$/u.exec(line);
  if (!match || !SOURCE_LABELS.includes(lower(match[1] ?? ''))) return null;
  const name = (match[2] ?? '').trim();
  return isNameShaped(name) || DOMAIN.test(name) ? name : null;
}

/**
 * The outlet that the last line of a story names, or null where the line may be prose. `before` is the line before it. `furnished` says that
 * the text began with a news site's furniture: then any name will do; otherwise the line must say itself that it is an outlet (a domain, or a
 * word such as `News`).
 */
export function outletOf(line: string, before: string, furnished: boolean): string | null {
  const text = line
    .trim()
    .replace(/^(?:[—–]\s*|©\s*(?:\d{4}\s*)?)/u, '')
    .trim();
  if (!isNameShaped(text) && !DOMAIN.test(text)) return null;
  // It follows a finished sentence: the last item of a list or verse, or a half sentence, does not.
  const finished = /[.!?…。！？؟"”’»」』）)\]]\s*$/u.test(before);
  const long = before.length > (furnished || /[。！？」』）]\s*$/u.test(before) ? text.length : Math.max(40, text.length));
  if (!(finished && long) && !(furnished && before.length >= 100)) return null;
  return furnished || DOMAIN.test(text) || hasOutletWord(text) ? text : null;
}
