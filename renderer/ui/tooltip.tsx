import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import type { CommandId } from '../../electron/contract/commands.table.ts';
import { useKeyLabel } from '../commands/use-key-label.ts';
import { Kbd } from './kbd.tsx';
import css from './tooltip.module.css';

function CommandKeys({ command }: { command: CommandId }): ReactNode {
  const { keys } = useKeyLabel(command);
  return keys === null ? null : <Kbd keys={keys} />;
}

interface Props {
  text: string;
  /** The command the control runs: its key stands beside the text. */
  command?: CommandId | undefined;
  /** The control. */
  children: ReactNode;
}

/** Names a control on hover and focus. */
export function WithTooltip({ text, command, children }: Props): ReactNode {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className={css['tooltip'] ?? ''} offset={6}>
        <span>{text}</span>
        {command !== undefined && <CommandKeys command={command} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
