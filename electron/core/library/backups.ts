import { LIBRARY_TABLES, type ArticleRecord, type LibraryTables } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { BackupPart, HighlightEdit } from '../ports.ts';
import { sameRecord } from '../undo/library-change.ts';
import type { Context, Handlers } from './context.ts';
import { appInfo } from './library-methods.ts';
import { mergeLibrary } from './restore-library.ts';

/** Fact of library.json while a restore is under way: which one, as JSON. */
const RESTORING = 'restoring';
interface Restore {
  /** The backup. */
  readonly id: string;
  /** Tags and collections that became one of the backup's (see `MergedLibrary`). */
  readonly renamed: readonly (readonly [string, string])[];
}

type BackupMethods = 'backups.list' | 'backups.make' | 'backups.restore';

/** Copies of the documents, and back to one of them. */
export function backupMethods(context: Context): Handlers<BackupMethods> {
  const { committer, deps, feed, catalogue } = context;
  const { backups, store } = deps;

  return {
    'backups.list': async () => ({ backups: await backups.list() }),
    'backups.make': async () => {
      await committer.idle();
      return { backup: await backups.make('by-hand') };
    },
    'backups.restore': async ({ id }) => {
      if (!(await backups.list()).some((backup) => backup.id === id)) {
        throw new AppError('not-found', 'There is no such backup any more. Look at the list of backups again.', { details: { id } });
      }
      await committer.idle();
      await catalogue.ready();
      const before = await backups.make('before-restore', id);
      const earlier = store.library;
      const merged = mergeLibrary(store.library, (await backups.library(id)) ?? LIBRARY_TABLES);
      const restore: Restore = { id, renamed: [...merged.renamed] };
      // From here on it is finished at the next opening where this program is cut off.
      await committer.change(() => ({
        tables: (draft) => {
          Object.assign(draft, merged.tables);
          draft.facts = { ...draft.facts, [RESTORING]: { id: RESTORING, value: JSON.stringify(restore) } };
        },
      }));
      const totals = await restoreParts(context, restore);
      if (namesDiffer(earlier, store.library)) await feed.rebuild();
      deps.emit({ type: 'library', info: appInfo(context), replaced: true });
      return { ...totals, before };
    },
  };
}

/** Finishes a restore that was cut off: the library is never left between two states. To be called before anything else is changed. */
export async function finishRestore(context: Context): Promise<void> {
  const { store } = context.deps;
  const { value } = store.library.facts[RESTORING] ?? {};
  if (typeof value !== 'string' || store.readOnly !== null) return;
  await context.catalogue.ready();
  await restoreParts(context, JSON.parse(value) as Restore);
  // The names may be others: what is indexed under them is indexed again.
  await context.feed.startOver();
}

async function restoreParts(context: Context, restore: Restore): Promise<{ restored: number; kept: number; gone: number }> {
  const totals = { restored: 0, kept: 0, gone: 0 };
  for await (const part of context.deps.backups.parts(restore.id)) {
    const { restored, kept } = await restorePart(context, part);
    totals.restored += restored;
    totals.kept += kept;
    totals.gone += part.gone;
  }
  await renameOthers(context, new Map(restore.renamed));
  await context.committer.change(() => ({
    tables: (draft) => {
      draft.facts = Object.fromEntries(Object.entries(draft.facts).filter(([id]) => id !== RESTORING));
    },
  }));
  return totals;
}

async function restorePart({ committer }: Context, part: BackupPart): Promise<{ restored: number; kept: number }> {
  let kept = 0;
  const newer = new Set<string>();
  const edits = part.articles.map((article): [string, (record: ArticleRecord | null) => ArticleRecord] => [
    article.id,
    (record) => {
      if (!record) return article;
      if (!sameRecord(record.files, article.files)) {
        newer.add(article.id);
        kept++;
        return record;
      }
      return sameRecord(record, article) ? record : article;
    },
  ]);
  const highlights = part.articles.map(({ id }): [string, HighlightEdit] => [
    id,
    (now) => {
      const then = part.highlights.filter((highlight) => highlight.articleId === id);
      // Anchored in another text: what stands there now fits it, the backup's may not.
      if (newer.has(id) && now.length > 0) return now;
      return sameRecord(byId(now), byId(then)) ? now : then;
    },
  ]);
  const { commit } = await committer.change(() => ({ articles: new Map(edits), highlights: new Map(highlights) }));
  return { restored: commit?.changes.filter(({ id }) => !newer.has(id)).length ?? 0, kept };
}

/** Articles saved since follow where a tag or collection of theirs has become one of the backup with the same name. */
async function renameOthers({ committer, catalogue }: Context, renamed: ReadonlyMap<string, string>): Promise<void> {
  if (renamed.size === 0) return;
  const from = [...renamed.keys()];
  const ids = [...new Set([...catalogue.tagged(from), ...catalogue.collected(from)])];
  const follow = (list: readonly string[]) => [...new Set(list.map((id) => renamed.get(id) ?? id))];
  const edit = (record: ArticleRecord | null) =>
    record && { ...record, tags: follow(record.tags), collections: follow(record.collections) };
  await committer.change(() => ({ articles: new Map(ids.map((id) => [id, edit])) }));
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Record<string, T> {
  return Object.fromEntries(records.map((record) => [record.id, record]));
}

function namesDiffer(before: Readonly<LibraryTables>, after: Readonly<LibraryTables>): boolean {
  return !sameRecord(before.tags, after.tags) || !sameRecord(before.collections, after.collections);
}
