import { app, Menu } from 'electron';
import { keyMapOf, type KeySettings } from '../contract/key-map.ts';
import { currentWords } from './language.ts';
import { menuTemplate, type MenuActions } from './menu-template.ts';

/** Puts up the application menu, and again whenever the person changed a key or the language. */
export function createMenu(actions: MenuActions): { follow(settings: KeySettings): void } {
  let shown = '';
  return {
    follow: ({ keyPreset, keys }) => {
      const words = currentWords();
      const wanted = JSON.stringify({ keyPreset, keys, language: words.language });
      if (wanted === shown) return;
      shown = wanted;
      const template = menuTemplate(process.platform, app.isPackaged, actions, keyMapOf({ keyPreset, keys }), words);
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    },
  };
}
