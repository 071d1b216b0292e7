import { COMMANDS, type Command, type CommandId } from '../../electron/contract/commands.table.ts';
import { keyMapOf, type KeyMap } from '../../electron/contract/key-map.ts';
import { isSingleKey, parseChord, type Chord } from '../../electron/contract/keys.ts';
import { SETTINGS_DEFAULTS } from '../../electron/contract/settings-defaults.ts';
import type { Platform } from '../bridge/types.ts';
import { matches, type KeyLike } from './keys.ts';
import { hasHandler, runCommand } from './registry.ts';
import { placeOf, type Place } from './where.ts';

export interface KeyContext {
  readonly platform: Platform;
  readonly singleKeys: boolean;
  /** The keys of the commands; left out: those of the command table. */
  readonly keys?: KeyMap;
  /** A dialog is open: only it hears keys. */
  readonly dialogOpen: boolean;
}

interface Binding {
  readonly command: Command & { id: CommandId };
  readonly chord: Chord;
}

const TABLE_KEYS = keyMapOf(SETTINGS_DEFAULTS);
const bound = new WeakMap<KeyMap, readonly Binding[]>();

/** Keys and what they mean, in the table's order: the first that fits acts. */
function bindingsOf(map: KeyMap): readonly Binding[] {
  const known = bound.get(map);
  if (known) return known;
  const bindings = COMMANDS.flatMap((command) => (map.get(command.id) ?? []).map((key) => ({ command, chord: parseChord(key) })));
  bound.set(map, bindings);
  return bindings;
}

/** Keys with Mod that mean something to a text field itself. */
const EDITING = new Set(['z', 'a', 'Backspace', 'Delete', 'c', 'v', 'x', 'y']);
/** Keys a control or the sidebar's tree uses itself. */
const OWN_KEYS = new Set(['Enter', ' ', 'Delete', 'Backspace']);

function allowed({ command, chord }: Binding, place: Place, context: KeyContext): boolean {
  if (context.dialogOpen || place === 'overlay') return false;
  if (isSingleKey(chord) && !context.singleKeys && chord.key !== ' ') return false;
  switch (place) {
    case 'text-field':
      return chord.mod ? !EDITING.has(chord.key) : /^F\d+$/.test(chord.key);
    case 'control':
      return chord.mod || !OWN_KEYS.has(chord.key);
    case 'sidebar':
      // The tree has its own Enter, Space and Delete; a stray Delete there must never reach an article.
      return command.scope === 'anywhere' || !OWN_KEYS.has(chord.key);
    case 'elsewhere':
      return true;
  }
}

/** The command a key means here, or null. Pure: tests walk the whole table with it. */
export function commandFor(event: KeyLike, context: KeyContext, place: Place = placeOf(event.target)): CommandId | null {
  if (event.isComposing || event.defaultPrevented) return null;
  const found = bindingsOf(context.keys ?? TABLE_KEYS).find(
    (binding) => matches(binding.chord, event, context.platform) && allowed(binding, place, context) && hasHandler(binding.command.id),
  );
  return found?.command.id ?? null;
}

let context: () => KeyContext = () => ({ platform: 'linux', singleKeys: true, dialogOpen: false });

/** The shell says where the dispatcher reads platform, settings and dialogs from. */
export function setKeyContext(read: () => KeyContext): void {
  context = read;
}

/**
 * Runs the command of a key, if it means one here, and then prevents the browser's own action. The window calls it for its own keys;
 * the reader calls it for keys pressed inside the article's frame. Returns whether a command ran.
 */
export function dispatchKey(event: KeyLike): boolean {
  const id = commandFor(event, context());
  if (id === null || !runCommand(id)) return false;
  event.preventDefault();
  return true;
}
