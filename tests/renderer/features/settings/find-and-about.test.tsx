import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsDialog } from '../../../../renderer/features/settings/index.ts';
import { SETTINGS } from '../../../../renderer/features/settings/find/settings-index.ts';
import { findNamed } from '../../../../renderer/features/settings/find/mark.ts';
import type { SettingsTab } from '../../../../renderer/state/ui-store.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { createFakeBridge } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge, type Rendered } from '../../../helpers/render-with-bridge.tsx';

const LICENCES = [
  { name: 'react', version: '19.3.1', license: 'MIT', text: 'Permission is hereby granted' },
  { name: 'zod', version: '4.6.7', license: 'MIT', text: '' },
];

beforeAll(() => stubBrowser());
beforeEach(() => vi.stubGlobal('fetch', () => Promise.resolve({ ok: true, json: () => Promise.resolve(LICENCES) })));
afterEach(() => vi.unstubAllGlobals());

function open(tab: SettingsTab = 'appearance'): Rendered {
  const bridge = createFakeBridge();
  bridge.answer('app.about', () => ({ node: '24.1.0', electron: '45.4.1', format: 2 }));
  bridge.answer('app.diagnostics', ({ addresses }) => ({ text: `with addresses: ${addresses}` }));
  return renderWithBridge(<SettingsDialog />, { bridge, ui: { dialog: { kind: 'settings', tab } } });
}

describe('finding a setting', () => {
  it('goes to its page, marks it, and gives it the keyboard', async () => {
    const { user } = open();
    await user.type(screen.getByRole('textbox', { name: 'Find a setting' }), 'line heig');
    expect(screen.getByText('1 setting')).toBeDefined();
    await user.click(screen.getByRole('button', { name: /^Line height ?Reading$/ }));
    expect(screen.getByRole('tab', { name: 'Reading' }).getAttribute('aria-selected')).toBe('true');
    const marked = document.querySelector('[data-found]');
    expect(marked?.textContent).toContain('Line height');
    expect(marked?.contains(document.activeElement)).toBe(true);
  });

  it('looks in notes and choices too, takes the first with Enter, and is left with Escape', async () => {
    const { user } = open();
    const field = screen.getByRole('textbox', { name: 'Find a setting' });
    await user.type(field, 'sepia{Enter}');
    expect(document.querySelector('[data-found]')?.textContent).toContain('Theme');
    await user.type(screen.getByRole('textbox', { name: 'Find a setting' }), 'zzz');
    expect(screen.getByText('No setting has these words')).toBeDefined();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('tab', { name: 'Appearance' })).toBeDefined();
    expect(screen.getByRole('dialog', { name: 'Settings' })).toBeDefined();
  });

  it.each(['appearance', 'reading', 'keys', 'limits', 'library', 'about'] as const)('knows what really is on the page %s', async (tab) => {
    open(tab);
    const page = await screen.findByRole('tabpanel');
    for (const { label } of SETTINGS.filter((setting) => setting.tab === tab)) {
      const name = label.defaultMessage as string;
      await waitFor(() => expect(findNamed(page, name), name).not.toBeNull());
    }
    const listed = SETTINGS.map(({ label }) => label.defaultMessage as string);
    const headings = within(page)
      .queryAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent);
    if (tab === 'library' || tab === 'about') expect(headings.filter((heading) => !listed.includes(heading))).toEqual([]);
  });
});

describe('About', () => {
  it('tells the versions and the licences of all that is shipped', async () => {
    open('about');
    await screen.findByText('45.4.1');
    for (const line of ['0.1.0', '24.1.0', '2', '/home/reader/.local/share/offprint']) expect(screen.getByText(line)).toBeDefined();
    await screen.findByText('Permission is hereby granted');
    expect(screen.getByText(/2 parts made by others come with it/)).toBeDefined();
    expect(screen.getByText('This package brings no text; its licence is called MIT.')).toBeDefined();
  });

  it('says so where the licences cannot be read', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve({ ok: false, status: 404 }));
    open('about');
    await screen.findByText(/The licences could not be read/);
  });

  it('saves diagnostics with addresses only when that is ticked', async () => {
    const saved: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: (blob: Blob) => (saved.push(blob), 'blob:x'), revokeObjectURL: () => undefined }),
    );
    const { user, bridge } = open('about');
    await user.click(await screen.findByRole('button', { name: 'Save diagnostics…' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    await user.click(screen.getByRole('checkbox', { name: 'Also note addresses and file names of what fails' }));
    await waitFor(async () => expect((await bridge.call('settings.get', {})).logAddresses).toBe(true));
    await user.click(screen.getByRole('button', { name: 'Save diagnostics…' }));
    await waitFor(() => expect(saved).toHaveLength(2));
    expect(await Promise.all(saved.map((blob) => blob.text()))).toEqual(['with addresses: false', 'with addresses: true']);
  });
});
