import type { ReactNode } from 'react';
import css from './health.module.css';
import type { Task } from './use-task.ts';

/** What a task says; spoken as well. `children` stands beside it (an Undo). */
export function Said({ task, children }: { task: Task; children?: ReactNode }): ReactNode {
  const { busy, said } = task;
  return (
    <div role="status" className={css['said']}>
      {busy !== null && <p>{busy}</p>}
      {said && <p className={css[said.failed ? 'bad' : 'good']}>{said.words}</p>}
      {said && !said.failed && children}
    </div>
  );
}
