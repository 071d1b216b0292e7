import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { indexGroups } from '../../../../renderer/features/article-list/use-groups.ts';
import { ArticleList } from '../../../../renderer/features/article-list/index.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

beforeAll(() => stubBrowser());

describe('groups of a list', () => {
  it('know which rows are in them', () => {
    const groups = indexGroups('day', [
      { key: 'a', count: 3 },
      { key: 'b', count: 1 },
      { key: 'c', count: 2 },
    ]);
    expect([0, 1, 2, 3, 4, 5].map((index) => groups.at(index)?.key)).toEqual(['a', 'a', 'a', 'b', 'c', 'c']);
    expect([0, 1, 2, 3, 4, 5].filter(groups.startsAt)).toEqual([0, 3, 4]);
    expect(indexGroups('day', []).at(0)).toBeNull();
  });

  it('are shown as groups of options with their names, and remembered for the view', async () => {
    const { user, bridge } = renderWithBridge(<ArticleList />);
    const list = await screen.findByRole('listbox');
    await within(list).findAllByRole('option');
    await user.click(screen.getByRole('button', { name: 'How the list is shown' }));
    await user.click(screen.getAllByRole('menuitemradio', { name: 'Source' }).at(-1) as HTMLElement);
    await waitFor(async () => expect((await bridge.call('settings.get', {})).listLooks['all']?.group ?? 'none').not.toBe('none'));
    await act(async () => undefined);
    const groups = await within(list).findAllByRole('group');
    expect(groups[0]?.getAttribute('aria-label')).toBeTruthy();
    expect(within(groups[0] as HTMLElement).getAllByRole('option').length).toBeGreaterThan(0);
    const asked = bridge.calls.filter(({ method }) => method === 'articles.list').at(-1)?.input;
    expect(asked).toMatchObject({ sort: { by: 'source', descending: false } });
  });
});
