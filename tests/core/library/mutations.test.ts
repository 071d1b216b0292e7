import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodInput, MethodName } from '../../../electron/contract/methods.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
let ids: string[];
beforeEach(async () => {
  library = await testLibrary();
  ids = await library.save('a', 'b', 'c');
});
afterEach(() => library.close());

const [first, all] = [() => [ids[0] ?? ''], () => ids];

interface Case<M extends MethodName = MethodName> {
  name: string;
  method: M;
  prepare?: () => Promise<unknown>;
  input: () => MethodInput<M> | Promise<MethodInput<M>>;
  label: string;
  changed: number;
}
const change = <M extends MethodName>(one: Case<M>): Case => one;
const tagId = (name: string): string => Object.values(library.opened.store.library.tags).find((tag) => tag.name === name)?.id ?? '';
const collectionId = (name: string): string =>
  Object.values(library.opened.store.library.collections).find((one) => one.name === name)?.id ?? '';
const tagAll = () => library.call('articles.tag', { ids, add: ['news'] });
const nest = async () => {
  const top = await library.call('collections.create', { name: 'World' });
  const below = await library.call('collections.create', { name: 'Turkey', parentId: top.id });
  await library.call('articles.collect', { ids: first(), add: [top.id, below.id] });
};

const CASES: Case[] = [
  change({
    name: 'marks read',
    method: 'articles.setFlags',
    input: () => ({ ids: all(), flags: { read: true } }),
    label: 'Mark 3 articles read',
    changed: 3,
  }),
  change({
    name: 'counts only what was unread',
    method: 'articles.setFlags',
    prepare: () => library.call('articles.setFlags', { ids: first(), flags: { read: true } }),
    input: () => ({ ids: all(), flags: { read: true } }),
    label: 'Mark 2 articles read',
    changed: 2,
  }),
  change({
    name: 'stars',
    method: 'articles.setFlags',
    input: () => ({ ids: first(), flags: { starred: true } }),
    label: 'Star 1 article',
    changed: 1,
  }),
  change({
    name: 'puts into Later',
    method: 'articles.setFlags',
    input: () => ({ ids: all(), flags: { later: true } }),
    label: 'Add 3 articles to Later',
    changed: 3,
  }),
  change({
    name: 'archives out of Later',
    method: 'articles.setFlags',
    prepare: () => library.call('articles.setFlags', { ids, flags: { later: true } }),
    input: () => ({ ids: all(), flags: { archived: true } }),
    label: 'Archive 3 articles',
    changed: 3,
  }),
  change({
    name: 'adds a new tag',
    method: 'articles.tag',
    input: () => ({ ids: all(), add: ['long read'] }),
    label: 'Add tag “long read” to 3 articles',
    changed: 3,
  }),
  change({
    name: 'removes a tag whatever its case',
    method: 'articles.tag',
    prepare: tagAll,
    input: () => ({ ids: first(), remove: ['NEWS'] }),
    label: 'Remove tag “NEWS” from 1 article',
    changed: 1,
  }),
  change({
    name: 'adds and removes tags',
    method: 'articles.tag',
    prepare: tagAll,
    input: () => ({ ids: all(), add: ['x', 'y'], remove: ['news'] }),
    label: 'Change tags of 3 articles',
    changed: 3,
  }),
  change({
    name: 'renames a tag',
    method: 'tags.rename',
    prepare: tagAll,
    input: () => ({ id: tagId('news'), name: 'Haber' }),
    label: 'Rename tag “news” to “Haber”',
    changed: 1,
  }),
  change({
    name: 'deletes a tag',
    method: 'tags.delete',
    prepare: tagAll,
    input: () => ({ id: tagId('news') }),
    label: 'Delete tag “news”',
    changed: 3,
  }),
  change({
    name: 'collects',
    method: 'articles.collect',
    prepare: nest,
    input: () => ({ ids: all(), add: [collectionId('World')] }),
    label: 'Add 2 articles to “World”',
    changed: 2,
  }),
  change({
    name: 'takes out of a collection',
    method: 'articles.collect',
    prepare: nest,
    input: () => ({ ids: all(), remove: [collectionId('World')] }),
    label: 'Remove 1 article from “World”',
    changed: 1,
  }),
  change({
    name: 'renames a collection',
    method: 'collections.rename',
    prepare: nest,
    input: () => ({ id: collectionId('World'), name: 'Dünya' }),
    label: 'Rename collection “World” to “Dünya”',
    changed: 1,
  }),
  change({
    name: 'moves a collection',
    method: 'collections.move',
    prepare: nest,
    input: () => ({ id: collectionId('Turkey'), parentId: null }),
    label: 'Move collection “Turkey”',
    changed: 1,
  }),
  change({
    name: 'deletes a collection and keeps what is below',
    method: 'collections.delete',
    prepare: nest,
    input: () => ({ id: collectionId('World') }),
    label: 'Delete collection “World”',
    changed: 1,
  }),
  change({
    name: 'edits by hand',
    method: 'articles.edit',
    input: () => ({ id: ids[0] ?? '', title: 'A better title', byline: null, publishedAt: '2023-03-09' }),
    label: 'Edit details of “Story of https://example.com/a”',
    changed: 1,
  }),
  change({
    name: 'moves to the trash',
    method: 'articles.trash',
    input: () => ({ ids: first() }),
    label: 'Move 1 article to Trash',
    changed: 1,
  }),
  change({
    name: 'puts back from the trash',
    method: 'articles.restore',
    prepare: () => library.call('articles.trash', { ids }),
    input: () => ({ ids: all() }),
    label: 'Put 3 articles back from Trash',
    changed: 3,
  }),
];

