import type { ReactNode } from 'react';
import css from './kbd.module.css';

/** A key as people read it (`formatKeys` of commands writes it for the platform). */
export function Kbd({ keys }: { keys: string }): ReactNode {
  return <kbd className={css['key']}>{keys}</kbd>;
}
