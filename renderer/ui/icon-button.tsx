import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import type { CommandId } from '../../electron/contract/commands.table.ts';
import { cx } from './cx.ts';
import css from './icon-button.module.css';
import { WithTooltip } from './tooltip.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label' | 'aria-pressed'> {
  /** What it does, in words: its name and its tooltip. */
  label: string;
  icon: ReactNode;
  /** The command it runs: its first key stands in the tooltip. */
  command?: CommandId;
  /** Set for an on/off button. The label then names the state it changes ("Starred"). */
  pressed?: boolean;
  size?: 'sm' | 'md';
  className?: string | undefined;
}

/** A button that is only a picture: always named, always with a tooltip. */
export function IconButton({ label, icon, command, pressed, size = 'md', className, ...props }: IconButtonProps): ReactNode {
  return (
    <WithTooltip text={label} command={command}>
      <AriaButton
        {...props}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={cx(css['button'], css[size], pressed === true && css['pressed'], className)}
      >
        {icon}
      </AriaButton>
    </WithTooltip>
  );
}
