import type { ReactNode } from 'react';
import css from './spinner.module.css';

/** Says that something is on its way. `label` is spoken; without it, words beside it say so. */
export function Spinner({ label }: { label?: string }): ReactNode {
  return label === undefined ? (
    <span aria-hidden className={css['spinner']} />
  ) : (
    <span role="img" aria-label={label} className={css['spinner']} />
  );
}
