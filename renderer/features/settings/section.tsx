import type { ReactNode } from 'react';
import css from './settings.module.css';

/** A heading, a sentence under it, and what it is about. */
export function Section({ title, note, children }: { title: string; note?: string; children?: ReactNode }): ReactNode {
  return (
    <section className={css['section']}>
      <h3 className={css['heading']}>{title}</h3>
      {note !== undefined && <p className={css['note']}>{note}</p>}
      {children}
    </section>
  );
}
