import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { SettingsDialog, ShortcutSheet } from '../../../../renderer/features/settings/index.ts';
import { reservedAs } from '../../../../renderer/features/settings/shortcuts/reserved.ts';
import { parseChord } from '../../../../electron/contract/keys.ts';
import type { Settings } from '../../../../electron/contract/settings.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { renderWithBridge, type Rendered } from '../../../helpers/render-with-bridge.tsx';

beforeAll(() => stubBrowser());

const open = (settings: Partial<Settings> = {}): Rendered =>
  renderWithBridge(<SettingsDialog />, { settings, ui: { dialog: { kind: 'settings', tab: 'keys' } } });

const stored = async ({ bridge }: Rendered): Promise<Settings> => bridge.call('settings.get', {});
const rowOf = (name: string): HTMLElement => screen.getByRole('listitem', { name });
const keysIn = (name: string): string[] => [...rowOf(name).querySelectorAll('kbd')].map((key) => key.textContent);

describe('the page of shortcuts', () => {
  it('gives a command another key, and puts the old ones back', async () => {
    const window = open();
    await waitFor(() => expect(keysIn('Star or unstar')).toEqual(['S']));
    await window.user.click(screen.getByRole('button', { name: 'Add a key for “Star or unstar”' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /New key for “Star or unstar”/ }));
    await window.user.keyboard('{Control>}{Shift>}y{/Shift}{/Control}');
    await waitFor(() => expect(keysIn('Star or unstar')).toEqual(['S', 'Ctrl+Shift+Y']));
    expect((await stored(window)).keys).toEqual({ 'article.toggleStar': ['s', 'Mod+Shift+y'] });
    expect(screen.getByText('Ctrl+Shift+Y now means “Star or unstar”.')).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add a key for “Star or unstar”' })));

    await window.user.click(screen.getByRole('button', { name: 'Put back the keys of “Star or unstar”' }));
    await waitFor(() => expect(keysIn('Star or unstar')).toEqual(['S']));
    expect((await stored(window)).keys).toEqual({});
  });

  it('takes a key away', async () => {
    const window = open();
    await window.user.click(await screen.findByRole('button', { name: 'Take S away from “Star or unstar”' }));
    await waitFor(() => expect(within(rowOf('Star or unstar')).getByText('No key')).toBeDefined());
    expect((await stored(window)).keys).toEqual({ 'article.toggleStar': [] });
  });

  it('names who has a key, and gives it only when told to', async () => {
    const window = open();
    await window.user.click(await screen.findByRole('button', { name: 'Add a key for “Tags”' }));
    await window.user.keyboard('s');
    expect(screen.getByText('S means “Star or unstar” now. Give it to “Tags” instead?')).toBeDefined();
    await window.user.click(screen.getByRole('button', { name: 'Leave it' }));
    expect((await stored(window)).keys).toEqual({});
    await window.user.click(screen.getByRole('button', { name: 'Add a key for “Tags”' }));
    await window.user.keyboard('s');
    await window.user.click(screen.getByRole('button', { name: 'Give it to “Tags”' }));
    await waitFor(() => expect(keysIn('Tags')).toEqual(['T', 'S']));
    expect(keysIn('Star or unstar')).toEqual([]);
  });

  it('says why a key cannot be one, and waits for another', async () => {
    const window = open();
    await window.user.click(await screen.findByRole('button', { name: 'Add a key for “Tags”' }));
    await window.user.keyboard('{ArrowDown}');
    expect(screen.getByRole('alert').textContent).toContain('↓ moves between and inside controls everywhere');
    await window.user.keyboard('{Control>}c{/Control}');
    expect(screen.getByRole('alert').textContent).toContain('Ctrl+C cuts, copies or pastes text');
    await window.user.keyboard('t');
    expect(screen.getByRole('alert').textContent).toBe('T already means “Tags”.');
    await window.user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: /New key/ })).toBeNull();
    expect(screen.getByRole('dialog', { name: 'Settings' })).toBeDefined();
    expect((await stored(window)).keys).toEqual({});
  });

  it('lists keys that a settings file gave twice, and settles them', async () => {
    const window = open({ keys: { 'article.tag': ['s'] } });
    const conflicts = await screen.findByRole('region', { name: 'One key has more than one meaning' });
    expect(within(conflicts).getByText(/S means “Star or unstar” and “Tags”/)).toBeDefined();
    await window.user.click(within(conflicts).getByRole('button', { name: 'Tags' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: /more than one meaning/ })).toBeNull());
    expect(keysIn('Tags')).toEqual(['S']);
  });

  it('starts from another preset, shows its keys everywhere, and asks before it forgets the person’s own', async () => {
    const window = open({ keys: { 'article.tag': ['y'] } });
    await window.user.click(await screen.findByRole('radio', { name: 'Like Gmail' }));
    await waitFor(() => expect(keysIn('Move to Trash')).toEqual(['#', 'Delete', 'Ctrl+Backspace']));
    expect(keysIn('Tags')).toEqual(['Y']);
    await window.user.click(screen.getByRole('button', { name: 'Put all keys back' }));
    expect(screen.getByText(/Put back the keys of the command that you changed/)).toBeDefined();
    expect(document.activeElement?.textContent).toBe('Cancel');
    await window.user.click(screen.getByRole('button', { name: 'Put back' }));
    await waitFor(() => expect(keysIn('Tags')).toEqual(['L']));
    expect(await stored(window)).toMatchObject({ keyPreset: 'gmail', keys: {} });
  });

  it('finds commands by their words and by their key', async () => {
    const window = open();
    await window.user.type(await screen.findByRole('textbox', { name: 'Find a command or a key' }), 'ctrl+k');
    expect(screen.getAllByRole('listitem').map((row) => row.getAttribute('aria-label'))).toEqual(['Go to anything']);
    await window.user.clear(screen.getByRole('textbox', { name: 'Find a command or a key' }));
    await window.user.type(screen.getByRole('textbox', { name: 'Find a command or a key' }), 'unread art');
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    await window.user.type(screen.getByRole('textbox', { name: 'Find a command or a key' }), 'zzz');
    expect(screen.getByText('No command and no key is called “unread artzzz”.')).toBeDefined();
  });

  it('is followed by the sheet of shortcuts', async () => {
    renderWithBridge(<ShortcutSheet />, {
      settings: { keyPreset: 'gmail', keys: { 'article.toggleStar': ['Mod+y'], 'article.edit': [] } },
      ui: { dialog: { kind: 'shortcuts' } },
    });
    const keyOf = (name: string): string | undefined => screen.queryByText(name)?.nextElementSibling?.textContent;
    await waitFor(() => expect(keyOf('Star or unstar')).toBe('Ctrl+Y'));
    expect([keyOf('Tags'), keyOf('Edit details')]).toEqual(['L', undefined]);
  });
});

describe('keys that cannot be shortcuts', () => {
  it('are those that move, edit text, or belong to the system', () => {
    const as = (key: string, platform: 'linux' | 'darwin' = 'linux') => reservedAs(parseChord(key), platform);
    expect(['Tab', 'Shift+Tab', 'ArrowUp', 'Home', 'Mod+Tab'].map((key) => as(key))).toEqual(Array(5).fill('moves'));
    expect(['Mod+c', 'Mod+x', 'Mod+v'].map((key) => as(key))).toEqual(Array(3).fill('text'));
    expect(['Mod+q', 'Mod+w', 'Mod+o', 'Alt+f', 'Alt+F4'].map((key) => as(key))).toEqual(Array(5).fill('system'));
    expect([as('Alt+f', 'darwin'), as('Mod+h', 'darwin'), as('Mod+h')]).toEqual([null, 'system', null]);
    expect(['j', 'Shift+J', 'Mod+ArrowUp', 'Alt+ArrowLeft', 'F7', 'Mod+Shift+c', 'Enter', ' '].map((key) => as(key))).toEqual(
      Array(8).fill(null),
    );
  });
});
