import type { MenuItemConstructorOptions } from 'electron';
import { COMMANDS, type Command, type CommandId, type CommandMenu } from '../contract/commands.table.ts';
import type { KeyMap } from '../contract/key-map.ts';
import { menuText as text } from './messages.ts';
import { accelerator, titleCase, withAccessKeys } from './menu-words.ts';
import type { Message, Words } from './words.ts';

export interface MenuActions {
  /** A command of the table was chosen. */
  run(id: CommandId): void;
  openFiles(): void;
}

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;
const SEPARATOR: Item = { type: 'separator' };

/** The application menu: the command table's places, and around them what each platform expects. */
export function menuTemplate(platform: NodeJS.Platform, packaged: boolean, actions: MenuActions, keys: KeyMap, words: Words): Item[] {
  const mac = platform === 'darwin';
  const say: Say = (message) => {
    const label = words.say(message);
    // Only English writes menus in title case; other languages keep their own spelling.
    return mac && words.language === 'en' ? titleCase(label) : label;
  };
  const role = (name: Role, message: Message): Item => ({ role: name, label: say(message) });
  const commands = (menu: CommandMenu): Item[] =>
    COMMANDS.filter((command: Command) => command.menu === menu).map((command) =>
      commandItem(command, actions, keys.get(command.id) ?? [], say),
    );
  const open: Item = { id: 'desktop.open', label: say(text.openFile), accelerator: 'CmdOrCtrl+O', click: actions.openFiles };
  const [add, ...restOfFile] = commands('file');
  const file = [...(add ? [add] : []), open, SEPARATOR, ...restOfFile, SEPARATOR];
  const edit = commands('edit');
  // The Mac's own full screen has its own key; elsewhere F11 is the command's.
  const developer = packaged ? [] : [role('toggleDevTools', text.developerTools)];
  const own = [...developer, ...(mac ? [role('togglefullscreen', text.fullScreen)] : [])];
  const view = [...commands('view'), ...(own.length > 0 ? [SEPARATOR, ...own] : [])];
  const settings = commands('app');
  const quit = role('quit', text.quit);
  const clipboard = [role('cut', text.cut), role('copy', text.copy), role('paste', text.paste), role('selectAll', text.selectAll)];

  const menus: Item[] = [
    ...(mac ? [{ label: 'Offprint', submenu: appMenu(settings, role) }] : []),
    { label: say(text.file), submenu: mac ? [...file, role('close', text.close)] : [...file, ...settings, SEPARATOR, quit] },
    { label: say(text.edit), submenu: [...edit.slice(0, 2), SEPARATOR, ...clipboard, SEPARATOR, ...edit.slice(2)] },
    { label: say(text.view), submenu: view },
    { label: say(text.article), submenu: commands('article') },
    { label: say(text.go), submenu: commands('go') },
    ...(mac ? [{ ...role('window', text.window), submenu: windowMenu(role) }] : []),
    { label: say(text.help), role: 'help', submenu: commands('help') },
  ];
  return mac ? menus : named(menus);
}

type Say = (message: Message) => string;
type MakeRole = (name: Role, message: Message) => Item;

function commandItem(command: Command & { id: CommandId }, actions: MenuActions, keys: readonly string[], say: Say): Item {
  // macOS takes a menu's keys even from a text field, where these two delete text.
  const shown = keys
    .filter((key) => !/(?:Backspace|Delete)$/.test(key))
    .map(accelerator)
    .find((key) => key !== null);
  return {
    id: command.id,
    label: say({ id: `command.${command.id}`, defaultMessage: command.label }),
    click: () => actions.run(command.id),
    // Shown only: the window has the whole key map, and knows when a key belongs to a text field.
    ...(shown === undefined ? {} : { accelerator: shown, registerAccelerator: false }),
  };
}

function appMenu(settings: Item[], role: MakeRole): Item[] {
  return [
    role('about', text.about),
    SEPARATOR,
    ...settings,
    SEPARATOR,
    role('services', text.services),
    SEPARATOR,
    role('hide', text.hide),
    role('hideOthers', text.hideOthers),
    role('unhide', text.showAll),
    SEPARATOR,
    role('quit', text.quit),
  ];
}

const windowMenu = (role: MakeRole): Item[] => [
  role('minimize', text.minimize),
  role('zoom', text.zoom),
  SEPARATOR,
  role('front', text.front),
];

const submenuOf = (item: Item): Item[] | null => (Array.isArray(item.submenu) ? item.submenu : null);

/** Access keys on every level. */
function named(items: Item[]): Item[] {
  const labels = withAccessKeys(items.flatMap((item) => (item.label === undefined ? [] : [item.label])));
  return items.map((item) => {
    const submenu = submenuOf(item);
    const label = item.label === undefined ? undefined : labels.shift();
    return { ...item, ...(label === undefined ? {} : { label }), ...(submenu === null ? {} : { submenu: named(submenu) }) };
  });
}
