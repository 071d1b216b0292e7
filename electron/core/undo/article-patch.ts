import type { ArticleRecord } from '../domain/records.ts';

/** Fields that edits may change, and that an inverse therefore has to know. Position is left out: it is not undoable. */
const VALUES = ['title', 'byline', 'source', 'publishedAt', 'modifiedAt', 'read', 'starred', 'later', 'archived', 'trashedAt'] as const;
const LISTS = ['tags', 'collections', 'edited'] as const;

type Value = string | boolean | null;
interface ListItem {
  readonly value: string;
  readonly index: number;
}

/** What one change really did to one article: nothing that stayed as it was is in here. */
export interface ArticlePatch {
  readonly id: string;
  readonly values: readonly { readonly field: (typeof VALUES)[number]; readonly before: Value; readonly after: Value }[];
  readonly lists: readonly {
    readonly field: (typeof LISTS)[number];
    /** Items that went, with the place they had, in ascending order. */
    readonly removed: readonly ListItem[];
    readonly added: readonly string[];
  }[];
}

/** The difference between two states of one article, or null where no undoable field differs. */
export function diffArticle(before: ArticleRecord, after: ArticleRecord): ArticlePatch | null {
  const values = VALUES.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
  const lists = LISTS.flatMap((field) => {
    if (before[field] === after[field]) return [];
    const [was, is] = [new Set(before[field]), new Set(after[field])];
    const removed = before[field].map((value, index) => ({ value, index })).filter(({ value }) => !is.has(value));
    const added = after[field].filter((value) => !was.has(value));
    return removed.length + added.length === 0 ? [] : [{ field, removed, added }];
  });
  return values.length + lists.length === 0 ? null : { id: before.id, values, lists };
}

/**
 * The article with the patch taken back. A field that something else has changed since stays as it is; the same reference comes back
 * where nothing is left to take back. `rename` maps ids of list items that have been merged into another one since.
 */
export function revertArticle(record: ArticleRecord, patch: ArticlePatch, rename: (id: string) => string | null): ArticleRecord {
  const changes: Record<string, unknown> = {};
  for (const { field, before, after } of patch.values) if (record[field] === after) changes[field] = before;
  for (const { field, removed, added } of patch.lists) {
    const gone = new Set(added);
    const list = record[field].filter((value) => !gone.has(value));
    let changed = list.length !== record[field].length;
    for (const { value, index } of removed) {
      const target = field === 'edited' ? value : rename(value);
      if (target === null || list.includes(target)) continue;
      list.splice(Math.min(index, list.length), 0, target);
      changed = true;
    }
    if (changed) changes[field] = list;
  }
  return Object.keys(changes).length === 0 ? record : { ...record, ...changes };
}
