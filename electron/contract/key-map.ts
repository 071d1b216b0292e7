import { COMMANDS, type Command, type CommandId } from './commands.table.ts';
import { PRESET_KEYS, type KeyPreset } from './key-presets.table.ts';
import { chordText, parseChord } from './keys.ts';

/** What of the settings says which keys the commands have. */
export interface KeySettings {
  readonly keyPreset: KeyPreset;
  /** The person's own keys by command id, instead of the preset's; an empty list takes the keys away. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
}

/** Keys of every command that has one, the one to show first. */
export type KeyMap = ReadonlyMap<CommandId, readonly string[]>;

/** One key that several commands would have. The first acts until the person decides. */
export interface KeyConflict {
  readonly key: string;
  readonly commands: readonly CommandId[];
}

const normal = (key: string): string => chordText(parseChord(key));
const commands: readonly (Command & { id: CommandId })[] = COMMANDS;

/** Keys of a preset: its own, and those of the table that it gives to no other command. */
export function presetKeys(preset: KeyPreset): KeyMap {
  const own = PRESET_KEYS[preset];
  const taken = new Set(Object.values(own).flat().map(normal));
  return new Map(commands.map(({ id, keys }) => [id, (own[id] ?? keys.filter((key) => !taken.has(normal(key)))).map(normal)]));
}

/** The keys that count now. What the settings file names and no command has is passed over. */
export function keyMapOf({ keyPreset, keys }: KeySettings): KeyMap {
  return new Map([...presetKeys(keyPreset)].map(([id, preset]) => [id, keys[id]?.map(normal) ?? preset]));
}

/** Keys that more than one command has. */
export function conflictsOf(map: KeyMap): KeyConflict[] {
  const owners = new Map<string, CommandId[]>();
  for (const [id, keys] of map) for (const key of new Set(keys)) owners.set(key, [...(owners.get(key) ?? []), id]);
  return [...owners].flatMap(([key, ids]) => (ids.length > 1 ? [{ key, commands: ids }] : []));
}

/** Who has a key, or null. */
export function ownerOf(map: KeyMap, key: string): CommandId | null {
  const wanted = normal(key);
  for (const [id, keys] of map) if (keys.includes(wanted)) return id;
  return null;
}

/** The person's keys after giving a command these. What is as the preset has it is not written down. */
export function withKeys({ keyPreset, keys }: KeySettings, id: CommandId, wanted: readonly string[]): Record<string, string[]> {
  const preset = presetKeys(keyPreset).get(id) ?? [];
  const unique = [...new Set(wanted.map(normal))];
  const others = Object.entries(keys).filter(([other]) => other !== id);
  const same = unique.length === preset.length && unique.every((key, at) => key === preset[at]);
  return Object.fromEntries([...others, ...(same ? [] : [[id, unique] as const])].map(([other, list]) => [other, [...list]]));
}

/** The person's keys after giving a key to a command, and taking it from whoever has it. */
export function withKeyGiven(settings: KeySettings, id: CommandId, key: string): Record<string, string[]> {
  const wanted = normal(key);
  let keys: Record<string, readonly string[]> = settings.keys;
  for (const [other, list] of keyMapOf(settings)) {
    const left = list.filter((one) => one !== wanted);
    if (other === id) keys = withKeys({ ...settings, keys }, id, [...left, wanted]);
    else if (left.length < list.length) keys = withKeys({ ...settings, keys }, other, left);
  }
  return Object.fromEntries(Object.entries(keys).map(([other, list]) => [other, [...list]]));
}
