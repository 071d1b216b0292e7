import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { UndoLog } from '../../core/undo/log.ts';

/** `cache/undo.jsonl`: a JSON document a line. It may be deleted like the rest of that folder; then nothing old can be undone. */
export function openUndoLog(root: string): UndoLog {
  const path = join(root, 'cache', 'undo.jsonl');
  const write = async (to: string, flags: 'a' | 'w', text: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(to, flags);
    try {
      await file.writeFile(text);
      await file.datasync();
    } finally {
      await file.close();
    }
  };
  let torn = false;
  return {
    load: async () => {
      const text = await readFile(path, 'utf8').catch(() => '');
      torn = text !== '' && !text.endsWith('\n');
      return text.split('\n').slice(0, -1);
    },
    append: async (line) => {
      // What a crash cut off must not swallow the next line.
      await write(path, 'a', `${torn ? '\n' : ''}${line}\n`);
      torn = false;
    },
    replace: async (lines) => {
      const next = `${path}.tmp`;
      await write(next, 'w', lines.map((line) => `${line}\n`).join(''));
      await rename(next, path);
      torn = false;
    },
  };
}
