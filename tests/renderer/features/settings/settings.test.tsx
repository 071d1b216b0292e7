import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../../../../electron/contract/commands.table.ts';
import { useSettings } from '../../../../renderer/bridge/queries.ts';
import { parseLimit } from '../../../../renderer/features/settings/limits-tab.tsx';
import { SettingsDialog, ShortcutSheet } from '../../../../renderer/features/settings/index.ts';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { createFakeBridge, refusal } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

function Shown(): string {
  return useSettings().theme;
}

/** The host's side of an import: pieces wait until the test answers. */
interface Piece {
  address: string;
  bytes: number;
  answer: (result: unknown) => void;
}

function stubImport(): Piece[] {
  const pieces: Piece[] = [];
  vi.stubGlobal('fetch', (address: string, { body }: { body: ArrayBuffer }) => {
    return new Promise((resolve) => {
      pieces.push({ address, bytes: body.byteLength, answer: (result) => resolve({ json: () => Promise.resolve(result) }) });
    });
  });
  return pieces;
}

beforeAll(() => stubBrowser());

describe('settings', () => {
  it('change at once and go back when the core refuses', async () => {
    const bridge = createFakeBridge({ settings: { theme: 'light' } });
    const { user } = renderWithBridge(
      <>
        <SettingsDialog />
        <p data-testid="theme">
          <Shown />
        </p>
      </>,
      { bridge, ui: { dialog: { kind: 'settings' } } },
    );
    const theme = (): string | null => screen.getByTestId('theme').textContent;
    await waitFor(() => expect(theme()).toBe('light'));
    await user.click(screen.getByRole('radio', { name: 'Sepia' }));
    await waitFor(() => expect(theme()).toBe('sepia'));
    expect((await bridge.call('settings.get', {})).theme).toBe('sepia');

    bridge.answer('settings.set', () => {
      throw refusal('library-read-only', 'The library cannot be written.');
    });
    await user.click(screen.getByRole('radio', { name: 'Black' }));
    await waitFor(() => expect(theme()).toBe('sepia'));
  });

  it('follow a change made elsewhere', async () => {
    const { bridge } = renderWithBridge(
      <p data-testid="theme">
        <Shown />
      </p>,
    );
    await waitFor(() => expect(screen.getByTestId('theme').textContent).toBe('system'));
    await act(() => bridge.call('settings.set', { theme: 'dark' }));
    await waitFor(() => expect(screen.getByTestId('theme').textContent).toBe('dark'));
  });

  it('take a limit only in range and say the range otherwise', async () => {
    const { user, bridge } = renderWithBridge(<SettingsDialog />, { ui: { dialog: { kind: 'settings', tab: 'limits' } } });
    const field = await screen.findByRole('textbox', { name: 'Largest page (MB)' });
    await user.clear(field);
    await user.type(field, '900');
    await screen.findByText('Whole megabytes from 1 to 500.');
    await user.clear(field);
    await user.type(field, '35');
    await waitFor(async () => expect((await bridge.call('settings.get', {})).maxPageMb).toBe(35));
    expect(['', 'x', '0', '-3', '1.5', '501', ' 500 ', '1'].map((text) => parseLimit(text, 500))).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
      500,
      1,
    ]);
  });

  it('switch single keys off', async () => {
    const { user, bridge } = renderWithBridge(<SettingsDialog />, { ui: { dialog: { kind: 'settings', tab: 'keys' } } });
    await user.click(await screen.findByRole('checkbox', { name: 'Single-key shortcuts' }));
    await waitFor(async () => expect((await bridge.call('settings.get', {})).singleKeys).toBe(false));
  });

  it('show every command with a key in the shortcut sheet', () => {
    renderWithBridge(<ShortcutSheet />, { ui: { dialog: { kind: 'shortcuts' } } });
    const sheet = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const { label, keys } of COMMANDS) {
      if (keys.length > 0) expect(within(sheet).getAllByText(label.replace(/…$/, '')).length, label).toBeGreaterThan(0);
    }
  });
});

describe('the library in settings', () => {
  const open = { ui: { dialog: { kind: 'settings' as const, tab: 'library' as const } } };

  it('says where it is and lets it out as one file', async () => {
    renderWithBridge(<SettingsDialog />, open);
    await screen.findByText('/home/reader/.local/share/offprint');
    const link = screen.getByRole('link', { name: 'Download the archive' });
    expect(link.getAttribute('href')).toBe('/export/library.zip');
    expect(link.hasAttribute('download')).toBe(true);
  });

  it('asks before an archive takes its place, and says what became of the old one', async () => {
    const pieces = stubImport();
    const { user } = renderWithBridge(<SettingsDialog />, open);
    const file = new File(['zip'], 'mine.zip', { type: 'application/zip' });
    await screen.findByRole('button', { name: 'Choose an archive…' });
    const chooser = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!chooser) throw new Error('no chooser');
    await user.upload(chooser, file);
    await screen.findByText(/Make “mine\.zip” the library\? .*kept beside it/);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(pieces).toEqual([]);

    await user.upload(chooser, file);
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(pieces).toHaveLength(1));
    expect(pieces[0]).toMatchObject({ address: expect.stringMatching(/^\/import\?upload=.*&at=0&last$/) as string, bytes: 3 });
    await screen.findByText('Checking and opening it…');
    pieces[0]?.answer({ ok: true, value: { articles: 12, keptAt: '/data/offprint-2025' } });
    await screen.findByText('Imported 12 articles. The library you had is kept at /data/offprint-2025.');

    await user.upload(chooser, file);
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(pieces).toHaveLength(2));
    const message = 'That file is no library of Offprint.';
    pieces[1]?.answer({ ok: false, error: { code: 'archive-invalid', message, details: {}, retryable: false } });
    await screen.findByText(message);
  });
});
