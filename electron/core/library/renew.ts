import type { Receipt } from '../../contract/entities.ts';
import type { CapturedArticle } from '../capture/types.ts';
import type { ArticleRecord, VersionRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import { articleDocument, asCurrent, asVersion, documentOfText } from './article-document.ts';
import type { Context } from './context.ts';
import { gzip } from './gzip.ts';
import { bytesOf, keysOf, summaryOf } from './ingest.ts';
import { articleOf } from './mutate.ts';
import { collectionsOf, tagsOf } from './names.ts';

/** Facts that name an article whose files are being exchanged: `replacing:<id>` → the version that holds what it was. */
const REPLACING = 'replacing:';

type Why = VersionRecord['replacedBy'];

/** Words only: what a reader would not see as a change is none. */
function words(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** True where a reader would find other words than before. */
export async function differs(context: Context, record: ArticleRecord, captured: CapturedArticle): Promise<boolean> {
  const before = await context.deps.content.readText(record.id).catch(() => null);
  return before === null || words(before) !== words(captured.text);
}

/**
 * Puts a new capture in the place of an article's content. Tags, collections, flags, place in the list and reading position stay, and so
 * does what the person edited. With `keep`, what it was becomes an earlier version.
 */
export async function replaceContent(
  context: Context,
  id: string,
  captured: CapturedArticle,
  { why, keep }: { why: Why; keep: boolean },
): Promise<{ receipt: Receipt }> {
  const { content, clock } = context.deps;
  const record = await articleOf(context, id);
  const article = withEdits(record, captured);
  const articleHtml = articleDocument(article, record.savedAt);
  const sourceGz = captured.sourceBytes ? await gzip(captured.sourceBytes) : null;
  const step = { name: 'store' as const, ok: true, note: keep ? 'Stored; the earlier version is kept.' : 'Stored in the library.', ms: 0 };
  const receipt: Receipt = {
    ...captured.receipt,
    capturedAt: new Date(clock.now()).toISOString(),
    bytes: bytesOf(captured, articleHtml, sourceGz),
    steps: [...captured.receipt.steps, step],
  };
  const fresh = renewed(record, article, receipt);
  const { library } = context.deps.store;
  const names = {
    tagNames: tagsOf(record, library).map(({ name }) => name),
    collectionPaths: collectionsOf(record, library).map(({ path }) => path),
  };
  await exchange(context, record, why, keep, async (versions) => {
    const draft = { ...fresh, versions };
    const meta = { v: 1 as const, record: without(draft, 'files'), ...names, receipt };
    const original = captured.original === undefined ? {} : { original: captured.original };
    const files = await content.write(id, { articleHtml, text: captured.text, sourceGz, ...original, meta });
    return { files, fields: renewedFields(draft), text: captured.text };
  });
  return { receipt };
}

/** Makes version `n` the article again; what it was until now becomes a version itself. */
export async function restoreVersion(context: Context, id: string, n: number): Promise<void> {
  const { content } = context.deps;
  const record = await articleOf(context, id);
  const version = record.versions?.find((one) => one.n === n);
  if (!version) throw new AppError('not-found', 'That version is no longer in the library.', { details: { id, n } });
  const { html, text } = await content.readVersion(id, n);
  const fields = without(version, 'n', 'capturedAt', 'replacedBy', 'files');
  await exchange(context, record, 'restore', true, async (versions) => {
    const files = await content.putVersionBack(id, n, asCurrent(html));
    return { files, fields: { ...withoutEdited(record, fields), versions: versions.filter((one) => one.n !== n) }, text };
  });
  // Its files are the article's own again. Where they cannot be removed now, nothing is lost but space.
  await content.removeVersion(id, n).catch(() => undefined);
}

interface Written {
  readonly files: ArticleRecord['files'];
  readonly fields: Partial<ArticleRecord>;
  readonly text: string;
}

/**
 * Exchanges an article's files so that a crash at any point leaves the old ones or the new ones: what it was is copied first, a fact says
 * so, the files follow, and one commit names the new ones and takes the fact away.
 */
async function exchange(
  context: Context,
  record: ArticleRecord,
  why: Why,
  keep: boolean,
  write: (versions: readonly VersionRecord[]) => Promise<Written>,
): Promise<void> {
  const { committer, deps } = context;
  const { content } = deps;
  const { id } = record;
  const n = Math.max(0, ...(record.versions ?? []).map((version) => version.n)) + 1;
  const meta = await content.readMeta(id).catch(() => null);
  const files = await content.keepVersion(id, n, asVersion(await documentOf(context, record)));
  await setFact(context, id, n);
  const kept: VersionRecord = {
    n,
    capturedAt: meta?.receipt.capturedAt ?? record.savedAt,
    replacedBy: why,
    title: record.title,
    byline: record.byline,
    publishedAt: record.publishedAt,
    modifiedAt: record.modifiedAt,
    lang: record.lang,
    dir: record.dir,
    excerpt: record.excerpt,
    wordCount: record.wordCount,
    readingMinutes: record.readingMinutes,
    leadImage: record.leadImage,
    receipt: record.receipt,
    files,
    images: record.images,
  };
  const versions = [...(record.versions ?? []), ...(keep ? [kept] : [])];
  let written: Written;
  try {
    written = await write(versions);
  } catch (error) {
    await putBack(context, id, n);
    throw error;
  }
  await committer.change(() => ({
    articles: new Map([[id, (now) => now && { ...now, ...withoutEdited(now, written.fields), files: written.files }]]),
    texts: new Map([[id, written.text]]),
    tables: (draft) => {
      draft.facts = without(draft.facts, `${REPLACING}${id}`);
    },
  }));
  if (!keep) await content.removeVersion(id, n).catch(() => undefined);
  deps.emit({ type: 'content', ids: [id] });
}

/** The article's document; where it is missing, one of the words that are there still. */
async function documentOf(context: Context, record: ArticleRecord): Promise<string> {
  const { content } = context.deps;
  if (await content.hasHtml(record.id)) return content.readHtml(record.id);
  return documentOfText(record, await content.readText(record.id).catch(() => ''));
}

/** Ends exchanges that a crash cut off: their articles are what they were. */
export async function recoverExchanges(context: Context): Promise<void> {
  const { store } = context.deps;
  if (store.readOnly !== null) return;
  for (const { id, value } of Object.values(store.library.facts)) {
    if (id.startsWith(REPLACING) && typeof value === 'number') await putBack(context, id.slice(REPLACING.length), value);
  }
}

async function putBack(context: Context, id: string, n: number): Promise<void> {
  const { content, store } = context.deps;
  if (await store.get(id)) {
    const { html } = await content.readVersion(id, n);
    await content.putVersionBack(id, n, asCurrent(html));
  }
  await setFact(context, id, null);
  await content.removeVersion(id, n).catch(() => undefined);
}

async function setFact(context: Context, id: string, n: number | null): Promise<void> {
  await context.committer.change(() => ({
    tables: (draft) => {
      const key = `${REPLACING}${id}`;
      draft.facts = { ...without(draft.facts, key), ...(n !== null && { [key]: { id: key, value: n } }) };
    },
  }));
}

/** A copy without some of its fields. */
function without<T extends object, K extends keyof T>(value: T, ...keys: K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !(keys as PropertyKey[]).includes(key))) as Omit<T, K>;
}

