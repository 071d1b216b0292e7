import type { ReactNode } from 'react';
import css from './spinner.module.css';

/** Says that something is on its way. `label` is spoken. */
export function Spinner({ label }: { label: string }): ReactNode {
  return <span role="img" aria-label={label} className={css['spinner']} />;
}
