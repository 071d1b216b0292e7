import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { Sidebar } from '../../../../renderer/features/sidebar/index.ts';
import { NewCollectionDialog } from '../../../../renderer/features/sidebar/new-collection-dialog.tsx';
import { ARTICLES_TYPE } from '../../../../renderer/state/drag.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { articleId, COLLECTION, TAG } from '../../../helpers/fake-articles.ts';
import { refusal } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

const ui = useUiStore.getState;
const item = (name: string): HTMLElement => {
  const found = screen.getByText(name, { exact: true }).closest<HTMLElement>('[role=treeitem]');
  if (!found) throw new Error(`no item ${name}`);
  return found;
};
const names = (bridge: { sidebar: () => { collections: { path: string }[] } }): string[] =>
  bridge.sidebar().collections.map(({ path }) => path);

/** A drop as a browser makes it: the types are readable while dragging, the data only at the end. */
function drop(onto: HTMLElement, type: string, value: string): void {
  for (const kind of ['dragOver', 'drop'] as const) {
    const event = createEvent[kind](onto);
    Object.defineProperty(event, 'dataTransfer', {
      value: { types: [type], getData: () => (kind === 'drop' ? value : ''), dropEffect: 'none' },
    });
    fireEvent(onto, event);
  }
}

beforeAll(() => stubBrowser());

describe('the sidebar', () => {
  it('shows views, collections and tags with their counts, and follows events', async () => {
    const { bridge } = renderWithBridge(<Sidebar />);
    await screen.findByRole('tree', { name: 'Library' });
    expect(item('All').textContent).toMatch(/7 articles/);
    expect(item('Science').getAttribute('aria-level')).toBe('2');
    expect(item('climate').textContent).toMatch(/1 article$/);
    const sidebar = bridge.sidebar();
    act(() => bridge.emit('sidebar', { type: 'sidebar', sidebar: { ...sidebar, counts: { ...sidebar.counts, all: 12 } } }));
    await waitFor(() => expect(item('All').textContent).toMatch(/12 articles/));
  });

  it('is one tab stop, moved by arrows, which also show what they reach', async () => {
    const { user } = renderWithBridge(<Sidebar />);
    await screen.findByRole('tree');
    expect(screen.getAllByRole('treeitem').filter((one) => one.tabIndex === 0)).toHaveLength(1);
    act(() => item('All').focus());
    await user.keyboard('{ArrowDown}');
    expect(ui().view).toEqual({ kind: 'unread' });
    expect(document.activeElement).toBe(item('Unread'));
    await user.keyboard('{End}');
    expect(ui().view).toEqual({ kind: 'tag', id: TAG.longRead.id });
    await user.keyboard('{Home}{ArrowUp}');
    expect(ui().view).toEqual({ kind: 'all' });
  });

  it('closes and opens with Left and Right, and remembers it', async () => {
    const { user, bridge } = renderWithBridge(<Sidebar />);
    await screen.findByRole('tree');
    await act(() => bridge.call('collections.create', { name: 'Iğdır', parentId: COLLECTION.turkey.id }));
    await screen.findByText('Iğdır');
    act(() => item('Turkey').focus());
    await user.keyboard('{ArrowLeft}');
    await waitFor(() => expect(screen.queryByText('Iğdır')).toBeNull());
    expect(item('Turkey').getAttribute('aria-expanded')).toBe('false');
    expect((await bridge.call('settings.get', {})).closedCollections).toEqual([COLLECTION.turkey.id]);
    await user.keyboard('{ArrowRight}');
    await screen.findByText('Iğdır');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toBe(item('Iğdır'));
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(item('Turkey'));
  });

  it('renames in place: Enter takes over, Escape does not, a refused name stays to be mended', async () => {
    const { user, bridge } = renderWithBridge(<Sidebar />);
    await screen.findByRole('tree');
    act(() => item('Science').focus());
    await user.keyboard('{F2}');
    await user.keyboard('Nature{Escape}');
    expect(names(bridge)).toContain('Science');
    expect(document.activeElement).toBe(item('Science'));

    bridge.answer('collections.rename', () => {
      throw refusal('name-taken', 'There is a collection named “Turkey” here already. Choose another name.');
    });
    await user.keyboard('{F2}');
    await user.keyboard('Turkey{Enter}');
    await waitFor(() => expect(ui().toast?.message).toMatch(/already/));
    expect(screen.getByRole('textbox', { name: 'New name for Science' })).toHaveProperty('value', 'Turkey');

    bridge.answer('collections.rename', null);
    await user.keyboard(' and more{Enter}');
    await waitFor(() => expect(names(bridge)).toContain('Turkey and more'));
    await waitFor(() => expect(document.activeElement).toBe(item('Turkey and more')));
  });

  it('moves a collection with Alt and arrows', async () => {
    const { user, bridge } = renderWithBridge(<Sidebar />);
    await screen.findByRole('tree');
    act(() => item('Turkey').focus());
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() => expect(names(bridge)).toContain('Science / Turkey'));
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    await waitFor(() => expect(names(bridge)).toContain('Turkey'));
  });

  it('deletes without asking, keeps the articles, and offers Undo', async () => {
    const { user, bridge } = renderWithBridge(<Sidebar />);
    await screen.findByRole('tree');
    await user.click(item('Science'));
    await user.keyboard('{Delete}');
    await waitFor(() => expect(names(bridge)).toEqual(['Turkey']));
    expect(ui().toast).toMatchObject({
      message: 'Deleted the collection Science. Its articles stay in the library.',
      undo: 'Delete Collection',
    });
    expect(ui().view).toEqual({ kind: 'all' });
    expect(bridge.sidebar().counts.all).toBe(7);
  });

  it('has every action of a collection in its menu', async () => {
    const { user, bridge } = renderWithBridge(<Sidebar />);
    await screen.findByRole('tree');
    act(() => item('Turkey').focus());
    await user.keyboard('{Shift>}{F10}{/Shift}');
    const menu = await screen.findByRole('menu', { name: 'Actions for Turkey' });
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map((one) => one.textContent),
    ).toEqual(['New collection inside…', 'Rename', 'Edit description and look…', 'Move up', 'Move into Science', 'Delete']);
    await user.click(within(menu).getByRole('menuitem', { name: 'Move into Science' }));
    await waitFor(() => expect(names(bridge)).toContain('Science / Turkey'));
  });

  it('puts dropped articles into a collection or under a tag', async () => {
    const { bridge } = renderWithBridge(<Sidebar />);
    await screen.findByRole('tree');
    drop(item('Turkey'), ARTICLES_TYPE, JSON.stringify([articleId(1), articleId(5)]));
    await waitFor(() => expect(bridge.row(articleId(5)).collections.map(({ path }) => path)).toEqual(['Turkey']));
    expect(ui().toast?.message).toBe('Put 2 articles into Turkey');
    drop(item('climate'), ARTICLES_TYPE, JSON.stringify([articleId(3)]));
    await waitFor(() => expect(bridge.row(articleId(3)).tags.map(({ name }) => name)).toEqual(['climate']));
  });

  it('ignores what is no article', async () => {
    const { bridge } = renderWithBridge(<Sidebar />);
    await screen.findByRole('tree');
    drop(item('Turkey'), ARTICLES_TYPE, 'not json');
    drop(item('Unread'), ARTICLES_TYPE, JSON.stringify([articleId(1)]));
    expect(bridge.calls.some(({ method }) => method === 'articles.collect')).toBe(false);
  });

  it('makes a collection by name, and says under the field why a name will not do', async () => {
    const { user, bridge } = renderWithBridge(
      <>
        <Sidebar />
        <NewCollectionDialog />
      </>,
    );
    await screen.findByRole('tree');
    await user.click(screen.getByRole('button', { name: 'New collection' }));
    const dialog = await screen.findByRole('dialog', { name: 'New collection' });
    const create = within(dialog).getByRole('button', { name: 'Create' });
    expect(create).toHaveProperty('disabled', true);
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Science{Enter}');
    await within(dialog).findByText(/already/);
    await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), ' fiction{Enter}');
    await waitFor(() => expect(names(bridge)).toContain('Science fiction'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(ui().view.kind).toBe('collection');
  });
});

