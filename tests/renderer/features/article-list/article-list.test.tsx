import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setKeyContext, dispatchKey } from '../../../../renderer/commands/dispatch.ts';
import { ArticleList } from '../../../../renderer/features/article-list/index.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { articleId, fakeArticle, manyArticles } from '../../../helpers/fake-articles.ts';
import { createFakeBridge } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

const ui = useUiStore.getState;
const options = (): HTMLElement[] => screen.getAllByRole('option');
const titles = (): (string | undefined)[] => options().map((option) => /Article \d+/.exec(option.textContent)?.[0]);
const cursorTitle = (): string | undefined => {
  const id = screen.getByRole('listbox').getAttribute('aria-activedescendant');
  return id ? /Article \d+/.exec(document.getElementById(id)?.textContent ?? '')?.[0] : undefined;
};
/** The option with this title. */
const rowOf = (title: string): HTMLElement => {
  const option = screen.getByText(title).closest<HTMLElement>('[role=option]');
  if (!option) throw new Error(`no row ${title}`);
  return option;
};
const list = (): Promise<HTMLElement> => screen.findByRole('listbox', { name: /Articles/ });

beforeAll(() => {
  stubBrowser();
  document.addEventListener('keydown', (event) => void dispatchKey(event));
});
beforeEach(() => setKeyContext(() => ({ platform: 'linux', singleKeys: true, dialogOpen: ui().dialog !== null })));

