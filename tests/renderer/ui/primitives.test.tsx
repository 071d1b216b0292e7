import { screen, waitFor } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useState, type ReactNode } from 'react';
import { COMMANDS } from '../../../electron/contract/commands.table.ts';
import { ConfirmDialog } from '../../../renderer/ui/confirm-dialog.tsx';
import { IconButton } from '../../../renderer/ui/icon-button.tsx';
import { keyOf, keyParts } from '../../../renderer/ui/key-text.ts';
import { completions, findName, foldName } from '../../../renderer/ui/name-completion.ts';
import { NamePicker } from '../../../renderer/ui/name-picker.tsx';
import { ToastRegion } from '../../../renderer/ui/toast-region.tsx';
import { stubBrowser } from '../../helpers/browser-stubs.ts';
import { renderWithBridge } from '../../helpers/render-with-bridge.tsx';

beforeAll(() => stubBrowser());

describe('keys for people', () => {
  it('are written as the platform writes them', () => {
    expect(keyParts('Mod+Shift+n', 'darwin')).toEqual(['⌘', '⇧', 'N']);
    expect(keyParts('Mod+Shift+n', 'win32')).toEqual(['Ctrl', 'Shift', 'N']);
    expect(keyParts('Mod++', 'linux')).toEqual(['Ctrl', '+']);
    expect(keyParts(' ', 'linux')).toEqual(['Space']);
    expect(keyParts('Shift+ ', 'linux')).toEqual(['Shift', 'Space']);
  });

  it('leave out single keys where those are switched off', () => {
    expect(keyOf('article.toggleStar', { singleKeys: true, keyPreset: 'offprint', keys: {} })).toBe('s');
    expect(keyOf('article.toggleStar', { singleKeys: false, keyPreset: 'offprint', keys: {} })).toBeNull();
    expect(keyOf('library.add', { singleKeys: false, keyPreset: 'offprint', keys: {} })).toBe('Mod+n');
  });

  it('exist for every command of the table', () => {
    for (const { keys } of COMMANDS) for (const key of keys) expect(keyParts(key, 'linux').join('')).not.toBe('');
  });
});

describe('an icon button', () => {
  it('has a name, says whether it is on, and shows its key on focus', async () => {
    const { user } = renderWithBridge(<IconButton label="Star" icon={<svg />} command="article.toggleStar" pressed />);
    const button = screen.getByRole('button', { name: 'Star' });
    expect(button.getAttribute('aria-pressed')).toBe('true');
    await user.tab();
    expect((await screen.findByRole('tooltip')).textContent).toBe('StarS');
  });
});

describe('a question about what cannot be undone', () => {
  it('has the focus on Cancel, and Escape cancels', async () => {
    const onConfirm = vi.fn();
    const onCancel = vi.fn();
    const { user } = renderWithBridge(
      <ConfirmDialog isOpen title="Delete 3 articles for good?" confirmLabel="Delete" onConfirm={onConfirm} onCancel={onCancel}>
        They cannot be brought back.
      </ConfirmDialog>,
    );
    expect(screen.getByRole('alertdialog', { name: 'Delete 3 articles for good?' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' })));
    await user.keyboard('{Escape}');
    expect([onConfirm.mock.calls.length, onCancel.mock.calls.length]).toEqual([0, 1]);
  });

  it.each([
    ['win32', ['Delete', 'Cancel']],
    ['darwin', ['Cancel', 'Delete']],
    ['linux', ['Cancel', 'Delete']],
  ] as const)('orders its buttons as %s does', (platform, order) => {
    renderWithBridge(
      <ConfirmDialog isOpen title="Sure?" confirmLabel="Delete" onConfirm={() => undefined} onCancel={() => undefined}>
        x
      </ConfirmDialog>,
      { platform },
    );
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(order);
  });
});

describe('names with completion', () => {
  it('are found from their beginning, then from a word, then from within', () => {
    const names = ['Deep sea', 'Sea', 'Overseas', 'Türkiye'];
    expect(completions(names, [], 'sea')).toEqual(['Sea', 'Deep sea', 'Overseas']);
    expect(completions(names, ['SEA'], 'sea')).toEqual(['Deep sea', 'Overseas']);
    expect(completions(names, [], 'turk')).toEqual(['Türkiye']);
    expect(foldName('İĞDIR')).toBe('igdir');
    expect(foldName('Azərbaycan')).toBe('azerbaycan');
    expect(findName(['Climate'], ' climate ')).toBe('Climate');
  });

  function Picker(): ReactNode {
    const [names, setNames] = useState<string[]>(['one']);
    return (
      <>
        <NamePicker label="Tags" names={names} suggestions={['climate', 'long read']} onChange={setNames} />
        <output>{names.join('|')}</output>
      </>
    );
  }
  const value = (): string | null => screen.getByRole('status').textContent;

  it('are chosen with the arrows, made with Enter or a comma, and taken away with Backspace', async () => {
    const { user } = renderWithBridge(<Picker />);
    const field = screen.getByRole('combobox', { name: 'Tags' });
    await user.type(field, 'lo');
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(value()).toBe('one|long read'));
    expect(field).toHaveProperty('value', '');
    await user.type(field, 'Climate{Enter}');
    expect(value()).toBe('one|long read|climate');
    await user.type(field, 'two,');
    expect(value()).toBe('one|long read|climate|two');
    await user.type(field, '{Backspace}{Backspace}');
    expect(value()).toBe('one|long read');
  });

  it('keep what was typed when the focus leaves', async () => {
    const { user } = renderWithBridge(<Picker />);
    await user.type(screen.getByRole('combobox', { name: 'Tags' }), 'unfinished');
    await user.tab();
    expect(value()).toBe('one|unfinished');
  });
});

describe('messages at the foot of the window', () => {
  it('go by themselves, but not while the pointer is on them, and errors stay', () => {
    vi.useFakeTimers();
    try {
      const onDismiss = vi.fn();
      renderWithBridge(
        <ToastRegion
          toasts={[
            { id: 1, tone: 'info', message: 'Moved 3 articles to Trash', action: 'Undo' },
            { id: 2, tone: 'error', message: 'The library cannot be written.', action: null },
          ]}
          onAction={() => undefined}
          onDismiss={onDismiss}
        />,
      );
      vi.advanceTimersByTime(60_000);
      expect(onDismiss.mock.calls).toEqual([[1]]);
    } finally {
      vi.useRealTimers();
    }
  });
});
