import type { HistoryItem } from '../../contract/entities.ts';
import type { HistoryEntry } from '../undo/history.ts';
import type { Context, Handlers } from './context.ts';
import { takeBack, takeBackTo } from './take-back.ts';

/** Undo, redo, and the list of what they would do. */
export function undoMethods(context: Context): Handlers<'undo.state' | 'undo.undo' | 'undo.redo' | 'undo.history' | 'undo.to'> {
  const { history, catalogue, book, committer } = context;
  const parts = { store: context.deps.store, history, catalogue, book, committer };
  const item =
    (undone: boolean) =>
    ({ id, at, label, words, articles }: HistoryEntry): HistoryItem => ({
      id,
      at,
      label,
      ...(words && { words }),
      articles: articles.length,
      undone,
    });
  return {
    'undo.state': async () => history.state,
    'undo.undo': () => takeBack('undo', parts),
    'undo.redo': () => takeBack('redo', parts),
    'undo.history': async () => ({
      items: [...history.entries('redo').map(item(true)), ...[...history.entries('undo')].reverse().map(item(false))],
    }),
    'undo.to': ({ id }) => takeBackTo(id, parts),
  };
}