describe('a folder of feeds', () => {
  const feed = (id: string, title: string, folder: string) => ({ id, title, folder, count: 2, unread: 1 });
  async function withFolders() {
    const rendered = renderWithBridge(<Sidebar />);
    await screen.findByRole('tree');
    const feeds = [feed('f000000001', 'Harbour', 'News / Coast'), feed('f000000002', 'Wire', 'News'), feed('f000000003', 'Looms', 'Craft')];
    act(() => rendered.bridge.emit('sidebar', { type: 'sidebar', sidebar: { ...rendered.bridge.sidebar(), feeds } }));
    await screen.findByText('Craft');
    rendered.bridge.answer('feeds.moveFolder', () => ({ changed: 1, undo: 'Move folder' }));
    const moves = (): unknown[] => rendered.bridge.calls.filter(({ method }) => method === 'feeds.moveFolder').map(({ input }) => input);
    return { ...rendered, moves };
  }

  it('moves as a whole from its menu: into another folder, or to the top, never into itself', async () => {
    const { user, moves } = await withFolders();
    fireEvent.contextMenu(item('News'));
    const menu = await screen.findByRole('menu');
    expect(within(menu).queryByRole('menuitem', { name: 'Move to News / Coast' })).toBeNull();
    expect(within(menu).queryByRole('menuitem', { name: 'Move out of folders' })).toBeNull();
    await user.click(within(menu).getByRole('menuitem', { name: 'Move to Craft' }));
    await waitFor(() => expect(moves()).toEqual([{ from: 'News', to: 'Craft / News' }]));
    fireEvent.contextMenu(item('Coast'));
    await user.click(await screen.findByRole('menuitem', { name: 'Move out of folders' }));
    await waitFor(() => expect(moves()).toHaveLength(2));
    expect(moves()[1]).toEqual({ from: 'News / Coast', to: 'Coast' });
  });

  it('is dragged onto another folder', async () => {
    const { moves } = await withFolders();
    const drag = (from: string, onto: string): void => {
      const start = createEvent.dragStart(item(from));
      const data = new Map<string, string>();
      const transfer = { setData: (type: string, value: string) => data.set(type, value), effectAllowed: 'none' };
      Object.defineProperty(start, 'dataTransfer', { value: transfer });
      fireEvent(item(from), start);
      for (const kind of ['dragOver', 'drop'] as const) {
        const event = createEvent[kind](item(onto));
        const value = { types: [...data.keys()], getData: (type: string) => data.get(type) ?? '', dropEffect: 'none' };
        Object.defineProperty(event, 'dataTransfer', { value });
        fireEvent(item(onto), event);
      }
    };
    drag('News', 'Coast');
    drag('Coast', 'Craft');
    await waitFor(() => expect(moves()).toEqual([{ from: 'News / Coast', to: 'Craft / Coast' }]));
  });
});
