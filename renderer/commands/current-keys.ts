import { keyMapOf, type KeyMap, type KeySettings } from '../../electron/contract/key-map.ts';

let last: { settings: KeySettings; map: KeyMap } | null = null;

/** The keys that count under these settings. Asked for with every key and every tooltip, so the last answer is kept. */
export function currentKeys(settings: KeySettings): KeyMap {
  if (last?.settings.keys !== settings.keys || last.settings.keyPreset !== settings.keyPreset) last = { settings, map: keyMapOf(settings) };
  return last.map;
}
