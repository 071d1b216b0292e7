import type { SaveInput } from '../../contract/methods.ts';
import type { CapturedArticle } from '../capture/types.ts';
import { addressKeys, parseAddress } from '../domain/address.ts';
import type { ArticleRecord } from '../domain/records.ts';
import { AppError } from '../errors.ts';
import type { JobControl, JobResult } from '../jobs/job-list.ts';
import type { SaveOptions } from '../jobs/queue-record.ts';
import { ensureCollections } from './collection-names.ts';
import type { Context } from './context.ts';
import type { Gate } from './gate.ts';
import { ingest, keysOf } from './ingest.ts';
import { withItems } from './mutate.ts';
import { markOfCaptured } from './same-text.ts';
import { settingsOf } from './settings.ts';
import { ensureTags } from './tag-names.ts';

/** Bytes in a megabyte as settings count them. */
const MEGABYTE = 1_000_000;

export interface Saver {
  /** Captures, stores and indexes one input, or finds it in the library. */
  save(input: SaveInput, options: SaveOptions, control: JobControl): Promise<JobResult & { articleId: string }>;
  /** Puts an article that is there into tags and collections. */
  organise(id: string, options: SaveOptions): Promise<void>;
}

/** Saving one input, from its address or bytes to an article that is durable and searchable. */
export function createSaver(context: Context, ingests: Gate): Saver {
  const { catalogue, deps } = context;
  const organise = (id: string, options: SaveOptions): Promise<void> => organiseArticle(context, id, options);

  async function save(input: SaveInput, options: SaveOptions, control: JobControl): Promise<JobResult & { articleId: string }> {
    if (deps.store.readOnly !== null) throw new AppError('library-read-only', deps.store.readOnly);
    control.step('Looking in the library', null);
    await catalogue.ready();
    const known = input.kind === 'url' ? await catalogue.find(addressKeys([parseAddress(input.url).href])) : null;
    if (known !== null) return welcomeBack(known, options);
    return ingests.together(async () => {
      stopIfCancelled(control);
      const captured = await deps.capture(input, { limits: limitsOf(context), signal: control.signal, onStep: control.step });
      const mark = markOfCaptured(captured, deps.content);
      const twin = (await catalogue.find(keysOf(captured))) ?? (await catalogue.findText(mark));
      if (twin !== null) return welcomeBack(twin, options, captured);
      stopIfCancelled(control);
      control.step('Storing', null);
      const stored = await ingest(context, captured, options, mark);
      return stored.existing ? welcomeBack(stored.articleId, options, captured) : stored;
    });
  }

  /** `captured` = what was fetched before it turned out to be here: its address means the same article from now on. */
  async function welcomeBack(
    id: string,
    options: SaveOptions,
    captured?: CapturedArticle,
  ): Promise<JobResult & { articleId: string; existing: true }> {
    await organiseArticle(context, id, options, captured);
    const title = (await deps.store.get(id))?.title;
    return { articleId: id, existing: true, ...(title !== undefined && { savedAs: title }) };
  }

  return { save, organise };
}

/** The article that is held for this address, or null. */
export async function lookup(context: Context, url: string): Promise<string | null> {
  await context.catalogue.ready();
  try {
    return await context.catalogue.find(addressKeys([parseAddress(url).href]));
  } catch {
    // What is no address is held nowhere.
    return null;
  }
}

/** Tags and collects an article that is there, and takes it out of the trash: whoever saves it wants it. Not undoable. */
async function organiseArticle(context: Context, id: string, options: SaveOptions, captured?: CapturedArticle): Promise<void> {
  const { store, random } = context.deps;
  await context.committer.change(() => {
    const tags = ensureTags(options.tags, store.library, random);
    const collections = ensureCollections(options.collections, store.library, random);
    const edit = (record: ArticleRecord | null): ArticleRecord | null => {
      if (!record) return null;
      const next = {
        tags: withItems(record.tags, tags.ids, []),
        collections: withItems(record.collections, collections.ids, []),
        trashedAt: null,
        ...feedsWith(record, options.feed),
        ...(captured && alsoAt(record, captured)),
      };
      const same =
        next.tags === record.tags &&
        next.collections === record.collections &&
        record.trashedAt === null &&
        next.feeds === record.feeds &&
        (next.keys ?? record.keys) === record.keys;
      return same ? record : { ...record, ...next };
    };
    return { articles: new Map([[id, edit]]), library: [...tags.made, ...collections.made] };
  });
}

/** The feeds an article came from, with one more; the same list where it is known already. */
function feedsWith({ feeds }: ArticleRecord, feed: SaveOptions['feed']): Pick<ArticleRecord, 'feeds'> {
  if (!feed || feeds?.some(({ feedId, item }) => feedId === feed.feedId && item === feed.item)) return feeds ? { feeds } : {};
  return { feeds: [...(feeds ?? []), feed] };
}

/** Another address of an article, and the keys that find it there; what is known already stays the same. */
export function alsoAt(record: ArticleRecord, captured: CapturedArticle): Partial<Pick<ArticleRecord, 'keys' | 'otherUrls'>> {
  const fresh = keysOf(captured).filter((key) => !record.keys.includes(key));
  if (fresh.length === 0) return {};
  const { url } = captured;
  const known = [record.url, record.canonicalUrl, ...(record.otherUrls ?? [])];
  const isNew = url !== null && !known.includes(url) && addressKeys([url]).some((key) => fresh.includes(key));
  const others = !isNew ? record.otherUrls : [...(record.otherUrls ?? []), url];
  return { keys: [...record.keys, ...fresh], ...(others && { otherUrls: others }) };
}

function stopIfCancelled({ signal }: JobControl): void {
  if (signal.aborted) throw new AppError('cancelled', 'It was cancelled before it was finished.');
}

/** The limits of Settings, in bytes. */
export function limitsOf(context: Context): { maxPage: number; maxImage: number; maxArticle: number } {
  const { maxPageMb, maxImageMb, maxArticleMb } = settingsOf(context.deps.store.library);
  return { maxPage: maxPageMb * MEGABYTE, maxImage: maxImageMb * MEGABYTE, maxArticle: maxArticleMb * MEGABYTE };
}
