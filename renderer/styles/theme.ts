import { useEffect, useState } from 'react';
import type { Settings } from '../../electron/contract/settings.ts';

export type ThemeSetting = Settings['theme'];
/** What the token sheet knows: "system" is resolved before it gets there. */
export type Theme = Exclude<ThemeSetting, 'system'>;

const DARK = '(prefers-color-scheme: dark)';

/** The theme to show for a setting. `prefersDark` is what the system asks for now. */
export function resolveTheme(setting: ThemeSetting, prefersDark: boolean): Theme {
  if (setting !== 'system') return setting;
  return prefersDark ? 'dark' : 'light';
}

function prefersDark(): boolean {
  return typeof matchMedia === 'function' && matchMedia(DARK).matches;
}

/** Sets `data-theme` on the root element, at once; call it before the first paint. */
export function applyTheme(setting: ThemeSetting, root: HTMLElement = document.documentElement): Theme {
  const theme = resolveTheme(setting, prefersDark());
  root.dataset['theme'] = theme;
  return theme;
}

/** Keeps the root element on the theme of a setting and follows the system while that is what is set. Returns what is shown. */
export function useTheme(setting: ThemeSetting): Theme {
  const [dark, setDark] = useState(prefersDark);
  const theme = resolveTheme(setting, dark);
  useEffect(() => {
    if (typeof matchMedia !== 'function') return undefined;
    const query = matchMedia(DARK);
    const onChange = (): void => setDark(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return theme;
}
