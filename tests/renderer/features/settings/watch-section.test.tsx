import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { isWholePath, WatchSection } from '../../../../renderer/features/settings/watch-section.tsx';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { createFakeBridge } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

beforeAll(() => stubBrowser());
const field = (): HTMLElement => screen.getByRole('textbox', { name: 'Folder on this computer' });

describe('the watched folder', () => {
  it('is off until a whole path is given', async () => {
    const { user, bridge } = renderWithBridge(<WatchSection />);
    expect(screen.getByRole('button', { name: 'Watch this folder' })).toHaveProperty('disabled', true);
    await user.type(field(), 'Inbox');
    expect(screen.getByText(/Give the whole path/)).toBeTruthy();
    await user.clear(field());
    await user.type(field(), '/home/ada/Inbox{Enter}');
    await waitFor(() =>
      expect(bridge.calls.find(({ method }) => method === 'settings.set')?.input).toEqual({ watchFolder: '/home/ada/Inbox' }),
    );
  });

  it('says what could not be saved and why, tries it again, and stops', async () => {
    const bridge = createFakeBridge({ settings: { watchFolder: '/inbox' } });
    const status = {
      folder: '/inbox',
      problem: null,
      saving: null,
      saved: 2,
      failures: [{ name: 'scan.pdf', message: '“scan.pdf” is locked with a password.', at: '2024-06-01T10:00:00.000Z' }],
    };
    bridge.answer('watch.status', () => status);
    const { user } = renderWithBridge(<WatchSection />, { bridge });
    expect(await screen.findByText('Watching. 2 files saved since Offprint was started.')).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Files that could not be saved' }).textContent).toBe('“scan.pdf” is locked with a password.');
    await user.click(screen.getByRole('button', { name: 'Try them again' }));
    expect(bridge.calls.some(({ method }) => method === 'watch.retry')).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Stop watching' }));
    await waitFor(() => expect(bridge.calls.find(({ method }) => method === 'settings.set')?.input).toEqual({ watchFolder: '' }));
  });

  it.each([
    ['/home/a', true],
    ['C:\\Users', true],
    ['\\\\server\\share', true],
    ['Inbox', false],
    ['~/Inbox', false],
  ])('%s is a whole path: %s', (path, whole) => {
    expect(isWholePath(path)).toBe(whole);
  });
});
