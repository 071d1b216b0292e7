import type { BrowserWindow } from 'electron';
import type { MainWindow } from './window.ts';
import { openArticleWindow } from './window.ts';

export interface ArticleWindows {
  /** Shows an article in a window of its own, or brings the one it has to the front. */
  open(id: string): void;
  readonly all: readonly BrowserWindow[];
}

/** The windows that show one article each. When one is closed the main window has the keyboard again. */
export function createArticleWindows(main: () => MainWindow | null): ArticleWindows {
  const open = new Map<string, BrowserWindow>();
  return {
    open(id) {
      const there = open.get(id);
      if (there) {
        if (there.isMinimized()) there.restore();
        there.focus();
        return;
      }
      const window = openArticleWindow(id, main()?.theme() ?? 'system', main()?.window ?? null);
      open.set(id, window);
      window.on('closed', () => {
        open.delete(id);
        main()?.window.focus();
      });
    },
    get all() {
      return [...open.values()];
    },
  };
}
