import { describe, expect, it } from 'vitest';
import { isArchivePath } from '../../../electron/adapters/store/archive-paths.ts';

describe('paths of an archive', () => {
  it.each([
    ['content/0000/0000abcd1234/article.html', true],
    ['content/0000/0000abcd1234/versions/1/article.html', true],
    ['content/0000/0000abcd1234/versions/12/meta.json', true],
    ['content/0000/0000abcd1234/versions/../../lock', false],
    ['content/0000/0000abcd1234/versions/1/.hidden', false],
    ['content/0000/0000abcd1234/versions/one/meta.json', false],
    ['content/0000/0000abcd1234/versions/1', false],
    ['queue/queue.jsonl', false],
    ['lock', false],
  ])('%s: %s', (path, good) => {
    expect(isArchivePath(path)).toBe(good);
  });
});
