import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyTheme, resolveTheme, useTheme } from '../../../renderer/styles/theme.ts';

afterEach(() => vi.unstubAllGlobals());

describe('the theme', () => {
  it('is the one that is set; "system" is light or dark', () => {
    expect(resolveTheme('sepia', true)).toBe('sepia');
    expect(resolveTheme('system', true)).toBe('dark');
    expect(resolveTheme('system', false)).toBe('light');
  });

  it('stands on the root element', () => {
    applyTheme('black');
    expect(document.documentElement.dataset['theme']).toBe('black');
  });

  it('follows the system while that is what is set', () => {
    let listener = (): void => undefined;
    const query = {
      matches: false,
      addEventListener: (_: string, change: () => void) => (listener = change),
      removeEventListener: () => undefined,
    };
    vi.stubGlobal('matchMedia', () => query);
    const { rerender } = renderHook(({ setting }: { setting: 'system' | 'sepia' }) => useTheme(setting), {
      initialProps: { setting: 'system' },
    });
    expect(document.documentElement.dataset['theme']).toBe('light');
    query.matches = true;
    act(() => listener());
    expect(document.documentElement.dataset['theme']).toBe('dark');
    rerender({ setting: 'sepia' });
    expect(document.documentElement.dataset['theme']).toBe('sepia');
  });
});
