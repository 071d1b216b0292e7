import type { View } from '../../contract/entities.ts';
import { fieldWords } from './columns.ts';
import { EVERYTHING, type Condition } from './condition.ts';
import { lineHas } from './matching.ts';
import type { Flag, QueryNode } from './query/ast.ts';
import type { NameTable } from './query/names.ts';
import { foldPath } from './query/operators.ts';
import { parseQuery } from './query/parse.ts';

/** Looks up the names of a query. A name nobody has gives a condition that nothing meets. */
function bindQuery(node: QueryNode, names: NameTable): Condition {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, of: node.of.map((part) => bindQuery(part, names)) };
    case 'not':
      return { kind: 'not', of: bindQuery(node.of, names) };
    case 'words': {
      const { field, forms, exact, typed } = node;
      const lines = field === 'any' ? names.tags : [];
      const tags = lines.filter(({ name }) => forms.some((form) => lineHas(fieldWords(name), form))).map(({ id }) => id);
      return { kind: 'words', field, forms, typed, tags, exact: exact ? typed : null };
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

function bindView(view: View, names: NameTable, now: number): Condition[] {
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
      return [root === null ? EVERYTHING : bindQuery(root, names), ...(asksForTrash(root) ? [] : [kept])];
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
export function bind(view: View, root: QueryNode | null, names: NameTable, now: number): Bound {
  const query = root === null ? EVERYTHING : bindQuery(root, names);
  const conditions = view.kind === 'everything' && asksForTrash(root) ? [] : bindView(view, names, now);
  return { where: { kind: 'and', of: [...conditions, query] }, query };
}
