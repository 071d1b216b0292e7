import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ReadText = (id: string) => string | null;

/** Plain text of an article from its content folder; null where it cannot be read. */
export function textFromContent(root: string): ReadText {
  return (id) => {
    try {
      return readFileSync(join(root, 'content', id.slice(0, 4), id, 'text.txt'), 'utf8');
    } catch {
      return null;
    }
  };
}
