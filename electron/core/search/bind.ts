import type { View } from '../../contract/entities.ts';
import { fieldWords } from './columns.ts';
import { EVERYTHING, type Condition } from './condition.ts';
import { lineHas } from './matching.ts';
import type { Flag, QueryNode, WordsNode } from './query/ast.ts';
import type { NameTable } from './query/names.ts';
import { foldPath } from './query/operators.ts';
import { parseQuery } from './query/parse.ts';
import { NO_FORMS, variantsOf, type Forms, type Variants } from './word-forms.ts';

/** Forms of a word, unless it was asked for as it stands: in a phrase, with `=`, or to be left out. */
export function variantsFor({ field, forms, phrase, exact, typed }: WordsNode, known: Forms): Variants[] {
  const [form, ...more] = forms;
  const [token, ...rest] = form?.tokens ?? [];
  if (field !== 'any' || phrase || exact || more.length > 0 || rest.length > 0 || token === undefined) return [];
  return variantsOf(typed, token, known);
}

/** Looks up the names of a query. A name nobody has gives a condition that nothing meets. */
function bindQuery(node: QueryNode, names: NameTable, known: Forms): Condition {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, of: node.of.map((part) => bindQuery(part, names, known)) };
    case 'not':
      return { kind: 'not', of: bindQuery(node.of, names, known) };
    case 'words': {
      const { field, forms, exact, typed, start, end } = node;
      const lines = field === 'any' ? names.tags : [];
      const tags = lines.filter(({ name }) => forms.some((form) => lineHas(fieldWords(name), form))).map(({ id }) => id);
      return { kind: 'words', field, forms, variants: variantsFor(node, known), typed, tags, start, end, exact: exact ? typed : null };
    }
    case 'flag':
    case 'saved':
    case 'published':
      return node;
    case 'tag':
      return { kind: 'tags', ids: names.tagIds(node.name) };
    case 'feed':
      return { kind: 'feeds', ids: names.feedIds(node.name) };
    case 'in':
      return { kind: 'collections', ids: names.collectionIds(node.name), inherited: false };
    case 'site':
      return { kind: 'site', needle: node.name };
    case 'lang':
      return { kind: 'lang', lang: node.name };
  }
}

const is = (flag: Flag): Condition => ({ kind: 'flag', flag });
const not = (of: Condition): Condition => ({ kind: 'not', of });

/** What nothing meets. */
const NOTHING: Condition = { kind: 'or', of: [] };

function bindView(view: View, names: NameTable, now: number, forms: Forms): Condition[] {
  const kept = not(is('trashed'));
  switch (view.kind) {
    case 'all':
      return [not(is('archived')), kept];
    case 'unread':
      return [is('unread'), not(is('archived')), kept];
    case 'later':
    case 'starred':
    case 'incomplete':
      return [is(view.kind), kept];
    case 'archive':
      return [is('archived'), kept];
    case 'highlighted':
      return [is('highlighted'), kept];
    case 'recent':
      return [is('opened'), kept];
    case 'feed':
      return [{ kind: 'feeds', ids: [view.id] }, kept];
    case 'folder':
      return [{ kind: 'feeds', ids: names.feedsIn(foldPath(view.path)) }, kept];
    case 'trash':
      return [is('trashed')];
    case 'tag':
      return [{ kind: 'tags', ids: names.tagFamily(view.id) }, kept];
    case 'smart': {
      const smart = names.smart.find(({ id }) => id === view.id);
      if (!smart) return [NOTHING];
      const { root } = parseQuery(smart.query, now);
      return [root === null ? EVERYTHING : bindQuery(root, names, forms), ...(asksForTrash(root) ? [] : [kept])];
    }
    case 'collection':
      // A collection whose name is not known here is still found by what each document said about its ancestors.
      return [{ kind: 'collections', ids: names.below(view.id), inherited: !names.knows(view.id) }, kept];
    case 'everything':
      return [kept];
  }
}

function asksForTrash(node: QueryNode | null): boolean {
  if (node === null || node.kind === 'not') return false;
  if (node.kind === 'and' || node.kind === 'or') return node.of.some(asksForTrash);
  return node.kind === 'flag' && node.flag === 'trashed';
}

export interface Bound {
  /** View and query together. */
  readonly where: Condition;
  /** The query alone. */
  readonly query: Condition;
}

/** A view narrowed by a query, at a time (milliseconds), which the dates of a smart collection are about. `everything` leaves out the trash unless the query itself asks for it (`is:trashed`). */
export function bind(view: View, root: QueryNode | null, names: NameTable, now: number, forms: Forms = NO_FORMS): Bound {
  const query = root === null ? EVERYTHING : bindQuery(root, names, forms);
  const conditions = view.kind === 'everything' && asksForTrash(root) ? [] : bindView(view, names, now, forms);
  return { where: { kind: 'and', of: [...conditions, query] }, query };
}