const EDITABLE = ['title', 'byline', 'source', 'publishedAt', 'modifiedAt'] as const;

function withEdits(record: ArticleRecord, captured: CapturedArticle): CapturedArticle {
  const edits = Object.fromEntries(EDITABLE.filter((field) => record.edited.includes(field)).map((field) => [field, record[field]]));
  return { ...captured, ...(edits as Partial<CapturedArticle>) };
}

function withoutEdited(record: ArticleRecord, fields: Partial<ArticleRecord>): Partial<ArticleRecord> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !record.edited.includes(field)));
}

function renewed(record: ArticleRecord, article: CapturedArticle, receipt: Receipt): ArticleRecord {
  const { title, byline, source, publishedAt, modifiedAt, lang, dir, excerpt, wordCount, readingMinutes, leadImage } = article;
  return {
    ...record,
    url: article.url ?? record.url,
    canonicalUrl: article.canonicalUrl ?? record.canonicalUrl,
    keys: [...new Set([...record.keys, ...keysOf(article)])],
    ...{ title, byline, source, publishedAt, modifiedAt, lang, dir, excerpt, wordCount, readingMinutes, leadImage },
    images: [...article.images],
    receipt: summaryOf(receipt),
    ...(receipt.extractorVersion !== undefined && { extractorVersion: receipt.extractorVersion }),
  };
}

/** Only what a capture decides: what the person changed meanwhile (flags, tags, position) is not put back. */
function renewedFields(record: ArticleRecord): Partial<ArticleRecord> {
  const { url, canonicalUrl, keys, title, byline, source, publishedAt, modifiedAt, lang, dir, excerpt } = record;
  const { wordCount, readingMinutes, leadImage, images, receipt, versions, extractorVersion } = record;
  return {
    ...{ url, canonicalUrl, keys, title, byline, source, publishedAt, modifiedAt, lang, dir, excerpt },
    ...{ wordCount, readingMinutes, leadImage, images, receipt },
    ...(versions && versions.length > 0 && { versions }),
    ...(extractorVersion !== undefined && { extractorVersion }),
  };
}
