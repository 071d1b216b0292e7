import type { Context, Handlers } from './context.ts';
import { takeBack } from './take-back.ts';

/** Undo and redo. */
export function undoMethods(context: Context): Handlers<'undo.state' | 'undo.undo' | 'undo.redo'> {
  const { history, catalogue, book, committer } = context;
  const parts = { store: context.deps.store, history, catalogue, book, committer };
  return {
    'undo.state': async () => history.state,
    'undo.undo': async () => ({ done: await takeBack('undo', parts) }),
    'undo.redo': async () => ({ done: await takeBack('redo', parts) }),
  };
}
