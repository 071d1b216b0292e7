import { app, Menu } from 'electron';
import { keyMapOf, type KeySettings } from '../contract/key-map.ts';
import { menuTemplate, type MenuActions } from './menu-template.ts';

/** Puts up the application menu, and again whenever the person changed a key. */
export function createMenu(actions: MenuActions): { follow(settings: KeySettings): void } {
  let shown = '';
  return {
    follow: ({ keyPreset, keys }) => {
      const wanted = JSON.stringify({ keyPreset, keys });
      if (wanted === shown) return;
      shown = wanted;
      const template = menuTemplate(process.platform, app.isPackaged, actions, keyMapOf({ keyPreset, keys }));
      Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    },
  };
}
