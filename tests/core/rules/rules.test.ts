import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodInput } from '../../../electron/contract/methods.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
beforeEach(async () => {
  library = await testLibrary();
});
afterEach(() => library.close());

type Given = Omit<Partial<MethodInput<'rules.create'>>, 'condition'> & { query?: string; minWords?: number; maxWords?: number };
const rule = async ({ query = 'site:example.com', minWords, maxWords, ...rest }: Given): Promise<string> => {
  const condition = { query, minWords: minWords ?? null, maxWords: maxWords ?? null };
  return (await library.call('rules.create', { name: 'A rule', enabled: true, actions: {}, ...rest, condition })).id;
};
const saved = async (name = 'a') => library.record((await library.save(name))[0] ?? '');
const tagNames = (ids: readonly string[]) => ids.map((id) => library.opened.store.library.tags[id]?.name);
const ran = async () => (await library.call('rules.list', {})).rules.map((one) => one.ran);

describe('rules', () => {
  it('do what they say to an article as it comes, and it tells why', async () => {
    const { id: ports } = await library.call('collections.create', { name: 'Ports' });
    const id = await rule({ name: 'Harbours', actions: { tags: ['sea'], collections: [ports], star: true, later: true, read: true } });
    const record = await saved();
    expect(record).toMatchObject({ collections: [ports], starred: true, later: true, read: true, archived: false });
    expect(tagNames(record.tags)).toEqual(['sea']);
    expect((await library.call('articles.get', { id: record.id })).why).toEqual([
      { id, name: 'Harbours', at: expect.any(String) as string, did: ['tag', 'collect', 'read', 'star', 'later'], tags: ['sea'] },
    ]);
    expect(await ran()).toEqual([1]);
    await saved('b');
    expect(await ran()).toEqual([2]);
    expect(library.index.documents.get(record.id)?.tags.map(({ name }) => name)).toEqual(['sea']);
  });

  it('leave alone what they do not fit, and do nothing while switched off', async () => {
    await rule({ query: 'site:elsewhere.org', actions: { star: true } });
    await rule({ enabled: false, actions: { star: true } });
    const record = await saved();
    expect(record.starred).toBe(false);
    expect(record.why).toBeUndefined();
    expect(await ran()).toEqual([0, 0]);
  });

  it('run in their order, each on what those before it left', async () => {
    const second = await rule({ query: 'tag:sea', actions: { archive: true } });
    const first = await rule({ actions: { tags: ['sea'] } });
    expect((await saved('a')).archived).toBe(false);
    await library.call('rules.move', { id: first, before: second });
    const record = await saved('b');
    expect(record.archived).toBe(true);
    expect(record.why?.map(({ id }) => id)).toEqual([first, second]);
  });

  it('mute by hiding: read, and in the archive; until the end of a day', async () => {
    await rule({ actions: { mute: true }, until: '2024-06-01' });
    expect(await saved('a')).toMatchObject({ read: true, archived: true });
    library.time.now = new Date(2024, 5, 2, 0, 1).getTime();
    expect(await saved('b')).toMatchObject({ read: false, archived: false });
  });

  it('ask for a length', async () => {
    const { wordCount } = await saved('probe');
    await rule({ query: '', minWords: wordCount + 1, actions: { star: true } });
    await rule({ query: '', maxWords: wordCount, actions: { later: true } });
    expect(await saved('a')).toMatchObject({ starred: false, later: true });
  });

  it('refuse a query with a mistake, and one that would fit everything', async () => {
    await expect(rule({ query: 'is:nonsense' })).rejects.toMatchObject({ code: 'bad-query' });
    await expect(rule({ query: ' ' })).rejects.toMatchObject({ code: 'bad-query' });
  });

  it('run over articles that are there, as one change that can be undone', async () => {
    const ids = await library.save('a', 'b');
    const before = await library.state();
    const id = await rule({ name: 'Sea', actions: { tags: ['sea'], archive: true } });
    expect(await library.call('rules.run', { id, ids })).toEqual({ changed: 2, undo: 'Run rule “Sea” on 2 articles' });
    expect((await library.record(ids[0] ?? '')).archived).toBe(true);
    await library.call('undo.undo', {});
    expect(await library.state()).toEqual(before);
  });

  it('are changed, deleted and brought back, whatever they counted meanwhile', async () => {
    const id = await rule({ actions: { star: true } });
    await library.call('rules.update', { id, enabled: false });
    expect((await library.call('undo.state', {})).undo).toBe('Switch off rule “A rule”');
    await library.call('undo.undo', {});
    await saved();
    await library.call('rules.delete', { id });
    expect(await ran()).toEqual([]);
    await library.call('undo.undo', {});
    expect(await ran()).toEqual([1]);
    await library.call('undo.undo', {});
    expect(await ran()).toEqual([]);
  });

  it('reach an article saved again only the first time', async () => {
    await rule({ actions: { star: true } });
    const record = await saved();
    await library.call('articles.setFlags', { ids: [record.id], flags: { starred: false } });
    await saved();
    expect((await library.record(record.id)).starred).toBe(false);
    expect(await ran()).toEqual([1]);
  });
});
