import { app, Menu } from 'electron';
import { menuTemplate, type MenuActions } from './menu-template.ts';

/** Puts up the application menu. */
export function setMenu(actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged, actions)));
}
