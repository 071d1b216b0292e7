import type { Receipt } from '../../contract/entities.ts';
import type { CapturedArticle } from '../capture/types.ts';
import type { ArticleRecord } from '../domain/records.ts';
import { isWebAddress } from '../domain/address.ts';
import { AppError } from '../errors.ts';
import type { JobControl, JobResult } from '../jobs/job-list.ts';
import type { QueueRunner } from '../jobs/save-queue.ts';
import type { Context } from './context.ts';
import type { Gate } from './gate.ts';
import { articleOf } from './mutate.ts';
import { differs, replaceContent } from './renew.ts';
import { limitsOf, type Saver } from './save.ts';

/** Media type of a receipt whose page came out of a web archive (MHTML). */
const ARCHIVE = 'multipart/related';

type Result = JobResult & { articleId: string };

/** Does the queue's work. What comes to nothing new answers with `existing`. */
export function createRunner(context: Context, saver: Saver, ingests: Gate): QueueRunner['run'] {
  const { capture, recapture, content } = context.deps;

  async function again(record: ArticleRecord, receipt: Receipt | null, control: JobControl): Promise<Result> {
    const url = receipt && isWebAddress(receipt.from) ? receipt.from : receipt?.httpStatus === null && !record.feeds ? null : record.url;
    if (url === null)
      throw new AppError('not-supported-here', 'This article came from a file, so there is nothing to fetch. Add the file again.', {
        retryable: false,
      });
    // The person typed the feed's address, not its item's: only that host may be a local one.
    const feed = record.feeds?.map(({ feedId }) => context.deps.store.library.feeds[feedId]?.url).find((address) => address !== undefined);
    const captured = await capture({ kind: 'url', url }, { ...optionsOf(control), ...(feed !== undefined && { typed: feed }) });
    return settle(record, receipt, captured, 'again');
  }

  async function complete(record: ArticleRecord, receipt: Receipt | null, control: JobControl): Promise<Result> {
    const missing = missingOf(receipt);
    if (receipt && missing === 0 && receipt.truncation.length === 0) return { articleId: record.id, existing: true };
    // Text that looks cut is not in the kept page either.
    const source = receipt && receipt.truncation.length === 0 ? await content.readSource(record.id) : null;
    if (!receipt || source === null) return again(record, receipt, control);
    return settle(record, receipt, await recapture(keptPage(record, receipt, source, true), optionsOf(control)), 'again');
  }

  async function reextract(record: ArticleRecord, receipt: Receipt | null, control: JobControl): Promise<Result> {
    const source = receipt && (await content.readSource(record.id));
    if (!receipt || !source)
      throw new AppError(
        'not-supported-here',
        'The page of this article was not kept, so it cannot be extracted again. Save it again instead.',
        {
          retryable: false,
        },
      );
    return settle(record, receipt, await recapture(keptPage(record, receipt, source, false), optionsOf(control)), 'reextract');
  }

  /** Keeps what differs as a new version, takes what is merely more complete in place, and leaves the rest alone. */
  function settle(record: ArticleRecord, before: Receipt | null, captured: CapturedArticle, why: 'again' | 'reextract'): Promise<Result> {
    return context.exchanges.run(async () => {
      const { id } = record;
      const isNew = await differs(context, record, captured);
      const better =
        missingOf(captured.receipt) < missingOf(before) || (before?.truncation.length ?? 1) > captured.receipt.truncation.length;
      const broken = !(await content.hasHtml(id));
      // A newer extraction takes the place of an older one also where the words are the same; what showed other pictures is kept.
      const newer = why === 'reextract' && (before?.extractorVersion ?? 1) < (captured.receipt.extractorVersion ?? 1);
      const write = isNew || better || broken || newer;
      const keep = isNew || (newer && !better && !showsAll(captured, record));
      if (write) await replaceContent(context, id, captured, { why, keep });
      const { status, truncation } = write ? captured.receipt : (before ?? captured.receipt);
      return { articleId: id, existing: !isNew && !better && !broken, incomplete: status !== 'complete' || truncation.length > 0 };
    });
  }

  function keptPage(record: ArticleRecord, receipt: Receipt, bytes: Uint8Array, fetch: boolean): Parameters<typeof recapture>[0] {
    const paths = new Map(receipt.resources.flatMap(({ url, path }) => (path === null ? [] : [[url, path] as const])));
    return {
      bytes,
      url: receipt.httpStatus === null ? null : record.url,
      addresses: record.url === null ? [] : [record.url],
      source: record.source,
      ...(receipt.contentType === ARCHIVE && record.url !== null && { savedFrom: record.url }),
      receipt,
      fetch,
      stored: async (address) => {
        const path = paths.get(address.replace(/^offprint-file:\/+/, '').slice(0, 2000));
        return path === undefined ? null : content.readImage(path);
      },
    };
  }

  const optionsOf = ({ signal, step }: JobControl) => ({ limits: limitsOf(context), signal, onStep: step });

  return async (task, options, control) => {
    switch (task.do) {
      case 'save':
        return saver.save(task.input, options, control);
      case 'save-spooled':
        throw new AppError('internal', 'What was dropped is not there any more. Add it again.');
      default: {
        const { readOnly } = context.deps.store;
        if (readOnly !== null) throw new AppError('library-read-only', readOnly);
        const work = { again, complete, reextract }[task.do];
        return ingests.together(async () => {
          const record = await articleOf(context, task.articleId);
          const receipt = await content.readMeta(record.id).then(
            (meta) => meta.receipt,
            () => null,
          );
          return work(record, receipt, control);
        });
      }
    }
  };
}

/** True where every picture of the article as it is has its place in the new capture. */
function showsAll({ images }: CapturedArticle, record: ArticleRecord): boolean {
  return record.images.every((path) => images.includes(path));
}

/** Things that were wanted and are not stored; with no receipt, as many as can be. */
function missingOf(receipt: Receipt | null): number {
  return receipt ? receipt.resources.filter(({ result }) => result === 'failed' || result === 'blocked').length : Infinity;
}
