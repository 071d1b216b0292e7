import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { CollectDialog, EditDialog, TagDialog } from '../../../../renderer/features/organise/index.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { articleId, COLLECTION } from '../../../helpers/fake-articles.ts';
import { createFakeBridge, refusal } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge, type Rendered } from '../../../helpers/render-with-bridge.tsx';

beforeAll(() => stubBrowser());
const calls = ({ bridge }: Rendered, method: string): unknown[] =>
  bridge.calls.filter((call) => call.method === method).map(({ input }) => input);
const box = (name: string | RegExp): HTMLInputElement => screen.getByRole('checkbox', { name });

describe('the tag dialog', () => {
  const open = (...serials: number[]): Rendered =>
    renderWithBridge(<TagDialog />, { ui: { dialog: { kind: 'tag', ids: serials.map(articleId) } } });

  it('takes a tag away and makes a new one from the keyboard alone', async () => {
    const rendered = open(1);
    const { user } = rendered;
    const field = await screen.findByRole('textbox', { name: 'Find or make a tag' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('harbour{Enter}');
    expect(box('harbour').checked).toBe(true);
    await user.tab();
    expect(document.activeElement).toBe(box('climate'));
    await user.keyboard(' ');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(useUiStore.getState().dialog).toBeNull());
    expect(calls(rendered, 'articles.tag')).toEqual([{ ids: [articleId(1)], add: ['harbour'], remove: ['climate'] }]);
    expect(useUiStore.getState().toast?.message).toBe('Changed the tags of 1 article');
  });

  it('shows what only some have as mixed, and leaves it alone unless it is changed', async () => {
    const rendered = open(1, 5);
    await screen.findByRole('heading', { name: 'Tags of 2 articles' });
    expect(box(/climate/).indeterminate).toBe(true);
    expect(box(/long read/).indeterminate).toBe(true);
    await rendered.user.click(box(/climate/));
    await rendered.user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(calls(rendered, 'articles.tag')).toEqual([{ ids: [articleId(1), articleId(5)], add: ['climate'], remove: [] }]),
    );
  });

  it('finds a tag without its accents and case, and never makes it twice', async () => {
    const { user } = open(2);
    await user.type(await screen.findByRole('textbox', { name: 'Find or make a tag' }), 'LONG');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await user.keyboard(' read{Enter}');
    expect(box('long read').checked).toBe(true);
    expect(screen.getAllByRole('checkbox').filter((one) => (one as HTMLInputElement).checked)).toHaveLength(1);
  });

  it('stays open with what was chosen when the core refuses', async () => {
    const bridge = createFakeBridge();
    bridge.answer('articles.tag', () => {
      throw refusal('library-read-only', 'The library cannot be written right now.');
    });
    const { user } = renderWithBridge(<TagDialog />, { bridge, ui: { dialog: { kind: 'tag', ids: [articleId(1)] } } });
    await user.type(await screen.findByRole('textbox', { name: 'Find or make a tag' }), 'x{Enter}{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('The library cannot be written right now.');
    expect(box('x').checked).toBe(true);
  });
});

describe('the collections dialog', () => {
  const open = (...serials: number[]): Rendered =>
    renderWithBridge(<CollectDialog />, { ui: { dialog: { kind: 'collect', ids: serials.map(articleId) } } });

  it('puts articles into one collection and takes them out of another', async () => {
    const rendered = open(1);
    await screen.findByRole('heading', { name: 'Collections' });
    await waitFor(() => expect(box('Science').checked).toBe(true));
    await rendered.user.click(box('Turkey'));
    await rendered.user.click(box('Science'));
    await rendered.user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(useUiStore.getState().dialog).toBeNull());
    expect(calls(rendered, 'articles.collect')).toEqual([
      { ids: [articleId(1)], add: [COLLECTION.turkey.id], remove: [COLLECTION.science.id] },
    ]);
  });

  it('makes a collection inside another, checked at once', async () => {
    const rendered = open(2);
    const { user } = rendered;
    await user.click(await screen.findByRole('button', { name: 'New collection inside Turkey' }));
    await user.type(screen.getByRole('textbox', { name: 'Name of the new collection' }), 'Harvests{Enter}');
    await waitFor(() => expect(box('Harvests').checked).toBe(true));
    expect(calls(rendered, 'collections.create')).toEqual([{ name: 'Harvests', parentId: COLLECTION.turkey.id }]);
    await user.type(screen.getByRole('textbox', { name: 'Find or make a collection' }), 'Reports{Enter}');
    await waitFor(() => expect(box('Reports').checked).toBe(true));
  });

  it('says why a name cannot be taken, and keeps it', async () => {
    const { user, bridge } = open(2);
    bridge.answer('collections.create', () => {
      throw refusal('name-taken', 'There is a collection named “Turkey” here already. Choose another name.');
    });
    await user.click(await screen.findByRole('button', { name: 'New collection inside Turkey' }));
    const field = screen.getByRole('textbox', { name: 'Name of the new collection' });
    await user.type(field, 'Turkey{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('Choose another name');
    expect(field).toHaveProperty('value', 'Turkey');
  });
});

describe('the edit dialog', () => {
  const open = (): Rendered => renderWithBridge(<EditDialog />, { ui: { dialog: { kind: 'edit', ids: [articleId(1)] } } });
  const field = (name: string): HTMLElement => within(screen.getByRole('dialog')).getByLabelText(name);

  it('sends only what was changed; an emptied byline is no byline', async () => {
    const rendered = open();
    const { user } = rendered;
    await screen.findByRole('heading', { name: 'Edit details' });
    await user.clear(field('Title'));
    await user.type(field('Title'), '  A better title ');
    await user.clear(field('Byline'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(useUiStore.getState().dialog).toBeNull());
    expect(calls(rendered, 'articles.edit')).toEqual([{ id: articleId(1), title: 'A better title', byline: null }]);
  });

  it('keeps a day a day, takes a time, and clears the date', async () => {
    const rendered = open();
    const { user } = rendered;
    await screen.findByRole('heading', { name: 'Edit details' });
    expect(field('Published on')).toHaveProperty('value', '2025-11-18');
    expect(field('At (if known)')).toHaveProperty('value', '');
    await user.clear(field('Published on'));
    await user.type(field('Published on'), '2023-03-09');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(calls(rendered, 'articles.edit')).toEqual([{ id: articleId(1), publishedAt: '2023-03-09' }]));
  });

  it('asks for a title and a source, and saves nothing without them', async () => {
    const rendered = open();
    const { user } = rendered;
    await screen.findByRole('heading', { name: 'Edit details' });
    await user.clear(field('Title'));
    await user.clear(field('Source'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('An article needs a title.')).toBeTruthy();
    expect(screen.getByText(/Say where it is from/)).toBeTruthy();
    expect(calls(rendered, 'articles.edit')).toEqual([]);
  });

  it('closes without a word when nothing was changed', async () => {
    const rendered = open();
    await screen.findByRole('heading', { name: 'Edit details' });
    await rendered.user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(useUiStore.getState().dialog).toBeNull());
    expect(calls(rendered, 'articles.edit')).toEqual([]);
  });
});
