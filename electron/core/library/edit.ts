import type { ParsedInput } from '../../contract/methods.ts';
import type { ArticleRecord } from '../domain/records.ts';
import type { Context, Handlers } from './context.ts';
import { articleOf, mutate } from './mutate.ts';
import { quoted } from './words.ts';
import { labelled } from '../undo/label.ts';

type Edit = ParsedInput<'articles.edit'>;
const FIELDS = ['title', 'byline', 'source', 'publishedAt', 'modifiedAt'] as const;

/** Title, byline, source and dates by hand; the fields are marked, so that a later capture leaves them alone. */
export function editMethods(context: Context): Handlers<'articles.edit'> {
  return {
    'articles.edit': (input) =>
      mutate(context, async () => {
        const { title } = await articleOf(context, input.id);
        return {
          articles: new Map([[input.id, (record: ArticleRecord | null) => record && edited(record, input)]]),
          label: () => labelled('editDetails', { title: shortened(title) }, `Edit details of ${quoted(shortened(title))}`),
        };
      }),
  };
}

function edited(record: ArticleRecord, input: Edit): ArticleRecord {
  const changes: Partial<Record<(typeof FIELDS)[number], string | null>> = {};
  for (const field of FIELDS) {
    const value = input[field];
    // An emptied byline is no byline.
    const wanted = field === 'byline' && value === '' ? null : value;
    if (wanted !== undefined && wanted !== record[field]) changes[field] = wanted;
  }
  const fields = Object.keys(changes);
  if (fields.length === 0) return record;
  return { ...record, ...(changes as Partial<ArticleRecord>), edited: [...new Set([...record.edited, ...fields])] };
}

function shortened(title: string): string {
  const characters = [...title];
  return characters.length > 40 ? `${characters.slice(0, 39).join('').trimEnd()}…` : title;
}
