import type { UndoWords } from '../../contract/entities.ts';

/** What a change is called: in English, for the command line and the log, and as words that the window says in its language. */
export interface Label {
  readonly text: string;
  readonly words?: UndoWords;
}

export const labelled = (id: UndoWords['id'], values: UndoWords['values'], text: string): Label => ({ text, words: { id, values } });
