import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import type { CommandId } from '../../electron/contract/commands.table.ts';
import { CommandKbd } from './kbd.tsx';
import css from './tooltip.module.css';

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
        {command !== undefined && <CommandKbd command={command} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
