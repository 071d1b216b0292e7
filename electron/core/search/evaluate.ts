import type { Columns } from './columns.ts';
import type { Condition } from './condition.ts';
import { spelledIn } from './exact.ts';
import { wordsHave } from './matching.ts';
import type { Facts } from './facts.ts';
import type { Flag } from './query/ast.ts';
import { formLanguage } from './word-forms.ts';

/** A document as the scan asks it. The costly parts are functions: most conditions never need the text. */
export interface Evaluated {
  readonly facts: Facts;
  readonly tags: readonly string[];
  readonly feeds: readonly string[];
  /** Own collections. */
  readonly collections: readonly string[];
  /** Own collections and their ancestors, as the document said. */
  readonly inherited: readonly string[];
  columns(): Columns;
  /** Title, byline, source, names of tags and text as they were written. */
  originals(): readonly string[];
}

function flagOf({ facts, tags, collections, feeds }: Evaluated, flag: Flag): boolean {
  switch (flag) {
    case 'unread':
      return !facts.read;
    case 'tagged':
      return tags.length > 0;
    case 'collected':
      return collections.length > 0;
    case 'fed':
      return feeds.length > 0;
    default:
      return facts[flag];
  }
}

/**
 * Whether a document meets a condition. `kept` = it stays in the list although it was read since: it counts as unread wherever unread is
 * asked for, and nowhere else.
 */
export function meets(document: Evaluated, condition: Condition, kept: boolean, negated = false): boolean {
  const { facts } = document;
  switch (condition.kind) {
    case 'and':
      return condition.of.every((part) => meets(document, part, kept, negated));
    case 'or':
      return condition.of.some((part) => meets(document, part, kept, negated));
    case 'not':
      return !meets(document, condition.of, kept, !negated);
    case 'words': {
      if (condition.exact !== null) {
        return wordsMeet(document, condition) && spelledIn(originalsOf(document, condition.field), condition.exact);
      }
      return wordsMeet(document, condition);
    }
    case 'flag':
      if (condition.flag === 'unread' && kept && !negated) return true;
      if (condition.flag === 'read' && kept && negated) return false;
      return flagOf(document, condition.flag);
    case 'tags':
      return condition.ids.some((id) => document.tags.includes(id));
    case 'feeds':
      return condition.ids.some((id) => document.feeds.includes(id));
    case 'collections': {
      const held = condition.inherited ? document.inherited : document.collections;
      return condition.ids.some((id) => held.includes(id));
    }
    case 'site':
      return facts.site.includes(condition.needle);
    case 'lang':
      return facts.lang === condition.lang || facts.lang.startsWith(`${condition.lang}-`);
    case 'saved':
      return facts.saved >= condition.from && facts.saved < condition.to;
    case 'published':
      return facts.published !== '' && facts.published >= condition.from && facts.published <= condition.to;
  }
}

function wordsMeet(document: Evaluated, condition: Extract<Condition, { kind: 'words' }>): boolean {
  if (condition.tags.some((id) => document.tags.includes(id))) return true;
  return wordsHave(document.columns(), condition, condition.field, formLanguage(document.facts.lang));
}

/** The texts an exact spelling is looked for in. */
export function originalsOf(document: Pick<Evaluated, 'originals'>, field: 'any' | 'byline'): readonly string[] {
  const originals = document.originals();
  return field === 'byline' ? originals.slice(1, 2) : originals;
}

/** Whether the words of a query (see `wordsOnly`) stand in the title: such articles come first. */
export function titleMeets(columns: Columns, words: Condition, language: string | null): boolean {
  if (words.kind === 'words') return wordsHave(columns, words, 'title', language);
  if (words.kind === 'and') return words.of.every((part) => titleMeets(columns, part, language));
  return words.kind === 'or' && words.of.some((part) => titleMeets(columns, part, language));
}
