import type { ReactNode } from 'react';
import css from './empty-state.module.css';

interface Props {
  icon?: ReactNode;
  title: string;
  /** What to do next, in a sentence. */
  children?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
}

/** Nothing here, and what to do about it. */
export function EmptyState({ icon, title, children, actions }: Props): ReactNode {
  return (
    <div className={css['empty']}>
      {icon != null && (
        <div className={css['icon']} aria-hidden>
          {icon}
        </div>
      )}
      <p className={css['title']}>{title}</p>
      {children != null && <div className={css['text']}>{children}</div>}
      {actions != null && <div className={css['actions']}>{actions}</div>}
    </div>
  );
}
