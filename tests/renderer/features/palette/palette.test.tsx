import { act, screen, waitFor } from '@testing-library/react';
import { createIntl } from 'react-intl';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerCommands } from '../../../../renderer/commands/registry.ts';
import { commandEntries } from '../../../../renderer/features/palette/entries.ts';
import { Palette } from '../../../../renderer/features/palette/index.ts';
import { fit, ranked } from '../../../../renderer/features/palette/rank.ts';
import { useUiStore } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { COLLECTION } from '../../../helpers/fake-articles.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

const ui = useUiStore.getState;
beforeAll(() => stubBrowser());

describe('ranking', () => {
  it.each([
    ['Mark read or unread', 'mark', 0],
    ['Mark read or unread', 'unread mark', 1],
    ['News / Turkey', 'turk', 1],
    ['Türkiye', 'turkiye', 0],
    ['Settings', 'ting', 2],
    ['Settings', 'x', null],
    ['Settings', '', 0],
  ])('%j for %j is %j', (name, typed, expected) => expect(fit(name, typed)).toBe(expected));

  it('puts what was chosen last first among equals', () => {
    const entries = ['apple', 'apricot', 'pear'].map((name) => ({ key: name, name }));
    expect(ranked(entries, 'ap', ['apricot'], 9).map(({ name }) => name)).toEqual(['apricot', 'apple']);
    expect(ranked(entries, '', [], 2)).toHaveLength(2);
  });

  it('does not find Undo by the name of what it would undo', () => {
    const entries = [{ key: 'undo', name: 'Undo: Create collection “Harbours”', found: 'Undo' }];
    expect(ranked(entries, 'harbours', [], 9)).toEqual([]);
    expect(ranked(entries, 'und', [], 9)).toEqual(entries);
  });
});

describe('its commands', () => {
  const intl = createIntl({ locale: 'en' });
  const named = (undo: { undo: string | null; redo: string | null }): (string | undefined)[] =>
    commandEntries(undo, intl)
      .filter(({ command }) => command === 'edit.undo' || command === 'edit.redo')
      .map(({ name }) => name);

  it('take back and do again only what there is', () => {
    const stop = registerCommands({ 'edit.undo': () => undefined, 'edit.redo': () => undefined });
    expect(named({ undo: null, redo: null })).toEqual([]);
    expect(named({ undo: 'Star 2 articles', redo: null })).toEqual(['Undo: Star 2 articles']);
    expect(named({ undo: null, redo: 'Star 2 articles' })).toEqual(['Redo: Star 2 articles']);
    stop();
  });
});

describe('the palette', () => {
  it('goes to a collection with the keyboard alone, and remembers it', async () => {
    const { user, bridge } = renderWithBridge(<Palette />);
    act(() => ui().openDialog({ kind: 'palette' }));
    const field = await screen.findByRole('combobox');
    expect(document.activeElement).toBe(field);
    await user.keyboard('turkey');
    const option = await screen.findByRole('option', { name: 'Turkey' });
    expect(field.getAttribute('aria-activedescendant')).toBe(option.id);
    await user.keyboard('{Enter}');
    expect(ui().view).toEqual({ kind: 'collection', id: COLLECTION.turkey.id });
    expect(ui().dialog).toBeNull();
    await waitFor(async () => expect((await bridge.call('settings.get', {})).paletteRecent).toEqual([COLLECTION.turkey.id]));
  });

  it('runs a command, and shows its key', async () => {
    let ran = 0;
    const stop = registerCommands({ 'app.settings': () => void (ran += 1) });
    const { user } = renderWithBridge(<Palette />);
    act(() => ui().openDialog({ kind: 'palette' }));
    await screen.findByRole('combobox');
    await user.keyboard('settin');
    expect((await screen.findByRole('option', { name: /Settings/ })).textContent).toContain('Ctrl+,');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(ran).toBe(1));
    stop();
  });

  it('finds articles, and opens one', async () => {
    const { user, bridge } = renderWithBridge(<Palette />);
    const [article] = [...bridge.articles.values()];
    act(() => ui().openDialog({ kind: 'palette' }));
    await screen.findByRole('combobox');
    await user.keyboard((article?.title ?? '').split(' ').slice(0, 3).join(' '));
    await user.click(await screen.findByRole('option', { name: new RegExp((article?.title ?? '').slice(0, 8)) }));
    expect(ui().activeId).toBe(article?.id);
  });

  it('says when nothing fits', async () => {
    const { user } = renderWithBridge(<Palette />);
    act(() => ui().openDialog({ kind: 'palette' }));
    await screen.findByRole('combobox');
    await user.keyboard('qqqqqq');
    expect((await screen.findAllByText('Nothing fits')).length).toBeGreaterThan(0);
  });
});
