import { screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { PlacesSection } from '../../../../renderer/features/settings/places-section.tsx';
import { stubBrowser } from '../../../helpers/browser-stubs.ts';
import { createFakeBridge } from '../../../helpers/fake-bridge.ts';
import { renderWithBridge } from '../../../helpers/render-with-bridge.tsx';

beforeAll(() => stubBrowser());

it('moves the library to a typed folder and offers to delete the old one', async () => {
  const bridge = createFakeBridge();
  let moved = false;
  bridge.answer('libraries.list', () => ({ libraries: [], removable: moved ? ['/old'] : [], canChoose: false }));
  bridge.answer('libraries.move', () => {
    moved = true;
    return { from: '/old', files: 3, bytes: 10 };
  });
  bridge.answer('libraries.removeOld', () => {
    moved = false;
    return {};
  });
  const { user } = renderWithBridge(<PlacesSection />, { bridge });
  await user.click(screen.getByRole('button', { name: 'Move…' }));
  const field = screen.getByRole('textbox', { name: /Move the library to this folder/ });
  await user.type(field, 'disk');
  expect(screen.getByText(/Give the whole path/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Move the library' })).toHaveProperty('disabled', true);
  await user.clear(field);
  await user.type(field, '/media/disk/News{Enter}');
  expect(await screen.findByText('The library is in /media/disk/News now. 3 files were copied and compared.')).toBeTruthy();
  expect(bridge.calls.find(({ method }) => method === 'libraries.move')?.input).toEqual({ path: '/media/disk/News' });
  await user.click(await screen.findByRole('button', { name: 'Delete the old folder…' }));
  expect(bridge.calls.some(({ method }) => method === 'libraries.removeOld')).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Delete for good' }));
  expect(await screen.findByText('The old folder /old is deleted.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('group', { name: 'The old folder' })).toBeNull());
});

it('lists the libraries, switches, and says why one cannot be opened', async () => {
  const bridge = createFakeBridge();
  bridge.answer('libraries.list', () => ({
    libraries: [
      { name: 'News', path: '/news', open: true, found: true },
      { name: 'Work', path: '/work-news', open: false, found: true },
      { name: 'Disk', path: '/disk', open: false, found: false },
    ],
    removable: [],
    canChoose: false,
  }));
  bridge.answer('libraries.open', () => {
    throw new Error('That library is in use.');
  });
  const { user } = renderWithBridge(<PlacesSection />, { bridge });
  expect(await screen.findByRole('list', { name: 'Your libraries' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Switch to Disk' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Switch to Work' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).not.toBe(''));
  expect(bridge.calls.find(({ method }) => method === 'libraries.open')?.input).toEqual({ path: '/work-news' });
  expect(screen.getByRole('button', { name: 'Forget Disk' })).toBeTruthy();
});
