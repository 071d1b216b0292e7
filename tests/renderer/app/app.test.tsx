import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { App } from '../../../renderer/app/app.tsx';
import { INITIAL_UI, useUiStore } from '../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../helpers/browser-stubs.ts';
import { articleId, manyArticles } from '../../helpers/fake-articles.ts';
import { createFakeBridge, type FakeBridge, type FakeOptions } from '../../helpers/fake-bridge.ts';

const ui = useUiStore.getState;

async function openWindow(options: FakeOptions = {}): Promise<{ bridge: FakeBridge; user: UserEvent }> {
  const bridge = createFakeBridge({ articles: manyArticles(6), ...options, settings: { welcomed: true, ...options.settings } });
  render(<App bridge={bridge} />);
  await screen.findByText('Article 1');
  return { bridge, user: userEvent.setup() };
}

describe('the window', () => {
  beforeAll(() => stubBrowser());
  beforeEach(() => useUiStore.setState(INITIAL_UI));

  it('has its landmarks: the library, the list, the article', async () => {
    await openWindow();
    expect(screen.getByRole('navigation', { name: 'Library' })).toBeTruthy();
    expect(screen.getByRole('main')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Article list' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Article' })).toBeTruthy();
    expect(screen.getAllByRole('separator')).toHaveLength(2);
  });

  it('runs keys from anywhere in the window, and none while a dialog is open', async () => {
    const { user } = await openWindow();
    await user.keyboard('j');
    await waitFor(() => expect(ui().activeId).toBe(articleId(1)));
    await user.keyboard('?');
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    await user.keyboard('j');
    expect(ui().cursor?.index).toBe(0);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.keyboard('j');
    await waitFor(() => expect(ui().cursor?.index).toBe(1));
  });

  it('runs the keys of a preset and the person’s own as soon as they are changed', async () => {
    const { user, bridge } = await openWindow({ settings: { keyPreset: 'gmail' } });
    await user.keyboard('c');
    await screen.findByRole('dialog', { name: 'Add article' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(ui().dialog).toBeNull());
    await act(() => bridge.call('settings.set', { keys: { 'help.shortcuts': ['F1'] } }));
    await user.keyboard('?');
    expect(ui().dialog).toBeNull();
    await user.keyboard('{F1}');
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(sheet).getByText('Keyboard shortcuts', { selector: 'dt' }).nextElementSibling?.textContent).toBe('F1');
  });

  it('lets single keys rest when the person switched them off', async () => {
    const { user } = await openWindow({ settings: { singleKeys: false } });
    await user.keyboard('j');
    await user.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(ui().cursor).toBeNull();
    await user.keyboard('{Control>},{/Control}');
    await screen.findByRole('dialog', { name: 'Settings' });
  });

  it('marks an article read when it is opened, keeps it in Unread, and leaves Undo to what the person did', async () => {
    const { user, bridge } = await openWindow();
    act(() => ui().setView({ kind: 'unread' }));
    await screen.findByText('Article 1');
    await user.keyboard('j');
    await waitFor(() => expect(bridge.row(articleId(1)).read).toBe(true));
    expect(await bridge.call('undo.state', {})).toEqual({ undo: null, redo: null });
    expect(screen.getByText('Article 1', { selector: '[role=option] *' })).toBeTruthy();

    // Marked unread by hand, it stays unread.
    await user.keyboard('m');
    await waitFor(() => expect(bridge.row(articleId(1)).read).toBe(false));
    await act(() => bridge.call('articles.setFlags', { ids: [articleId(1)], flags: { starred: true } }));
    expect(bridge.row(articleId(1)).read).toBe(false);
  });

  it('leaves articles unread where the person wants to mark them by hand', async () => {
    const { user, bridge } = await openWindow({ settings: { markReadOnOpen: false } });
    await user.keyboard('j');
    await waitFor(() => expect(ui().activeId).toBe(articleId(1)));
    await waitFor(() => expect(bridge.calls.some(({ method }) => method === 'articles.get')).toBe(true));
    expect(bridge.row(articleId(1)).read).toBe(false);
  });

  it('offers Undo only while it would take back just that', async () => {
    const { user, bridge } = await openWindow();
    await user.keyboard('j');
    await user.keyboard('{Delete}');
    await screen.findByText('Moved 1 article to Trash');
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
    await act(() => bridge.call('articles.setFlags', { ids: [articleId(4)], flags: { starred: true } }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
  });

  it('undoes with Mod+Z and says what it undid', async () => {
    const { user, bridge } = await openWindow();
    await user.keyboard('j');
    await user.keyboard('{Delete}');
    await waitFor(() => expect(bridge.row(articleId(1)).trashed).toBe(true));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(bridge.row(articleId(1)).trashed).toBe(false));
    await screen.findByText('Undid: Move 1 Article to Trash');
  });

  it('goes round the panes with F6, and out of the article with Escape', async () => {
    const { user } = await openWindow();
    const pane = (): string | undefined => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
    await user.keyboard('{F6}');
    expect(pane()).toBe('reader');
    await user.keyboard('{F6}');
    expect(pane()).toBe('sidebar');
    await user.keyboard('{F6}');
    expect(pane()).toBe('list');
    await user.keyboard('{Shift>}{F6}{/Shift}');
    expect(pane()).toBe('sidebar');
    await user.keyboard('{F6}j');
    await waitFor(() => expect(ui().activeId).toBe(articleId(2)));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(pane()).toBe('reader'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(pane()).toBe('list'));
  });

  it('goes out one level at a time: selection, then search', async () => {
    const { user } = await openWindow();
    act(() => ui().setQuery('article'));
    await screen.findByText('Article 2');
    act(() => screen.getByRole('listbox').focus());
    await user.keyboard('x');
    await waitFor(() => expect(ui().selection.ids.size).toBe(1));
    await user.keyboard('{Escape}');
    expect([ui().selection.ids.size, ui().query]).toEqual([0, 'article']);
    await user.keyboard('{Escape}');
    expect(ui().query).toBe('');
  });

  it('hides and shows the sidebar and the list, and remembers it', async () => {
    const { user, bridge } = await openWindow();
    await user.keyboard('{Control>}\\{/Control}');
    await waitFor(() => expect(screen.queryByRole('tree')).toBeNull());
    expect((await bridge.call('settings.get', {})).sidebarCollapsed).toBe(true);
    await user.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Show the sidebar' }));
    await screen.findByRole('tree');
    await user.click(screen.getByRole('button', { name: 'Show the list' }));
    await screen.findByRole('listbox');
  });

  it('does what the native menu asks for, and ignores what it does not know', async () => {
    const { bridge } = await openWindow();
    act(() => bridge.emit('command', { id: 'no.such.command' }));
    act(() => bridge.emit('command', { id: 'library.add' }));
    await screen.findByRole('dialog', { name: 'Add article' });
  });

  it('says so when the library cannot be written', async () => {
    await openWindow({ info: { readOnly: 'The disk is full. Free some space, then start Offprint again.' } });
    await screen.findByText(/The disk is full/);
  });

  it('shows the ways in while nothing was read yet, until it is told not to', async () => {
    const { user, bridge } = await openWindow({ settings: { welcomed: false } });
    await screen.findByRole('region', { name: 'Read it here, with or without a network' });
    // By keyboard: without a layout the panes' separators lie everywhere, and take every click of the mouse.
    act(() => screen.getByRole('textbox', { name: 'Address of an article' }).focus());
    await user.keyboard('https://news.example/x{Enter}');
    await waitFor(() => expect(ui().dialog).toEqual({ kind: 'add', text: 'https://news.example/x' }));
    expect((await bridge.call('settings.get', {})).welcomed).toBe(true);
  });

  it('starts anew in another library', async () => {
    const { user, bridge } = await openWindow();
    await user.keyboard('j');
    await waitFor(() => expect(ui().activeId).toBe(articleId(1)));
    bridge.articles.clear();
    const info = await bridge.call('app.info', {});
    act(() => bridge.emit('library', { type: 'library', info, replaced: true }));
    await screen.findByText('No articles yet');
    expect(ui().activeId).toBeNull();
  });
});

describe('a narrow window', () => {
  beforeAll(() => stubBrowser({ width: 400 }));
  beforeEach(() => useUiStore.setState(INITIAL_UI));

  it('shows one pane at a time, with Back, and the library as a drawer', async () => {
    const { user } = await openWindow();
    expect(screen.queryByRole('tree')).toBeNull();
    expect(screen.queryByRole('region', { name: 'Article' })).toBeNull();
    await user.click(screen.getByText('Article 2'));
    await screen.findByRole('region', { name: 'Article' });
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Back to the list' }));
    await screen.findByRole('listbox');

    await user.click(screen.getByRole('button', { name: 'Show the sidebar' }));
    await user.click(await screen.findByText('Starred'));
    await screen.findByText('No stars yet');
    await waitFor(() => expect(screen.queryByRole('tree')).toBeNull());
  });

  it('moves the cursor without turning to the article', async () => {
    const { user } = await openWindow();
    act(() => screen.getByRole('listbox').focus());
    await user.keyboard('jj');
    await waitFor(() => expect(ui().cursor?.index).toBe(2));
    expect(ui().activeId).toBeNull();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(ui().activeId).toBe(articleId(3)));
    expect(ui().pane).toBe('reader');
  });
});
