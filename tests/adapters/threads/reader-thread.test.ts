import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startThread, type LibraryThread } from '../../../electron/adapters/threads/library-thread.ts';
import type {
  NoNotes,
  OpenWriter,
  ReaderCalls,
  ReaderNotes,
  WriterCalls,
  WriterNotes,
} from '../../../electron/adapters/threads/protocol.ts';
import { createReaderThread, type ReaderThread } from '../../../electron/adapters/threads/reader-thread.ts';
import { createWriterThread, type WriterThread } from '../../../electron/adapters/threads/writer-thread.ts';

let folder: string;
let writer: WriterThread;
let reader: ReaderThread;
let readers: LibraryThread<ReaderCalls, ReaderNotes>[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-reader-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await reader.stop();
  await writer.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const options: OpenWriter = {
    root: folder,
    info: { version: '1', host: 'headless', platform: 'linux' },
    samples: false,
    background: true,
  };
  writer = createWriterThread(options, { event: () => undefined, batch: (batch: WriterNotes['batch']) => reader.batch(batch) });
  readers = [];
  reader = createReaderThread(
    folder,
    () => writer.rpc.call('resend', null),
    () => {
      const thread = startThread<ReaderCalls, ReaderNotes, NoNotes>('reader', {});
      readers.push(thread);
      return thread;
    },
  );
  await writer.open();
  await reader.open();
  const input = {
    input: { kind: 'text', text: `A title\n\n${'Words of an article about bridges. '.repeat(20)}` },
    tags: [],
    collections: [],
  };
  await writer.rpc.call('call', { method: 'capture.save', input });
}

const total = async (): Promise<number> => {
  const list = await reader.call('articles.list', { view: { kind: 'all' }, query: 'bridges', keep: [], offset: 0, limit: 10 });
  return (list as { total: number }).total;
};

const crash = (): Promise<number> | undefined => readers.at(-1)?.worker.terminate();

describe.each(['fts', 'scan'])('a reader that crashes (%s)', (mode) => {
  beforeEach(() => vi.stubEnv('OFFPRINT_SEARCH', mode === 'scan' ? 'scan' : ''));

  it('is started again and knows everything it knew', async () => {
    await start();
    expect(await total()).toBe(1);
    await crash();
    await expect.poll(total).toBe(1);
    expect(readers).toHaveLength(2);
  });

  it('is not started for ever', async () => {
    await start();
    for (let count = 1; count <= 5; count++) {
      await crash();
      await expect.poll(() => readers.length).toBe(count + 1);
    }
    await crash();
    await expect.poll(() => total().catch((error: unknown) => error)).toMatchObject({ code: 'internal' });
    expect(readers).toHaveLength(6);
  });
});

describe('a writer that crashes', () => {
  it('says so, and answers every call with a sentence that says what to do', async () => {
    const options: OpenWriter = {
      root: folder,
      info: { version: '1', host: 'headless', platform: 'linux' },
      samples: false,
      background: true,
    };
    const notes = { event: () => undefined, batch: () => undefined };
    const thread = startThread<WriterCalls, NoNotes, WriterNotes>('writer', notes);
    writer = createWriterThread(options, notes, thread);
    reader = createReaderThread(folder, async () => undefined);
    await writer.open();
    const told = new Promise((resolve) => writer.onCrash(resolve));
    const open = writer.rpc.call('stage', { archive: join(folder, 'nothing.zip') });
    void thread.worker.terminate();
    await expect(open).rejects.toMatchObject({ code: 'internal', message: expect.stringContaining('start it again') as string });
    expect(await told).toMatchObject({ code: 'internal' });
    await expect(writer.rpc.call('call', { method: 'app.info', input: {} })).rejects.toMatchObject({ code: 'internal' });
  });

  it('is not a crash when it was told to end', async () => {
    await start();
    let crashed = false;
    writer.onCrash(() => (crashed = true));
    await writer.stop();
    expect(crashed).toBe(false);
  });
});