describe('the article list', () => {
  it('shows rows with their place in the whole list, and only those near the window', async () => {
    renderWithBridge(<ArticleList />, { articles: manyArticles(5000) });
    await screen.findByText('Article 1');
    const [first] = options();
    expect(first?.getAttribute('aria-setsize')).toBe('5000');
    expect(first?.getAttribute('aria-posinset')).toBe('1');
    expect(options().length).toBeLessThan(40);
    expect(screen.getByRole('listbox').getAttribute('aria-multiselectable')).toBe('true');
    expect(screen.getByText('5,000 articles')).toBeTruthy();
  });

  it('says unread, offline state and marks in words', async () => {
    renderWithBridge(<ArticleList />, {
      articles: [
        fakeArticle(1, { starred: true, receipt: { status: 'partial', images: 5, imagesStored: 3, truncated: false, bytes: 1 } }),
        fakeArticle(2, { read: true, later: true }),
      ],
    });
    await screen.findByText('Article 1');
    expect(rowOf('Article 1').textContent).toMatch(/^Unread\. Article 1.*3 of 5 images stored/);
    expect(within(rowOf('Article 1')).getByRole('img', { name: 'Starred' })).toBeTruthy();
    expect(within(rowOf('Article 2')).getByRole('img', { name: 'Read later' })).toBeTruthy();
    const read = rowOf('Article 2');
    expect(read.textContent).toMatch(/all 2 images stored/);
    expect(read.textContent).not.toMatch(/Unread/);
  });

  it('moves by j, k and arrows with one tab stop, and opens what it stops on', async () => {
    const { user } = renderWithBridge(<ArticleList />, { articles: manyArticles(300) });
    await screen.findByText('Article 1');
    await user.tab();
    await user.tab();
    act(() => screen.getByRole('listbox').focus());
    await waitFor(() => expect(cursorTitle()).toBe('Article 1'));
    await user.keyboard('j');
    await waitFor(() => expect(cursorTitle()).toBe('Article 2'));
    await waitFor(() => expect(ui().activeId).toBe(articleId(2)));
    await user.keyboard('{ArrowDown}{ArrowDown}k');
    await waitFor(() => expect(cursorTitle()).toBe('Article 3'));
    await waitFor(() => expect(ui().activeId).toBe(articleId(3)));
    await user.keyboard('{End}');
    await waitFor(() => expect(cursorTitle()).toBe('Article 300'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(cursorTitle()).toBe('Article 1'));
    await user.keyboard('k');
    await waitFor(() => expect(ui().cursor?.index).toBe(0));
  });

  it('loads rows page by page as it goes, never all of them', async () => {
    const { user, bridge } = renderWithBridge(<ArticleList />, { articles: manyArticles(2000) });
    await screen.findByText('Article 1');
    act(() => screen.getByRole('listbox').focus());
    await user.keyboard('{End}');
    await screen.findByText('Article 2000');
    const asked = bridge.calls.filter(({ method }) => method === 'articles.list').map(({ input }) => (input as { offset: number }).offset);
    expect(asked).toContain(1900);
    expect(asked.length).toBeLessThan(8);
  });

  it('selects with x, Shift+J, clicks and Mod+A, and offers what can be done with them', async () => {
    const { user } = renderWithBridge(<ArticleList />, { articles: manyArticles(250) });
    await screen.findByText('Article 1');
    act(() => screen.getByRole('listbox').focus());
    await user.keyboard('x');
    await waitFor(() => expect([...ui().selection.ids]).toEqual([articleId(1)]));
    await user.keyboard('{Shift>}J{/Shift}');
    await waitFor(() => expect(ui().selection.ids.size).toBe(2));
    await user.keyboard('{Shift>}J{/Shift}');
    await waitFor(() => expect(ui().selection.ids.size).toBe(3));
    await user.keyboard('{Shift>}K{/Shift}');
    await waitFor(() => expect(ui().selection.ids.size).toBe(2));
    expect(options().filter((option) => option.getAttribute('aria-selected') === 'true')).toHaveLength(2);
    expect(within(screen.getByRole('toolbar', { name: 'Selected articles' })).getByText('2 selected')).toBeTruthy();

    fireEvent.click(rowOf('Article 6'), { shiftKey: true });
    await waitFor(() => expect(ui().selection.ids.size).toBe(6));
    fireEvent.click(rowOf('Article 3'), { ctrlKey: true });
    await waitFor(() => expect(ui().selection.ids.size).toBe(5));

    await user.keyboard('{Control>}a{/Control}');
    await waitFor(() => expect(ui().selection.ids.size).toBe(250));
    fireEvent.click(rowOf('Article 2'));
    await waitFor(() => expect(ui().selection.ids.size).toBe(0));
  });

  it('keeps a row that was just read until the view is left', async () => {
    const { user, bridge } = renderWithBridge(<ArticleList />, { articles: manyArticles(5), ui: { view: { kind: 'unread' } } });
    await screen.findByText('Article 1');
    act(() => screen.getByRole('listbox').focus());
    await user.keyboard('m');
    await waitFor(() => expect(bridge.row(articleId(1)).read).toBe(true));
    await waitFor(() => expect(screen.queryByRole('option', { name: /^Unread\. Article 1/ })).toBeNull());
    expect(titles()).toContain('Article 1');

    act(() => ui().setView({ kind: 'all' }));
    act(() => ui().setView({ kind: 'unread' }));
    await waitFor(() => expect(titles()).toEqual(['Article 2', 'Article 3', 'Article 4', 'Article 5']));
  });

  it('goes on to the next article when the open one is put into the trash, and Undo brings it back', async () => {
    const { user, bridge } = renderWithBridge(<ArticleList />, { articles: manyArticles(4) });
    await screen.findByText('Article 1');
    act(() => screen.getByRole('listbox').focus());
    await user.keyboard('j');
    await waitFor(() => expect(ui().activeId).toBe(articleId(2)));
    await user.keyboard('{Delete}');
    await waitFor(() => expect(titles()).toEqual(['Article 1', 'Article 3', 'Article 4']));
    await waitFor(() => expect(ui().activeId).toBe(articleId(3)));
    expect(ui().toast).toMatchObject({ message: 'Moved 1 article to Trash', undo: 'Move 1 Article to Trash' });
    await act(() => bridge.call('undo.undo', {}));
    await waitFor(() => expect(titles()).toContain('Article 2'));
    expect(cursorTitle()).toBe('Article 3');
  });

  it('stays on its article when others come in above it', async () => {
    const { user, bridge } = renderWithBridge(<ArticleList />, { articles: manyArticles(6) });
    await screen.findByText('Article 1');
    act(() => screen.getByRole('listbox').focus());
    await user.keyboard('jj');
    await waitFor(() => expect(ui().cursor).toMatchObject({ index: 2, id: articleId(3) }));
    const fresh = fakeArticle(0, { title: 'Article 99', savedAt: '2025-11-21T00:00:00.000Z' });
    bridge.articles.set(fresh.id, fresh);
    act(() => bridge.emit('articles', { type: 'articles', rows: [bridge.row(fresh.id)], added: [fresh.id], removed: [], more: false }));
    await screen.findByText('Article 99');
    await waitFor(() => expect(ui().cursor).toMatchObject({ index: 3, id: articleId(3) }));
  });

  it('patches a row by an event at once', async () => {
    const { bridge } = renderWithBridge(<ArticleList />, { articles: manyArticles(3) });
    await screen.findByText('Article 2');
    const article = bridge.articles.get(articleId(2));
    if (!article) throw new Error('no article');
    bridge.articles.set(article.id, { ...article, title: 'A better title' });
    act(() => bridge.emit('articles', { type: 'articles', rows: [bridge.row(article.id)], added: [], removed: [], more: false }));
    await screen.findByText('A better title');
  });

  it('takes a change back and says why when the core refuses it', async () => {
    const bridge = createFakeBridge({ articles: manyArticles(2) });
    const { user } = renderWithBridge(<ArticleList />, { bridge });
    await screen.findByText('Article 1');
    bridge.answer('articles.setFlags', () => {
      throw new Error('disk');
    });
    act(() => screen.getByRole('listbox').focus());
    await user.keyboard('s');
    await waitFor(() => expect(ui().toast?.tone).toBe('error'));
    await waitFor(() => expect(screen.queryByRole('img', { name: 'Starred' })).toBeNull());
  });

  it('offers the actions of a row in a menu, and works from the keyboard', async () => {
    const { user, bridge } = renderWithBridge(<ArticleList />, { articles: manyArticles(3) });
    await screen.findByText('Article 1');
    act(() => screen.getByRole('listbox').focus());
    await user.keyboard('{Shift>}{F10}{/Shift}');
    const menu = await screen.findByRole('menu', { name: /Actions for the article/ });
    expect(within(menu).getAllByRole('menuitem').length).toBeGreaterThan(6);
    await user.click(within(menu).getByRole('menuitem', { name: /^Star/ }));
    await waitFor(() => expect(bridge.row(articleId(1)).starred).toBe(true));
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('carries the selection when a selected row is dragged', async () => {
    renderWithBridge(<ArticleList />, { articles: manyArticles(4) });
    await screen.findByText('Article 1');
    act(() => ui().setSelection({ ids: new Set([articleId(1), articleId(3)]), anchor: 0 }));
    const data = new Map<string, string>();
    const dataTransfer = { setData: (type: string, value: string) => data.set(type, value), setDragImage: () => undefined };
    fireEvent.dragStart(rowOf('Article 3'), { dataTransfer });
    expect(JSON.parse([...data.values()][0] ?? '')).toEqual([articleId(1), articleId(3)]);
    fireEvent.dragStart(rowOf('Article 4'), { dataTransfer });
    expect(JSON.parse([...data.values()].at(-1) ?? '')).toEqual([articleId(4)]);
  });

  it('names the next step where a view is empty', async () => {
    renderWithBridge(<ArticleList />, { articles: [] });
    await screen.findByRole('button', { name: 'Add article…' });
    act(() => ui().setView({ kind: 'starred' }));
    await screen.findByText(/Press S on an article/);
    act(() => ui().setView({ kind: 'trash' }));
    await screen.findByText(/30 days/);
  });

  it('says why the list could not be shown and tries again', async () => {
    const bridge = createFakeBridge({ articles: manyArticles(1) });
    bridge.answer('articles.list', () => {
      throw new Error('gone');
    });
    const { user } = renderWithBridge(<ArticleList />, { bridge });
    await screen.findByText('The list could not be shown');
    bridge.answer('articles.list', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await list();
  });
});
