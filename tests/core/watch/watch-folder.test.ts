import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../electron/core/errors.ts';
import type { FolderEvents, WatchPort } from '../../../electron/core/watch/ports.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

/** A folder in memory: the test says what appears in it. */
function memoryFolder() {
  const files = new Map<string, { sha256: string; links: string[] | null }>();
  const moved: string[] = [];
  const opened: string[] = [];
  let events: FolderEvents | null = null;
  let closed = 0;
  const port: WatchPort = {
    open: (folder, given) => {
      opened.push(folder);
      events = given;
      return { rescan: () => [...files.keys()].forEach((path) => events?.onReady(path)), close: async () => void closed++ };
    },
    read: async (path) => {
      const file = files.get(path);
      if (!file) throw new AppError('file-not-found', `There is no file ${path}.`);
      return file;
    },
    moveToSaved: async (path) => {
      files.delete(path);
      moved.push(path);
      return `/saved${path}`;
    },
  };
  return {
    port,
    files,
    moved,
    opened,
    closed: () => closed,
    events: () => events,
    appear: (path: string, sha256 = path, links: string[] | null = null) => {
      files.set(path, { sha256, links });
      events?.onReady(path);
    },
  };
}

let root: string;
let inbox: ReturnType<typeof memoryFolder>;
let library: TestLibrary;
const open = async (): Promise<TestLibrary> => testLibrary({ root, service: { watch: inbox.port } });
/** Everything that appeared so far has been dealt with: the last one of a queue is. */
async function settled(): Promise<void> {
  const done = (): boolean => {
    const last = library.seen('watch').at(-1)?.status;
    return last?.saving === null;
  };
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}
const total = async (): Promise<number> => {
  let count = 0;
  for await (const { articles } of library.opened.store.scan()) count += articles.length;
  return count;
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-watching-'));
  inbox = memoryFolder();
  library = await open();
});
afterEach(async () => {
  await library.close();
  await rm(root, { recursive: true, force: true });
});

describe('the watched folder', () => {
  it('is none until one is set, and follows the setting', async () => {
    expect(inbox.opened).toEqual([]);
    expect(await library.call('watch.status', {})).toMatchObject({ folder: null, problem: null, failures: [] });
    await library.call('settings.set', { watchFolder: '/inbox' });
    await library.call('settings.set', { theme: 'dark' });
    expect(inbox.opened).toEqual(['/inbox']);
    inbox.events()?.onProblem('It is not there.');
    expect(await library.call('watch.status', {})).toMatchObject({ folder: '/inbox', problem: 'It is not there.' });
    await library.call('settings.set', { watchFolder: '' });
    expect(inbox.closed()).toBe(1);
    expect(await library.call('watch.status', {})).toMatchObject({ folder: null, problem: null });
  });

  it('saves each contents once, whatever it is called, also after a restart', async () => {
    await library.call('settings.set', { watchFolder: '/inbox' });
    inbox.appear('/inbox/a.html', 'one');
    inbox.appear('/inbox/copy.html', 'one');
    inbox.appear('/inbox/b.pdf', 'two');
    await settled();
    expect(await total()).toBe(2);
    expect((await library.call('watch.status', {})).saved).toBe(2);
    await library.close();
    library = await open();
    expect(inbox.opened).toEqual(['/inbox', '/inbox']);
    inbox.appear('/inbox/a.html', 'one');
    await settled();
    expect(await total()).toBe(2);
    expect((await library.call('watch.status', {})).saved).toBe(0);
  });

  it('lists what fails with its reason, and tries it again when asked', async () => {
    await library.call('settings.set', { watchFolder: '/inbox', watchMove: true });
    library.web.failures.set('/inbox/bad.html', new AppError('not-an-article', '“bad.html” holds no article.'));
    inbox.appear('/inbox/bad.html');
    inbox.appear('/inbox/good.html');
    await settled();
    expect((await library.call('watch.status', {})).failures).toEqual([
      { name: 'bad.html', message: '“bad.html” holds no article.', at: '2024-06-01T10:00:00.000Z' },
    ]);
    expect(inbox.moved).toEqual(['/inbox/good.html']);
    library.web.failures.clear();
    await library.call('watch.retry', {});
    await settled();
    expect(await library.call('watch.status', {})).toMatchObject({ failures: [], saved: 2 });
    expect(inbox.moved).toEqual(['/inbox/good.html', '/inbox/bad.html']);
  });

  it('makes an article of each link of a list', async () => {
    await library.call('settings.set', { watchFolder: '/inbox' });
    inbox.appear('/inbox/list.txt', 'links', ['https://a.example/1', 'https://a.example/2']);
    await settled();
    expect(await total()).toBe(2);
  });
});

describe('one file that is handed over', () => {
  it('is saved, known the second time, and moved when asked', async () => {
    inbox.files.set('/any/a.html', { sha256: 'x', links: null });
    expect(await library.call('watch.take', { path: '/any/a.html' })).toEqual({ outcome: 'saved', articles: 1, movedTo: null });
    expect(await library.call('watch.take', { path: '/any/a.html', move: true })).toEqual({
      outcome: 'known',
      articles: 0,
      movedTo: '/saved/any/a.html',
    });
    await expect(library.call('watch.take', { path: '/any/gone.html' })).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it('is refused where folders cannot be watched', async () => {
    const other = await testLibrary();
    await expect(other.call('watch.take', { path: '/a' })).rejects.toMatchObject({ code: 'not-supported-here' });
    expect((await other.call('watch.status', {})).folder).toBeNull();
    await other.close();
  });
});
