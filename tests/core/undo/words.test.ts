import { createIntl } from 'react-intl';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { MethodInput, MethodName } from '../../../electron/contract/methods.ts';
import { UNDO_WORDS } from '../../../electron/contract/undo-words.table.ts';
import { undoLabel } from '../../../renderer/i18n/undo-words.ts';
import { testLibrary, type TestLibrary } from '../../helpers/test-library.ts';

let library: TestLibrary;
let ids: string[];
beforeEach(async () => {
  library = await testLibrary();
  ids = await library.save('a', 'b', 'c');
});
afterEach(() => library.close());

const english = createIntl({ locale: 'en', defaultLocale: 'en', messages: {}, onError: (error) => expect.unreachable(error.message) });

const said = new Set<string>();

/** Makes a change, and sees that its words say in English what its label says. */
async function change<M extends MethodName>(method: M, input: MethodInput<M>): Promise<void> {
  await library.call(method, input);
  const { undo, undoWords } = await library.call('undo.state', {});
  expect(undoWords, String(undo)).toBeDefined();
  expect(undoLabel(english, undoWords, '')).toBe(undo);
  if (undoWords) said.add(undoWords.id);
}

const named = (table: 'tags' | 'collections' | 'smart' | 'rules', name: string): string => {
  const records: Readonly<Record<string, { readonly name: string }>> = library.opened.store.library[table];
  return Object.entries(records).find(([, record]) => record.name === name)?.[0] ?? '';
};

it('says in words what the label says in English', async () => {
  const one = ids.slice(0, 1);
  const [first = ''] = ids;
  for (const flag of ['read', 'starred', 'later', 'archived'] as const) {
    await change('articles.setFlags', { ids, flags: { [flag]: true } });
    await change('articles.setFlags', { ids: one, flags: { [flag]: false } });
  }
  await change('articles.setFlags', { ids: one, flags: { read: true, starred: true } });
  await change('articles.edit', { id: first, title: 'Another title' });
  await change('articles.trash', { ids: one });
  await change('articles.restore', { ids: one });

  await change('articles.tag', { ids, add: ['news'] });
  await change('articles.tag', { ids: one, remove: ['news'] });
  await change('articles.tag', { ids: one, add: ['one', 'two'] });
  await change('tags.rename', { id: named('tags', 'news'), name: 'old' });
  await change('tags.rename', { id: named('tags', 'old'), name: 'one', merge: true });
  await change('tags.update', { id: named('tags', 'one'), colour: 'red' });
  await change('tags.delete', { id: named('tags', 'one') });
  await change('articles.tag', { ids: one, remove: ['two'] });
  await change('tags.deleteUnused', {});

  await change('collections.create', { name: 'Ports', parentId: null });
  await change('collections.create', { name: 'Ships', parentId: null });
  const [ports, ships] = [named('collections', 'Ports'), named('collections', 'Ships')];
  await change('articles.collect', { ids, add: [ports] });
  await change('articles.collect', { ids: one, remove: [ports] });
  await change('articles.collect', { ids: one, add: [ports, ships] });
  await change('collections.update', { id: ports, description: 'Of the sea' });
  await change('collections.rename', { id: ports, name: 'Harbours' });
  await change('collections.move', { id: ships, parentId: ports, before: null });
  await change('collections.delete', { id: ships });

  await change('smart.create', { name: 'Long', query: 'is:unread' });
  await change('smart.create', { name: 'Short', query: 'is:starred' });
  await change('smart.update', { id: named('smart', 'Long'), name: 'Longer' });
  await change('smart.update', { id: named('smart', 'Longer'), query: 'is:later' });
  await change('smart.move', { id: named('smart', 'Short'), before: named('smart', 'Longer') });
  await change('smart.delete', { id: named('smart', 'Short') });

  // An earlier Offprint wrote no words down: its label is said as it is.
  expect(undoLabel(english, undefined, 'Mark 3 articles read')).toBe('Mark 3 articles read');
  // What a change says of rules, feeds and highlights is seen where those are tested; here are all the others.
  const others = UNDO_WORDS.filter((id) => !/^(?:rule|feed|highlight)/.test(id) && id !== 'tagsDeleteUnused');
  expect([...said].sort()).toEqual([...others].sort());
});

it('undoes and redoes under the same words, also after a restart', async () => {
  await library.call('articles.setFlags', { ids, flags: { read: true } });
  const words = { id: 'markRead', values: { count: 3 } };
  expect(await library.call('undo.undo', {})).toEqual({ done: 'Mark 3 articles read', words });
  expect(await library.call('undo.state', {})).toMatchObject({ redoWords: words });
  expect((await library.call('undo.history', {})).items[0]).toMatchObject({ undone: true, words });
});