describe('every mutation', () => {
  it.each(CASES)('$name, names itself, and is undone and redone exactly', async ({ method, prepare, input, label, changed }) => {
    await prepare?.();
    const before = await library.state();
    expect(await library.call(method, await input())).toEqual({ changed, undo: label });
    const after = await library.state();
    expect(after).not.toEqual(before);

    expect(await library.call('undo.undo', {})).toMatchObject({ done: label });
    expect(await library.state()).toEqual(before);
    expect((await library.call('undo.state', {})).redo).toBe(label);
    expect(await library.call('undo.redo', {})).toMatchObject({ done: label });
    expect(await library.state()).toEqual(after);
    expect((await library.call('undo.state', {})).undo).toBe(label);
  });

  it.each(CASES)('$name: the index and the rows of the event are in step', async ({ method, prepare, input }) => {
    await prepare?.();
    library.events.length = 0;
    await library.call(method, await input());
    const { store } = library.opened;
    expect(library.index.appliedSeq).toBe(store.seq);
    for (const { record, tags, collections, collectionIds } of library.index.documents.values()) {
      expect(record).toEqual(await store.get(record.id));
      expect(tags.map(({ name }) => name)).toEqual(record.tags.map((id) => store.library.tags[id]?.name));
      expect(collections.map(({ id }) => id)).toEqual(record.collections);
      expect(new Set(collectionIds).size).toBeGreaterThanOrEqual(collections.length);
    }
    const rows = library.seen('articles').flatMap((event) => event.rows);
    for (const row of rows) {
      const indexed = library.index.documents.get(row.id);
      expect(row.tags).toEqual(indexed?.tags);
      expect(row.collections).toEqual(indexed?.collections);
    }
    expect(library.seen('articles')).toHaveLength(1);
  });

  it('that changes nothing leaves undo as it was', async () => {
    const before = await library.call('undo.state', {});
    expect(await library.call('articles.setFlags', { ids, flags: { read: false } })).toEqual({ changed: 0, undo: before.undo });
    expect(await library.call('articles.restore', { ids })).toMatchObject({ changed: 0 });
    expect(await library.call('undo.state', {})).toEqual(before);
  });

  it('ignores ids that are not there, and makes no tag for them', async () => {
    expect(await library.call('articles.tag', { ids: ['0000zzzzzzzz'], add: ['ghost'] })).toMatchObject({ changed: 0 });
    expect(library.opened.store.library.tags).toEqual({});
  });

  it('says who left and who came', async () => {
    library.events.length = 0;
    await library.call('articles.trash', { ids });
    await library.call('articles.restore', { ids: first() });
    await library.call('articles.purge', { ids });
    const came = library.seen('articles').map(({ added, removed, rows }) => ({ added, removed, rows: rows.length }));
    expect(came).toEqual([
      { added: [], removed: ids, rows: 3 },
      { added: first(), removed: [], rows: 1 },
      { added: [], removed: ids.slice(1), rows: 0 },
    ]);
  });
});

