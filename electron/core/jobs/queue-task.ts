import type { CallError } from '../../contract/errors.ts';
import type { Job } from '../../contract/entities.ts';
import { saveInputSchema, type SaveInput } from '../../contract/methods/capture.ts';
import { addressKeys, parseAddress } from '../domain/address.ts';
import { AppError } from '../errors.ts';
import type { QueueOptions, QueueTask } from './queue-record.ts';

/** What can be told of a piece of work without doing it. */

/** UTF-16 units of an input that still fits into a line of the queue. */
const LINE = 4_000;
/** Characters of a text's first line in a label. */
const LABEL = 60;

/** The same for two pieces of work that are one; null where nothing is the same as this. */
export function keyOf(task: QueueTask): string | null {
  switch (task.do) {
    case 'save':
      if (task.input.kind === 'path') return `path:${task.input.path}`;
      return task.input.kind === 'url' ? `url:${addressKeys([task.input.url])[0] ?? task.input.url}` : null;
    case 'save-spooled':
      return null;
    default:
      return `${task.do}:${task.articleId}`;
  }
}

/** Host and port that will be asked; empty where none is. */
export function hostOf(task: QueueTask): string {
  if (task.do === 'again' || task.do === 'complete') return task.host;
  return task.do === 'save' && task.input.kind === 'url' ? hostOfAddress(task.input.url) : '';
}

export function hostOfAddress(address: string): string {
  try {
    return parseAddress(address).host;
  } catch {
    return '';
  }
}

export function labelOf(task: QueueTask): string {
  if (task.do !== 'save') return task.label;
  const { input } = task;
  if (input.kind === 'url' || input.kind === 'rendered') return input.url;
  if (input.kind === 'file') return input.name;
  if (input.kind === 'path') return input.path.split(/[\\/]/).at(-1) || input.path;
  const line = [...(input.text.trim().split('\n', 1)[0] ?? '')];
  return line.length > LABEL ? `${line.slice(0, LABEL - 1).join('')}…` : line.join('') || 'Pasted text';
}

export function kindOf(task: QueueTask): Job['kind'] {
  switch (task.do) {
    case 'again':
      return 'save-again';
    case 'complete':
      return 'complete';
    case 'reextract':
      return 'reextract';
    default:
      return 'save';
  }
}

/** True for an input that is better kept in a file of its own than in a line and in memory. */
export function isLarge(input: SaveInput): boolean {
  if (input.kind === 'url' || input.kind === 'path') return false;
  return input.kind !== 'text' || input.text.length > LINE;
}

/** @throws AppError where what was kept is damaged */
export function inputOfSpooled(text: string): SaveInput {
  try {
    return saveInputSchema.parse(JSON.parse(text));
  } catch {
    throw new AppError('library-damaged', 'What was dropped is damaged on the disk. Add it again.', { retryable: false });
  }
}

/** Times that work is tried which failed with this; 1 = another try helps nobody. */
export function triesOf({ code, retryable, details }: CallError, origin: QueueOptions['origin']): number {
  if (!retryable) return 1;
  const most = origin === 'person' ? 4 : 6;
  // A misspelt name is not there either in a minute; a connection that is just coming up is.
  if (code === 'address-not-found') return 2;
  if (code === 'connection-failed' || code === 'timed-out') return most;
  return code === 'http-error' && details['status'] !== undefined ? most : 1;
}
