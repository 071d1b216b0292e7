import { act, screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Rule } from '../../../../electron/contract/entities.ts';
import { RulesDialog, WhyDialog } from '../../../../renderer/features/rules/index.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { articleId } from '../../../helpers/fake-articles.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

const ui = useUiStore.getState;
const actions = { tags: [], collections: [], read: false, archive: false, star: false, later: false, mute: false };
const rule = (n: number, name: string): Rule => ({
  id: `r00000000${n}`,
  name,
  condition: { query: 'sea', minWords: null, maxWords: null },
  actions,
  enabled: true,
  until: null,
  order: n,
  ran: n === 1 ? 12 : 0,
});
beforeAll(() => stubBrowser());

describe('the rules', () => {
  it('are listed in their order with how often they ran, switched and moved', async () => {
    const { user, bridge } = renderWithBridge(<RulesDialog />);
    bridge.answer('rules.list', () => ({ rules: [rule(1, 'Harbours'), rule(2, 'Ships')] }));
    bridge.answer('rules.update', () => ({ changed: 1, undo: 'Switch off' }));
    bridge.answer('rules.move', () => ({ changed: 1, undo: 'Move' }));
    act(() => ui().openDialog({ kind: 'rules' }));
    await screen.findByText('ran 12 times');
    await user.click(screen.getByRole('checkbox', { name: 'Harbours: on' }));
    await waitFor(() => expect(bridge.calls.at(-2)).toMatchObject({ method: 'rules.update', input: { id: 'r000000001', enabled: false } }));
    await user.click(screen.getByRole('button', { name: 'Move Ships up' }));
    await waitFor(() =>
      expect(bridge.calls.find(({ method }) => method === 'rules.move')?.input).toEqual({ id: 'r000000002', before: 'r000000001' }),
    );
  });

  it('are tried on the library while they are written, and are off until said otherwise', async () => {
    const { user, bridge } = renderWithBridge(<RulesDialog />);
    bridge.answer('rules.list', () => ({ rules: [] }));
    bridge.answer('rules.tryOut', () => ({ total: 7, rows: [bridge.row(articleId(1))], problems: [] }));
    bridge.answer('rules.create', () => ({ id: 'r000000009', undo: 'Create rule' }));
    act(() => ui().openDialog({ kind: 'rules' }));
    await user.click(await screen.findByRole('button', { name: 'New rule' }));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Sea');
    await user.type(screen.getByRole('textbox', { name: 'For articles that fit' }), 'harbour');
    await screen.findByText('It fits 7 articles that are there, for example:');
    await screen.findByText(bridge.row(articleId(1)).title);
    await user.click(screen.getByRole('checkbox', { name: 'Star' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(bridge.calls.find(({ method }) => method === 'rules.create')?.input).toEqual({
        name: 'Sea',
        condition: { query: 'harbour', minWords: null, maxWords: null },
        actions: { ...actions, star: true },
        enabled: false,
        until: null,
      }),
    );
  });
});

describe('why an article is here', () => {
  it('is told by the rules that met it', async () => {
    const { bridge } = renderWithBridge(<WhyDialog />);
    const detail = await bridge.call('articles.get', { id: articleId(1) });
    bridge.answer('articles.get', () => ({
      ...detail,
      why: [{ id: 'r000000001', name: 'Harbours', at: '2025-11-20T09:00:00.000Z', did: ['tag', 'archive'], tags: ['sea'] }],
    }));
    act(() => ui().openDialog({ kind: 'why', id: articleId(1) }));
    await screen.findByText('The rule “Harbours” fitted it: tagged sea and archived.');
  });
});
