import type { CommandId } from '../../electron/contract/commands.table.ts';
import { useBridge } from '../bridge/context.tsx';
import { useSettings } from '../bridge/queries.ts';
import { ariaKeys, formatKeys, isSingleKey, parseChord } from './keys.ts';
import { commandOf } from './registry.ts';

/** For a tooltip and its button: the command's label, its first key as people read it, and the same for `aria-keyshortcuts`. */
export function useKeyLabel(id: CommandId): { label: string; keys: string | null; aria: string | undefined } {
  const { platform } = useBridge();
  const { singleKeys } = useSettings();
  const { label, keys } = commandOf(id);
  const usable = keys.filter((key) => singleKeys || !isSingleKey(parseChord(key)));
  const first = usable[0];
  return {
    label,
    keys: first === undefined ? null : formatKeys(first, platform),
    aria: usable.length > 0 ? ariaKeys(usable, platform) : undefined,
  };
}
