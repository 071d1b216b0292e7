import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportArchive, stageArchive, swapLibrary } from '../../../electron/adapters/store/archive.ts';
import { isArchivePath } from '../../../electron/adapters/store/archive-paths.ts';
import { verifyLibrary } from '../../../electron/adapters/store/verify.ts';
import type { Capture } from '../../../electron/core/capture/types.ts';
import { memoryCapture } from '../../helpers/memory-capture.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

const PAGE = 'https://example.com/a';
/** What stays at home on purpose: who has the library open, work that waits on this computer, and copies of the documents. */
const STAYS = /^(?:lock|journal\/.*|queue\/.*|backups\/.*)$/;

let folder: string;
let root: string;
let id: string;

/** Every file below a folder with the sum of its bytes. */
async function filesIn(where: string): Promise<Record<string, string>> {
  const found = (await readdir(where, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sums = found.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    const sum = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    return [relative(where, path).replaceAll('\\', '/'), sum] as const;
  });
  return Object.fromEntries((await Promise.all(sums)).sort());
}

async function withLibrary<T>(work: (library: TestLibrary) => Promise<T>, capture?: Capture): Promise<T> {
  const library = await testLibrary({ root, ...(capture && { service: { capture } }) });
  try {
    return await work(library);
  } finally {
    await library.close();
  }
}

/** Everything the library answers about the article. */
async function whatIsSaidOf(library: TestLibrary): Promise<unknown> {
  const [first, second] = await Promise.all([1, 2].map((n) => library.call('articles.version', { id, n })));
  return {
    state: await library.state(),
    versions: await library.call('articles.versions', { id }),
    words: [first?.text, second?.text, await library.opened.content.readText(id)],
    highlights: await library.opened.store.highlights(id),
  };
}

/** An article with all it can have: earlier versions, its PDF, a picture, a highlight with a note, tags; and a backup beside it. */
async function fill(): Promise<unknown> {
  const web = memoryCapture();
  let picture = '';
  const capture: Capture = async (input, options) => ({
    ...(await web.capture(input, options)),
    images: [picture],
    original: { name: 'original.pdf', bytes: new TextEncoder().encode('%PDF-1.7 made for a test') },
  });
  return withLibrary(async (library) => {
    picture = (await library.opened.content.putImage(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'png')).path;
    [id = ''] = await library.save('a', 'b');
    for (const words of ['Second words.', 'Third words.']) {
      web.texts.set(PAGE, words);
      await library.call('capture.renewNow', { id, what: 'again' });
    }
    await library.call('articles.tag', { ids: [id], add: ['kept'] });
    const anchor = { exact: 'Third', prefix: '', suffix: ' words.', start: 0, end: 5 };
    await library.call('highlights.add', { article: id, anchor, color: 'yellow', note: 'My note', tags: [] });
    await library.call('backups.make', {});
    return structuredClone(await whatIsSaidOf(library));
  }, capture);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-whole-'));
  root = join(folder, 'library');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('an export of a library with everything in it', () => {
  it('knows every file of a library: it is exported, or stays on purpose', async () => {
    await fill();
    const paths = Object.keys(await filesIn(root));
    expect(paths).toEqual(
      expect.arrayContaining([expect.stringMatching(/versions\/2\/original\.pdf$/), expect.stringMatching(/^backups\//)]),
    );
    expect(paths.filter((path) => !isArchivePath(path) && !STAYS.test(path))).toEqual([]);
  });

  it('comes back with every version, the PDFs, the picture, the highlight and its note', async () => {
    const said = await fill();
    const before = await filesIn(root);
    const archive = join(folder, 'library.zip');
    const counted = await withLibrary(async ({ opened: { store, content } }) => {
      await exportArchive(store, archive);
      return verifyLibrary({ store, content, index: null, repair: false });
    });
    await rm(root, { recursive: true });
    await withLibrary(async () => undefined);
    const { staging, articles } = await stageArchive(archive, root);
    expect(articles).toBe(2);
    await swapLibrary(root, staging);
    const kept = Object.entries(before).filter(([path]) => !STAYS.test(path));
    expect(Object.entries(await filesIn(root)).filter(([path]) => !STAYS.test(path))).toEqual(kept);
    await withLibrary(async (library) => {
      const { store, content } = library.opened;
      const report = await verifyLibrary({ store, content, index: null, repair: false });
      expect(report.problems).toEqual([]);
      expect(report.checked).toEqual(counted.checked);
      expect(await whatIsSaidOf(library)).toEqual(said);
    });
  });
});
