import type { ArticleRecord, LibraryTables, TagRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { Page } from '../highlights/book.ts';
import { editsOf } from '../highlights/change.ts';
import type { HighlightChange } from '../ports.ts';
import type { LibraryChange } from '../undo/library-change.ts';
import type { Catalogue } from './catalogue.ts';
import type { Plan } from './committer.ts';
import { nameKey } from './names.ts';
import { tagNamed } from './tag-names.ts';
import { quoted } from './words.ts';
import { labelled } from '../undo/label.ts';

/** Who has tags: the articles, and the highlights in them. */
export interface TagUsers {
  readonly catalogue: Catalogue;
  readonly pages: readonly Page[];
}

/** Between the names of a tag that stands below another. */
const LEVEL = '/';

/**
 * Gives a tag, and every tag below it, a name that begins anew. A name that a tag outside has already is refused, or with `merge` the
 * renamed tag's articles and highlights go to that one. Call when the catalogue and the book of highlights are ready.
 */
export function renameTags(tag: TagRecord, wanted: string, merge: boolean, library: Readonly<LibraryTables>, users: TagUsers): Plan {
  const { catalogue, pages } = users;
  const family = [tag, ...below(tag, library)];
  const ours = new Set(family.map(({ id }) => id));
  const changes: LibraryChange[] = [];
  const into = new Map<string, string>();
  for (const before of family) {
    const name = wanted + before.name.slice(tag.name.length);
    const taken = tagNamed(name, library);
    if (taken && !ours.has(taken.id)) {
      if (!merge) {
        const sentence = `There is already a tag ${quoted(taken.name)}. Choose another name, or merge the two.`;
        throw new AppError('name-taken', sentence, { details: { id: taken.id, name: taken.name } });
      }
      into.set(before.id, taken.id);
      changes.push({ table: 'tags', id: before.id, before, after: null });
    } else changes.push({ table: 'tags', id: before.id, before, after: { ...before, name } });
  }
  const articles = new Map(catalogue.tagged([...into.keys()]).map((id) => [id, moving(into)]));
  const merged = tagNamed(wanted, library);
  return {
    articles,
    highlights: editsOf(movedHighlights(pages, into)),
    library: changes,
    reindex: catalogue.tagged([...ours]),
    label: () =>
      merged && into.has(tag.id)
        ? labelled('tagMerge', { tag: tag.name, into: merged.name }, `Merge tag ${quoted(tag.name)} into ${quoted(merged.name)}`)
        : labelled('tagRename', { tag: tag.name, name: wanted }, `Rename tag ${quoted(tag.name)} to ${quoted(wanted)}`),
  };
}

/** Tags that no article and no highlight has. A name that only holds others together (`news` of `news/turkey`) goes with them, not before. */
export function unusedTags(library: Readonly<LibraryTables>, { catalogue, pages }: TagUsers): TagRecord[] {
  const marked = new Set(pages.flatMap(({ highlights }) => highlights.flatMap((highlight) => highlight.tags)));
  const tags = Object.values(library.tags);
  const used = new Set(tags.filter(({ id }) => marked.has(id) || catalogue.tagged([id]).length > 0).map(({ name }) => nameKey(name)));
  const holds = (name: string): boolean => [...used].some((other) => other === name || other.startsWith(name + LEVEL));
  return tags.filter(({ name }) => !holds(nameKey(name)));
}

function below(tag: TagRecord, library: Readonly<LibraryTables>): TagRecord[] {
  const start = nameKey(tag.name) + LEVEL;
  return Object.values(library.tags).filter(({ id, name }) => id !== tag.id && nameKey(name).startsWith(start));
}

/** Highlights under the tags that theirs are merged into. */
function movedHighlights(pages: readonly Page[], into: ReadonlyMap<string, string>): HighlightChange[] {
  return pages.flatMap(({ highlights }) =>
    highlights
      .filter(({ tags }) => tags.some((id) => into.has(id)))
      .map((before) => {
        const tags = [...new Set(before.tags.map((id) => into.get(id) ?? id))];
        return { id: before.id, articleId: before.articleId, before, after: { ...before, tags } };
      }),
  );
}

/** Puts articles under other tags; a tag that an article has already is not put twice. */
function moving(into: ReadonlyMap<string, string>): (record: ArticleRecord | null) => ArticleRecord | null {
  return (record) => record && { ...record, tags: [...new Set(record.tags.map((id) => into.get(id) ?? id))] };
}
