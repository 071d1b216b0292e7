import { LIBRARY_TABLES, type ArticleRecord, type LibraryTables } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { BackupPart, HighlightEdit } from '../ports.ts';
import { sameRecord } from '../undo/library-change.ts';
import type { Context, Handlers } from './context.ts';
import { appInfo } from './library-methods.ts';
import { mergeLibrary, type MergedLibrary } from './restore-library.ts';

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
      const before = await backups.make('before-restore');
      const earlier = store.library;
      const merged = mergeLibrary(store.library, (await backups.library(id)) ?? LIBRARY_TABLES);
      await committer.change(() => ({ tables: (draft) => void Object.assign(draft, merged.tables) }));
      const totals = { restored: 0, kept: 0, gone: 0 };
      for await (const part of backups.parts(id)) {
        const { restored, kept } = await restorePart(context, part);
        totals.restored += restored;
        totals.kept += kept;
        totals.gone += part.gone;
      }
      await renameOthers(context, merged);
      if (namesDiffer(earlier, store.library)) await feed.rebuild();
      deps.emit({ type: 'library', info: appInfo(context), replaced: true });
      return { ...totals, before };
    },
  };
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
async function renameOthers({ committer, catalogue }: Context, { renamed }: MergedLibrary): Promise<void> {
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
