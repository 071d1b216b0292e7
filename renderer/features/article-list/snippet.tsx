import type { ReactNode } from 'react';
import type { Snippet } from '../../../electron/contract/entities.ts';

/** The words around a hit, with the hits marked. Marks that overlap or stand outside the text are left out. */
export function SnippetText({ snippet }: { snippet: Snippet }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of snippet.marks) {
    if (start < at || end <= start || end > snippet.text.length) continue;
    parts.push(snippet.text.slice(at, start), <mark key={start}>{snippet.text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(snippet.text.slice(at));
  return <>{parts}</>;
}
