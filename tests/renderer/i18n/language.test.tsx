import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createIntl, useIntl } from 'react-intl';
import type { Language } from '../../../electron/contract/languages.ts';
import { SettingsDialog } from '../../../renderer/features/settings/index.ts';
import { compareIn } from '../../../renderer/i18n/collator.ts';
import { loadCatalogue } from '../../../renderer/i18n/catalogues.ts';
import { commandLabel } from '../../../renderer/i18n/command-words.ts';
import { stubBrowser } from '../../helpers/browser-stubs.ts';
import { createFakeBridge } from '../../helpers/fake-bridge.ts';
import { renderWithBridge } from '../../helpers/render-with-bridge.tsx';

beforeAll(() => stubBrowser());
afterEach(() => vi.restoreAllMocks());

const page = document.documentElement;

function Sample(): string {
  const intl = useIntl();
  return `${intl.formatDate('2026-03-01T12:00:00Z', { month: 'long', day: 'numeric' })} · ${intl.formatNumber(1234.5)}`;
}

describe('the language', () => {
  it('changes in the settings, at once and everywhere', async () => {
    const { user, bridge } = renderWithBridge(
      <>
        <SettingsDialog />
        <p data-testid="sample">
          <Sample />
        </p>
      </>,
      { ui: { dialog: { kind: 'settings' } } },
    );
    await user.click(await screen.findByRole('button', { name: /Language/ }));
    expect((await screen.findAllByRole('option')).map((one) => one.textContent)).toEqual([
      'As this computer: English',
      'English',
      'Azərbaycanca',
      'Deutsch',
      'Español',
      'Français',
      'Türkçe',
      'Русский',
      'العربية',
      '简体中文',
      '日本語',
    ]);
    await user.click(screen.getByRole('option', { name: 'Deutsch' }));
    expect(await screen.findByRole('dialog', { name: 'Einstellungen' })).toBeTruthy();
    expect(screen.getByTestId('sample').textContent).toBe('1. März · 1.234,5');
    expect(page.lang).toBe('de');
    expect((await bridge.call('settings.get', {})).language).toBe('de');
  });

  it('turns the window round for Arabic, and back', async () => {
    const bridge = createFakeBridge({ settings: { language: 'ar' } });
    renderWithBridge(<SettingsDialog />, { bridge, ui: { dialog: { kind: 'settings' } } });
    expect(await screen.findByRole('dialog', { name: 'الإعدادات' })).toBeTruthy();
    expect(page.dir).toBe('rtl');
    const settings = await bridge.call('settings.set', { language: 'en' });
    act(() => bridge.emit('settings', { type: 'settings', settings }));
    expect(await screen.findByRole('dialog', { name: 'Settings' })).toBeTruthy();
    expect([page.dir, page.lang]).toEqual(['ltr', 'en-US']);
  });

  it('is the computer’s until one is chosen, and follows it', async () => {
    const preferred = vi.spyOn(navigator, 'languages', 'get').mockImplementation(() => ['ru-RU', 'en']);
    // A new list each time it is asked for, as in some browsers.
    expect(navigator.languages).not.toBe(navigator.languages);
    renderWithBridge(<SettingsDialog />, { ui: { dialog: { kind: 'settings' } } });
    expect(await screen.findByRole('dialog', { name: 'Настройки' })).toBeTruthy();
    expect(page.lang).toBe('ru-RU');
    preferred.mockReturnValue(Object.freeze(['tr']));
    act(() => void dispatchEvent(new Event('languagechange')));
    await waitFor(() => expect(screen.getByRole('dialog', { name: 'Ayarlar' })).toBeTruthy());
  });

  it('says in English what its catalogue does not have', async () => {
    const intl = createIntl({ locale: 'ja', defaultLocale: 'ja', messages: {} });
    expect(commandLabel(intl, 'app.settings')).toBe('Settings…');
    await expect(loadCatalogue('en')).resolves.toEqual({});
  });
});

async function archived(language: Language, count: number): Promise<string> {
  const messages = { ...(await loadCatalogue(language)) };
  return createIntl({ locale: language, defaultLocale: language, messages }).formatMessage({ id: 'done.archived' }, { count });
}

describe('numbers of things', () => {
  it('have the forms of Russian', async () => {
    for (const [count, form] of [
      [1, ': 1 статья'],
      [3, ': 3 статьи'],
      [5, ': 5 статей'],
      [21, ': 21 статья'],
      [1.5, ': 1,5 статьи'],
    ] as const) {
      expect(await archived('ru', count)).toContain(form);
    }
  });

  it('have the forms of Arabic', async () => {
    const forms = await Promise.all([0, 1, 2, 3, 11, 100].map((count) => archived('ar', count)));
    // Nothing, one, two, a few; from eleven on the noun is written as for nothing.
    expect(new Set(forms.map((form) => form.replace(/[\d٠-٩]+/g, '#'))).size).toBe(4);
    expect(forms[2]).toContain('مقالتان');
    expect(forms[3]).toContain('مقالات');
  });
});

describe('names', () => {
  it('are sorted as their readers sort them, numbers by their value', () => {
    expect(['çay', 'dal', 'cam'].sort(compareIn('tr'))).toEqual(['cam', 'çay', 'dal']);
    expect(['ız', 'iz', 'hız'].sort(compareIn('tr'))).toEqual(['hız', 'ız', 'iz']);
    expect(['Part 10', 'Part 2'].sort(compareIn('en'))).toEqual(['Part 2', 'Part 10']);
  });
});
