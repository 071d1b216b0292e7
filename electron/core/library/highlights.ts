import type { Highlight, HighlightEntry } from '../../contract/entities.ts';
import type { HighlightFilter } from '../../contract/methods/highlights.ts';
import { makeHighlightId } from '../domain/ids.ts';
import type { HighlightRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import { editsOf } from '../highlights/change.ts';
import { highlightsMarkdown } from '../highlights/markdown.ts';
import { inOrder, select, type Selected } from '../highlights/select.ts';
import type { HighlightChange } from '../ports.ts';
import type { Context, Handlers } from './context.ts';
import { articleOf, mutate } from './mutate.ts';
import { subtree } from './names.ts';
import { ensureTags } from './tag-names.ts';
import { quoted } from './words.ts';
import { labelled } from '../undo/label.ts';

type HighlightMethods =
  | 'highlights.of'
  | 'highlights.list'
  | 'highlights.add'
  | 'highlights.edit'
  | 'highlights.remove'
  | 'highlights.settle'
  | 'highlights.markdown';

/** Highlights and notes: made, changed and removed with undo; listed over the library; written out. */
export function highlightMethods(context: Context): Handlers<HighlightMethods> {
  const { deps, book, committer, history } = context;
  const { store, random, clock } = deps;
  const now = (): string => new Date(clock.now()).toISOString();
  const nameOf = (id: string): string | null => store.library.tags[id]?.name ?? null;
  const shown = ({ tags, ...record }: HighlightRecord): Highlight => ({
    ...record,
    tags: tags.flatMap((id) => {
      const name = nameOf(id);
      return name === null ? [] : [{ id, name }];
    }),
  });
  const entry = ({ highlight, article }: Selected): HighlightEntry => {
    const { title, source, url, lang, dir } = article;
    return { ...shown(highlight), article: { title, source, url, lang, dir } };
  };
  const selected = async (filter: HighlightFilter): Promise<Selected[]> => {
    await book.ready();
    return select(book.pages(), filter, { below: (id) => subtree(id, store.library.collections), nameOf });
  };
  const highlightOf = (article: string, id: string): HighlightRecord => {
    const found = book.of(article).find((highlight) => highlight.id === id);
    if (!found) throw new AppError('not-found', 'That highlight is no longer there. It may have been removed.', { details: { id } });
    return found;
  };

  return {
    'highlights.of': async ({ article }) => {
      await book.ready();
      return { highlights: inOrder(book.of(article)).map(shown) };
    },

    'highlights.list': async ({ offset, limit, ...filter }) => {
      const all = await selected(filter);
      return {
        total: all.length,
        highlights: all.slice(offset, offset + limit).map(entry),
        tags: tagCounts(await everything(selected), nameOf),
      };
    },

    'highlights.add': async ({ article, anchor, color, note, tags }) => {
      if (anchor.end <= anchor.start) throw new AppError('invalid-input', 'A highlight needs some words.');
      let made: HighlightRecord | null = null;
      await committer.change(async () => {
        await Promise.all([book.ready(), articleOf(context, article)]);
        const { ids, made: madeTags } = ensureTags(tags, store.library, random);
        const moment = now();
        const id = makeHighlightId(random);
        made = {
          id,
          articleId: article,
          ...anchor,
          color,
          note: emptyIsNone(note),
          tags: ids,
          orphan: false,
          createdAt: moment,
          updatedAt: moment,
        };
        return {
          highlights: editsOf([{ id, articleId: article, before: null, after: made }]),
          library: madeTags,
          label: () => labelled('highlight', { quote: shortened(anchor.exact) }, `Highlight ${quoted(shortened(anchor.exact))}`),
        };
      });
      return { highlight: shown(made as unknown as HighlightRecord), undo: history.state.undo };
    },

    'highlights.edit': ({ article, id, color, note, tags }) =>
      mutate(context, async () => {
        await book.ready();
        const before = highlightOf(article, id);
        const { ids, made } = tags === undefined ? { ids: before.tags, made: [] } : ensureTags(tags, store.library, random);
        const after: HighlightRecord = {
          ...before,
          color: color ?? before.color,
          note: note === undefined ? before.note : emptyIsNone(note),
          tags: ids,
        };
        if (after.color === before.color && after.note === before.note && sameItems(after.tags, before.tags)) return null;
        return {
          highlights: editsOf([{ id, articleId: article, before, after: { ...after, updatedAt: now() } }]),
          library: made,
          label: () => {
            const quote = shortened(before.exact);
            return after.note === before.note
              ? labelled('highlightChange', { quote }, `Change highlight ${quoted(quote)}`)
              : labelled('highlightNote', { quote }, `Change note of ${quoted(quote)}`);
          },
        };
      }),

    'highlights.remove': ({ highlights }) =>
      mutate(context, async () => {
        await book.ready();
        const changes = highlights.flatMap(({ article, id }): HighlightChange[] => {
          const before = book.of(article).find((highlight) => highlight.id === id);
          return before ? [{ id, articleId: article, before, after: null }] : [];
        });
        const [only] = changes;
        if (!only) return null;
        const quote = shortened(only.before?.exact ?? '');
        const label =
          changes.length === 1
            ? labelled('highlightRemove', { quote }, `Remove highlight ${quoted(quote)}`)
            : labelled('highlightsRemove', { count: changes.length }, `Remove ${changes.length} highlights`);
        return { highlights: editsOf(changes), label: () => label };
      }),

    'highlights.settle': async ({ article, found }) => {
      await committer.change(async () => {
        await book.ready();
        const own = new Map(book.of(article).map((highlight) => [highlight.id, highlight]));
        const changes = found.flatMap(({ id, span }): HighlightChange[] => {
          const before = own.get(id);
          if (!before) return [];
          // Its last known place stays with an orphan: it may come back there.
          const after = span === null ? { ...before, orphan: true } : { ...before, ...span, orphan: false };
          const same = after.orphan === before.orphan && after.start === before.start && after.end === before.end;
          return same ? [] : [{ id, articleId: article, before, after }];
        });
        return changes.length === 0 ? null : { highlights: editsOf(changes) };
      });
      return {};
    },

    'highlights.markdown': async ({ ids, ...filter }) => {
      const wanted = ids === null ? null : new Set(ids);
      const chosen = (await selected(filter)).filter(({ highlight }) => wanted === null || wanted.has(highlight.id));
      return { markdown: highlightsMarkdown(chosen, nameOf), count: chosen.length };
    },
  };
}

const NO_FILTER: HighlightFilter = { text: '', colours: [], tag: null, noted: false, orphans: false, article: null, collection: null };

const everything = (selected: (filter: HighlightFilter) => Promise<Selected[]>): Promise<Selected[]> => selected(NO_FILTER);

function tagCounts(all: readonly Selected[], nameOf: (id: string) => string | null): { id: string; name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { highlight } of all) for (const id of highlight.tags) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .flatMap(([id, count]) => {
      const name = nameOf(id);
      return name === null ? [] : [{ id, name, count }];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

function emptyIsNone(note: string | null): string | null {
  return note === null || note.trim() === '' ? null : note;
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

function shortened(quote: string): string {
  const characters = [...quote.replace(/\s+/gu, ' ').trim()];
  return characters.length > 40 ? `${characters.slice(0, 39).join('').trimEnd()}…` : characters.join('');
}
