import type { ReactNode } from 'react';
import css from './badge.module.css';
import { cx } from './cx.ts';

/** A word or a number beside something. */
export function Badge({
  tone = 'neutral',
  children,
}: {
  tone?: 'neutral' | 'accent' | 'success' | 'warning' | 'danger';
  children: ReactNode;
}): ReactNode {
  return <span className={cx(css['badge'], css[tone])}>{children}</span>;
}
