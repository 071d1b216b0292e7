import { z } from 'zod';
import { articleIdSchema, jobIdSchema, timestampSchema } from '../../contract/entities/ids.ts';
import { callErrorSchema } from '../../contract/errors.ts';
import { saveInputSchema } from '../../contract/methods/capture.ts';

/** One piece of work of the queue, as it is written down. */
export const taskSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('save'), input: saveInputSchema }),
  /** A save whose input was too large for a line: it lies beside the queue under the job's id. */
  z.strictObject({ do: z.literal('save-spooled'), label: z.string() }),
  /** Save an article again from its address: a changed one becomes a new version. */
  z.strictObject({ do: z.literal('again'), articleId: articleIdSchema, label: z.string(), host: z.string() }),
  /** Fetch what is missing of an article. */
  z.strictObject({ do: z.literal('complete'), articleId: articleIdSchema, label: z.string(), host: z.string() }),
  /** Take the article out of its kept page again. */
  z.strictObject({ do: z.literal('reextract'), articleId: articleIdSchema, label: z.string() }),
]);
export type QueueTask = z.infer<typeof taskSchema>;

export const queueOptionsSchema = z.strictObject({
  /** Tag names and collection paths. */
  tags: z.array(z.string()),
  collections: z.array(z.string()),
  /** Who asked: a person waits for it, a feed does not. */
  origin: z.enum(['person', 'feed']),
  /** Higher goes first. */
  priority: z.number(),
  /** The feed item that this save stores, or null. */
  feed: z.strictObject({ feedId: z.string(), item: z.string() }).nullable(),
});
export type QueueOptions = z.infer<typeof queueOptionsSchema>;

/** What is done to an article besides saving it. */
export type SaveOptions = Pick<QueueOptions, 'tags' | 'collections'> & { readonly feed?: QueueOptions['feed'] };

/**
 * One line of the queue's file. What was asked for is there before the person is told that it waits; how it ended may be lost in a crash:
 * then it is done again, and finds its article in the library.
 */
export const queueRecordSchema = z.union([
  z.strictObject({ id: jobIdSchema, at: timestampSchema, task: taskSchema, options: queueOptionsSchema }),
  /** More tags, collections or a feed for work that waits already. */
  z.strictObject({ id: jobIdSchema, more: queueOptionsSchema }),
  z.strictObject({
    id: jobIdSchema,
    end: z.enum(['done', 'failed', 'cancelled']),
    articleId: articleIdSchema.nullable(),
    existing: z.boolean(),
    incomplete: z.boolean(),
    error: callErrorSchema.nullable(),
  }),
  z.strictObject({ id: jobIdSchema, again: z.literal(true) }),
  z.strictObject({ id: jobIdSchema, forgotten: z.literal(true) }),
  z.strictObject({ paused: z.boolean() }),
]);
export type QueueRecord = z.infer<typeof queueRecordSchema>;

/** Where the queue is kept: a file of lines, and large inputs beside it. */
export interface QueueStore {
  /** False where nothing may be written. */
  readonly writable: boolean;
  /** Every whole line, oldest first; what a crash tore is left out. */
  load(): Promise<unknown[]>;
  /** Adds lines in order; with `durable`, resolves when they survive a power cut. */
  append(lines: readonly QueueRecord[], durable: boolean): Promise<void>;
  /** Puts these lines in the place of all. Atomic. */
  replace(lines: readonly QueueRecord[]): Promise<void>;
  /** Keeps a large input under a job's id, durable. */
  spool(id: string, text: string): Promise<void>;
  spooled(id: string): Promise<string>;
  unspool(id: string): Promise<void>;
  /** Removes what lies beside the queue for no job of it. */
  sweep(keep: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
}

/** One piece of work as the file tells it, with how it ended (null = it has not). */
export interface Restored {
  readonly id: string;
  readonly at: string;
  readonly task: QueueTask;
  options: QueueOptions;
  end: Extract<QueueRecord, { end: unknown }> | null;
}

/** What the lines of a file come to. Lines that mean nothing are passed over. */
export function replay(lines: readonly unknown[]): { items: Restored[]; paused: boolean } {
  const items = new Map<string, Restored>();
  let paused = false;
  for (const line of lines) {
    const parsed = queueRecordSchema.safeParse(line);
    if (!parsed.success) continue;
    const record = parsed.data;
    if ('paused' in record) {
      paused = record.paused;
      continue;
    }
    if ('task' in record) {
      items.set(record.id, { id: record.id, at: record.at, task: record.task, options: record.options, end: null });
      continue;
    }
    const item = items.get(record.id);
    if (!item) continue;
    if ('more' in record) item.options = mergeOptions(item.options, record.more);
    else if ('end' in record) item.end = record;
    else if ('again' in record) item.end = null;
    else items.delete(record.id);
  }
  return { items: [...items.values()], paused };
}

/** The lines that say the same as these pieces of work. */
export function linesOf(items: readonly Restored[], paused: boolean): QueueRecord[] {
  const lines: QueueRecord[] = paused ? [{ paused: true }] : [];
  for (const { id, at, task, options, end } of items) {
    lines.push({ id, at, task, options });
    if (end) lines.push(end);
  }
  return lines;
}

/** Both requests in one: whoever waits most decides the turn. */
export function mergeOptions(first: QueueOptions, second: QueueOptions): QueueOptions {
  return {
    tags: [...new Set([...first.tags, ...second.tags])],
    collections: [...new Set([...first.collections, ...second.collections])],
    origin: first.origin === 'person' || second.origin === 'person' ? 'person' : 'feed',
    priority: Math.max(first.priority, second.priority),
    feed: first.feed ?? second.feed,
  };
}
