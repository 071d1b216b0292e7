import { useId, type ReactNode } from 'react';
import css from './health.module.css';

/** A heading, a plain sentence, and what can be done. `tone` says at a glance whether somebody is needed. */
export function Part({ title, tone, children }: { title: string; tone: 'good' | 'attention' | 'plain'; children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} className={css['part']}>
      <h3 id={id} className={css['heading']} data-tone={tone}>
        <span aria-hidden className={css['dot']} />
        {title}
      </h3>
      <div className={css['content']}>{children}</div>
    </section>
  );
}
