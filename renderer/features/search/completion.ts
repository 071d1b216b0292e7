import type { Sidebar } from '../../../electron/contract/entities.ts';
import { completions } from '../../ui/name-completion.ts';

/** One line of the list under the search field. */
export interface Suggestion {
  /** What the list shows. */
  readonly label: string;
  /** The whole query with it taken over, and where the caret goes. */
  readonly query: string;
  readonly caret: number;
  /** An operator still wants a value: the list stays open. */
  readonly goesOn: boolean;
}

/** What can stand before a colon, and fixed values of it. `null` = a value of the person's own. */
const OPERATORS: Readonly<Record<string, readonly string[] | null>> = {
  tag: null,
  in: null,
  feed: null,
  site: null,
  by: null,
  lang: null,
  is: ['unread', 'read', 'starred', 'later', 'archived', 'incomplete', 'highlighted', 'trashed'],
  has: ['image', 'note', 'highlight', 'tag', 'collection', 'feed'],
  saved: ['today', 'yesterday', '7d', '1m', '1y'],
  published: ['today', 'yesterday', '7d', '1m', '1y'],
  before: ['7d', '1m', '1y'],
  after: ['7d', '1m', '1y'],
};
const LANGUAGES = ['en', 'tr', 'de', 'fr', 'es', 'ru', 'ar', 'it', 'pt', 'nl', 'pl', 'zh', 'ja', 'ko', 'fa', 'he', 'hi', 'uk', 'az', 'el'];

/** The piece of a query that the caret stands in: from the last blank or bracket outside quotation marks. */
function pieceAt(query: string, caret: number): { start: number; end: number; text: string } {
  let start = 0;
  let quoted = false;
  for (let i = 0; i < caret; i++) {
    if (query[i] === '"') quoted = !quoted;
    else if (!quoted && /[\s()]/.test(query[i] ?? '')) start = i + 1;
  }
  let end = caret;
  while (end < query.length && !/[\s()]/.test(query[end] ?? '')) end++;
  return { start, end, text: query.slice(start, caret) };
}

/** Values that are asked for as they are typed: of `site:` and `by:`. */
export interface Asked {
  readonly by: 'source' | 'byline';
  readonly typed: string;
}

const ASKED: Readonly<Record<string, Asked['by']>> = { site: 'source', by: 'byline' };

/** What has to be asked for to complete what stands at the caret; null where nothing has. */
export function askedAt(query: string, caret: number): Asked | null {
  const typed = pieceAt(query, caret).text.replace(/^-/, '');
  const colon = typed.indexOf(':');
  const operator = typed.slice(0, Math.max(colon, 0)).toLowerCase();
  const by = Object.hasOwn(ASKED, operator) ? ASKED[operator] : undefined;
  return by === undefined
    ? null
    : {
        by,
        typed: typed
          .slice(colon + 1)
          .replace(/^"/, '')
          .slice(0, 200),
      };
}

function valuesOf(operator: string, sidebar: Sidebar | undefined, names: readonly string[]): readonly string[] {
  switch (operator) {
    case 'site':
    case 'by':
      return names;
    case 'tag':
      return sidebar?.tags.map(({ name }) => name) ?? [];
    case 'in':
      return sidebar?.collections.map(({ path }) => path) ?? [];
    case 'feed':
      return sidebar?.feeds.map(({ title }) => title) ?? [];
    case 'lang':
      return LANGUAGES;
    default:
      return OPERATORS[operator] ?? [];
  }
}

const quotedIfNeeded = (value: string): string => (/[\s()]/.test(value) ? `"${value.replaceAll('"', '')}"` : value);

/** Operators and their values for what stands at the caret (`names`: the answer to what `askedAt` gives); nothing for a plain word of one letter or none. */
export function suggestionsFor(query: string, caret: number, sidebar: Sidebar | undefined, names: readonly string[] = []): Suggestion[] {
  const { start, end, text } = pieceAt(query, caret);
  const minus = text.startsWith('-') ? '-' : '';
  const typed = text.slice(minus.length);
  const colon = typed.indexOf(':');
  const taken = (piece: string, goesOn: boolean): Pick<Suggestion, 'query' | 'caret' | 'goesOn'> => {
    const before = `${query.slice(0, start)}${minus}${piece}${goesOn ? '' : ' '}`;
    return { query: before + query.slice(end).trimStart(), caret: before.length, goesOn };
  };
  if (colon < 0) {
    if (typed === '') return [];
    const names = Object.keys(OPERATORS).filter((name) => name.startsWith(typed.toLowerCase()));
    return names.map((name) => ({ label: `${minus}${name}:`, ...taken(`${name}:`, true) }));
  }
  const operator = typed.slice(0, colon).toLowerCase();
  if (!Object.hasOwn(OPERATORS, operator)) return [];
  const value = typed.slice(colon + 1).replace(/^"/, '');
  const values = valuesOf(operator, sidebar, names);
  if (values.includes(value)) return [];
  return completions(values, [], value).map((one) => ({
    label: `${minus}${operator}:${one}`,
    ...taken(`${operator}:${quotedIfNeeded(one)}`, false),
  }));
}

/** Most recent searches that are kept. */
const KEPT = 10;

/** Recent searches with a new one first. What was only typed on the way to it goes. */
export function withRecent(recent: readonly string[], query: string): string[] {
  const others = recent.filter((one) => one !== query && !query.startsWith(one));
  return [query, ...others].slice(0, KEPT);
}
