import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type Command, type CommandId, type CommandMenu } from '../contract/commands.table.ts';
import type { KeyMap } from '../contract/key-map.ts';
import { accelerator, titleCase, withAccessKeys } from './menu-words.ts';

export interface MenuActions {
  /** A command of the table was chosen. */
  run(id: CommandId): void;
  openFiles(): void;
}

type Item = MenuItemConstructorOptions;
const SEPARATOR: Item = { type: 'separator' };
const role = (name: NonNullable<Item['role']>): Item => ({ role: name });

/** The application menu: the command table's places, and around them what each platform expects. */
export function menuTemplate(platform: NodeJS.Platform, packaged: boolean, actions: MenuActions, keys: KeyMap): Item[] {
  const mac = platform === 'darwin';
  const commands = (menu: CommandMenu): Item[] =>
    COMMANDS.filter((command: Command) => command.menu === menu).map((command) =>
      commandItem(command, actions, keys.get(command.id) ?? []),
    );
  const open: Item = { id: 'desktop.open', label: 'Open file…', accelerator: 'CmdOrCtrl+O', click: actions.openFiles };
  const [add, ...restOfFile] = commands('file');
  const file = [...(add ? [add] : []), open, SEPARATOR, ...restOfFile, SEPARATOR];
  const edit = commands('edit');
  // The Mac's own full screen has its own key; elsewhere F11 is the command's.
  const own = [...(packaged ? [] : [role('toggleDevTools')]), ...(mac ? [role('togglefullscreen')] : [])];
  const view = [...commands('view'), ...(own.length > 0 ? [SEPARATOR, ...own] : [])];
  const settings = commands('app');

  const menus: Item[] = [
    ...(mac ? [{ label: 'Offprint', submenu: appMenu(settings) }] : []),
    { label: 'File', submenu: mac ? [...file, role('close')] : [...file, ...settings, SEPARATOR, role('quit')] },
    {
      label: 'Edit',
      submenu: [...edit.slice(0, 2), SEPARATOR, role('cut'), role('copy'), role('paste'), role('selectAll'), SEPARATOR, ...edit.slice(2)],
    },
    { label: 'View', submenu: view },
    { label: 'Article', submenu: commands('article') },
    { label: 'Go', submenu: commands('go') },
    ...(mac ? [role('windowMenu')] : []),
    { label: 'Help', role: 'help', submenu: commands('help') },
  ];
  return mac ? menus.map(withTitleCase) : named(menus);
}

function commandItem(command: Command & { id: CommandId }, actions: MenuActions, keys: readonly string[]): Item {
  // macOS takes a menu's keys even from a text field, where these two delete text.
  const shown = keys
    .filter((key) => !/(?:Backspace|Delete)$/.test(key))
    .map(accelerator)
    .find((key) => key !== null);
  return {
    id: command.id,
    label: command.label,
    click: () => actions.run(command.id),
    // Shown only: the window has the whole key map, and knows when a key belongs to a text field.
    ...(shown === undefined ? {} : { accelerator: shown, registerAccelerator: false }),
  };
}

function appMenu(settings: Item[]): Item[] {
  return [
    role('about'),
    SEPARATOR,
    ...settings,
    SEPARATOR,
    role('services'),
    SEPARATOR,
    role('hide'),
    role('hideOthers'),
    role('unhide'),
    SEPARATOR,
    role('quit'),
  ];
}

const submenuOf = (item: Item): Item[] | null => (Array.isArray(item.submenu) ? item.submenu : null);

function withTitleCase(item: Item): Item {
  const submenu = submenuOf(item);
  return {
    ...item,
    ...(item.label === undefined ? {} : { label: titleCase(item.label) }),
    ...(submenu === null ? {} : { submenu: submenu.map(withTitleCase) }),
  };
}

/** Access keys on every level. Items with a role bring their own label. */
function named(items: Item[]): Item[] {
  const labels = withAccessKeys(items.flatMap((item) => (item.label === undefined ? [] : [item.label])));
  return items.map((item) => {
    const submenu = submenuOf(item);
    const label = item.label === undefined ? undefined : labels.shift();
    return { ...item, ...(label === undefined ? {} : { label }), ...(submenu === null ? {} : { submenu: named(submenu) }) };
  });
}