describe('refused mutations', () => {
  it.each<[string, MethodName, () => Promise<unknown>, string]>([
    [
      'a tag renamed to one that is there',
      'tags.rename',
      async () => (await tagAll(), await library.call('articles.tag', { ids, add: ['b'] }), { id: tagId('news'), name: ' B ' }),
      'name-taken',
    ],
    ['an unknown tag', 'tags.delete', async () => ({ id: 't000000000' }), 'not-found'],
    ['an unknown collection', 'articles.collect', async () => ({ ids, add: ['c000000000'], remove: [] }), 'not-found'],
    [
      'a second collection of that name in that place',
      'collections.create',
      async () => (await nest(), { name: 'wORLD', parentId: null }),
      'name-taken',
    ],
    ['a name that reads as a path', 'collections.create', async () => ({ name: 'A / B', parentId: null }), 'invalid-input'],
    [
      'a collection put into itself',
      'collections.move',
      async () => (await nest(), { id: collectionId('World'), parentId: collectionId('World'), before: null }),
      'would-nest-in-itself',
    ],
    [
      'a collection put into one inside it',
      'collections.move',
      async () => (await nest(), { id: collectionId('World'), parentId: collectionId('Turkey'), before: null }),
      'would-nest-in-itself',
    ],
    ['an unknown article', 'articles.edit', async () => ({ id: '0000zzzzzzzz', title: 'x' }), 'not-found'],
  ])('%s', async (_, method, input, code) => {
    const given = await input();
    const before = await library.state();
    await expect(library.service.call(method, given)).rejects.toMatchObject({ code });
    expect(await library.state()).toEqual(before);
  });
});

describe('collections', () => {
  const paths = () => library.index.names?.collections ?? [];
  const orderOf = (parentId: string | null) =>
    paths()
      .filter((one) => one.parentId === parentId)
      .sort((a, b) => a.order - b.order)
      .map(({ name }) => name);

  it('stand where they are put', async () => {
    for (const name of ['one', 'two', 'three', 'four']) await library.call('collections.create', { name });
    await library.call('collections.move', { id: collectionId('four'), parentId: null, before: collectionId('one') });
    expect(orderOf(null)).toEqual(['four', 'one', 'two', 'three']);
    await library.call('collections.move', { id: collectionId('one'), parentId: null });
    expect(orderOf(null)).toEqual(['four', 'two', 'three', 'one']);
    expect(await library.call('collections.move', { id: collectionId('one'), parentId: null })).toMatchObject({ changed: 0 });
    for (let round = 0; round < 80; round += 1) {
      await library.call('collections.move', {
        id: collectionId(round % 2 ? 'two' : 'three'),
        parentId: null,
        before: collectionId(round % 2 ? 'three' : 'two'),
      });
    }
    expect(orderOf(null)).toEqual(['four', 'two', 'three', 'one']);
  });

  it('give their articles new paths when something above is renamed, and take them along when it goes', async () => {
    await nest();
    await library.call('collections.rename', { id: collectionId('World'), name: 'Dünya' });
    const document = () => library.index.documents.get(ids[0] ?? '');
    expect(document()?.collections.map(({ path }) => path)).toEqual(['Dünya', 'Dünya / Turkey']);
    await library.call('collections.delete', { id: collectionId('Dünya') });
    expect(document()?.collections.map(({ path }) => path)).toEqual(['Turkey']);
    expect(document()?.collectionIds).toEqual([collectionId('Turkey')]);
    await library.call('undo.undo', {});
    expect(document()?.collections.map(({ path }) => path)).toEqual(['Dünya', 'Dünya / Turkey']);
  });
});
