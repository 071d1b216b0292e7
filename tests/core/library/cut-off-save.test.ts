import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { AppError } from '../../../electron/core/errors.ts';
import { testLibrary } from '../../helpers/test-library.ts';

it('a save that was cut off between its files and its record, and is repeated, leaves one article', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-cut-off-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [root, killed] = [join(folder, 'library'), join(folder, 'killed')];
  const library = await testLibrary({ root });
  const { store } = library.opened;
  const commit = store.commit.bind(store);
  let cuts = 0;
  vi.spyOn(store, 'commit').mockImplementation(async (edit) => {
    if (!edit.articles) return commit(edit);
    // What a process that is killed right now leaves: the article's files, the queue, and no record.
    cuts++;
    if (cuts === 1) cpSync(root, killed, { recursive: true, filter: (path) => !path.endsWith('lock') });
    throw new AppError('disk-full', 'The disk is full.');
  });
  await library.call('capture.start', { inputs: [{ kind: 'url', url: 'https://example.com/a' }], tags: ['kept'] });
  await expect.poll(() => cuts).toBeGreaterThan(0);
  await library.close();

  const again = await testLibrary({ root: killed });
  onTestFinished(() => again.close());
  expect(again.opened.store.report.notes).toEqual(['A save that was cut off was finished.']);
  await expect
    .poll(async () => (await again.call('jobs.list', {})).jobs.map(({ state, existing }) => [state, existing]))
    .toEqual([['done', true]]);
  const { articles, tags } = (await again.state()) as {
    articles: { url: string; tags: string[] }[];
    tags: Record<string, { name: string }>;
  };
  expect(articles).toMatchObject([{ url: 'https://example.com/a' }]);
  expect(articles[0]?.tags.map((id) => tags[id]?.name)).toEqual(['kept']);
});
