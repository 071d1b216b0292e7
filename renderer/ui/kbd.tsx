import type { ReactNode } from 'react';
import type { CommandId } from '../../electron/contract/commands.table.ts';
import { useBridge } from '../bridge/context.tsx';
import { useSettings } from '../bridge/queries.ts';
import { keyOf, keyParts } from './key-text.ts';
import css from './kbd.module.css';

/** A key of the command table (`Mod+Shift+n`) as this platform writes it. */
export function Kbd({ value }: { value: string }): ReactNode {
  const { platform } = useBridge();
  return <kbd className={css['key']}>{keyParts(value, platform).join(platform === 'darwin' ? '' : '+')}</kbd>;
}

/** The key of a command, or nothing where it has none that works. */
export function CommandKbd({ command }: { command: CommandId }): ReactNode {
  const { singleKeys } = useSettings();
  const key = keyOf(command, singleKeys);
  return key === null ? null : <Kbd value={key} />;
}
