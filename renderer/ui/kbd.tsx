import type { ReactNode } from 'react';
import type { CommandId } from '../../electron/contract/commands.table.ts';
import { useBridge } from '../bridge/context.tsx';
import { useSettings } from '../bridge/queries.ts';
import { ariaKeys, keyName, keyOf, workingKeys } from './key-text.ts';
import css from './kbd.module.css';

/** A key of the command table (`Mod+Shift+n`) as this platform writes it. */
export function Kbd({ value }: { value: string }): ReactNode {
  const { platform } = useBridge();
  return <kbd className={css['key']}>{keyName(value, platform)}</kbd>;
}

/** The key of a command, or nothing where it has none that works. */
export function CommandKbd({ command }: { command: CommandId }): ReactNode {
  const key = keyOf(command, useSettings());
  return key === null ? null : <Kbd value={key} />;
}

/** The key of a command for a sentence that names it; `none` where it has none, for the sentence's `select`. */
export function useKeyName(command: CommandId): string {
  const { platform } = useBridge();
  const key = keyOf(command, useSettings());
  return key === null ? 'none' : keyName(key, platform);
}

/** The keys of a command for `aria-keyshortcuts`; undefined where it has none that works. */
export function useAriaKeys(command: CommandId): string | undefined {
  const { platform } = useBridge();
  const settings = useSettings();
  return ariaKeys(workingKeys(command, settings), platform);
}
