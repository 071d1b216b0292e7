import type { SaveInput } from '../../contract/methods.ts';
import { AppError } from '../errors.ts';
import type { JobControl, JobResult } from '../jobs/job-list.ts';
import type { QueueOptions, QueueTask } from '../jobs/queue-record.ts';
import type { Saver } from './save.ts';

/** Does one piece of the queue's work. */
export function createRunner(saver: Saver) {
  return (task: QueueTask, options: QueueOptions, control: JobControl): Promise<JobResult & { articleId: string }> => {
    if (task.do === 'save') return saver.save(task.input satisfies SaveInput, options, control);
    throw new AppError('not-supported-here', `Offprint cannot do this here: ${task.do}.`);
  };
}
