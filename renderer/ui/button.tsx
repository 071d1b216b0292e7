import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import css from './button.module.css';
import { cx } from './cx.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** `primary` once in a dialog or empty state; `danger` for what cannot be undone; `quiet` inside text and toolbars. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'sm' | 'md';
  icon?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

export function Button({ variant = 'secondary', size = 'md', icon, className, children, ...props }: ButtonProps): ReactNode {
  return (
    <AriaButton {...props} className={cx(css['button'], css[variant], css[size], className)}>
      {icon}
      <span className={css['label']}>{children}</span>
    </AriaButton>
  );
}
