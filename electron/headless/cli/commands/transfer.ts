import { resolve } from 'node:path';
import { UsageError, type Arguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { count, json } from '../text.ts';

const oneFile = ({ words }: Arguments): void => {
  if (words.length !== 1 || words[0] === '') throw new UsageError('Say which file: one name.');
};

export const exportLibrary: Command = {
  name: 'export',
  takes: 'FILE',
  does: 'Write the whole library to one zip file',
  options: {},
  check: oneFile,
  run: async ({ args, cwd, json: asJson, library, terminal }) => {
    const path = resolve(cwd, args.words[0] ?? '');
    const { files, bytes } = await library.call('library.export', { path });
    if (asJson) terminal.out(json({ path, files, bytes }));
    else terminal.out(`Exported ${count(files, 'file')} (${bytes} bytes) to ${path}`);
    return 0;
  },
};

export const importLibrary: Command = {
  name: 'import',
  takes: 'FILE',
  does: 'Make an exported library the library; the present one is kept beside it',
  options: {},
  check: oneFile,
  run: async ({ args, cwd, json: asJson, library, terminal }) => {
    const { articles, keptAt } = await library.call('library.import', { path: resolve(cwd, args.words[0] ?? '') });
    if (asJson) terminal.out(json({ articles, keptAt }));
    else terminal.out(`Imported ${count(articles, 'article')}.${keptAt === null ? '' : ` The library that was here is kept at ${keptAt}`}`);
    return 0;
  },
};
