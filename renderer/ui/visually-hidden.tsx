import type { ReactNode } from 'react';
import css from './text-field.module.css';

/** Spoken, not shown. */
export function VisuallyHidden({ children }: { children: ReactNode }): ReactNode {
  return <span className={css['hidden']}>{children}</span>;
}
