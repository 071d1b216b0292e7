import type { ReactNode } from 'react';
import { Dialog, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { cx } from './cx.ts';
import css from './popover.module.css';

export interface PopoverProps extends Omit<AriaPopoverProps, 'className' | 'style' | 'children'> {
  /** Names the popover's dialog. */
  label: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A small panel at its trigger (inside a `DialogTrigger`, or with `triggerRef` and `isOpen`). */
export function Popover({ label, className, children, ...props }: PopoverProps): ReactNode {
  return (
    <AriaPopover offset={6} {...props} className={cx(css['popover'], className)}>
      <Dialog aria-label={label} className={css['dialog'] ?? ''}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
