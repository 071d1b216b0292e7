import { resolve } from 'node:path';
import type { SaveInput } from '../contract/methods.ts';

/**
 * What a start of Offprint asks to save: addresses, and files relative to `folder`. Options are Chromium's or Electron's and left out, as
 * is the app's own folder, which comes first when Electron is started with it (`electron .`).
 */
export function startInputs(argv: readonly string[], folder: string, startedWithFolder: boolean): SaveInput[] {
  const given = argv.slice(1).filter((argument) => argument !== '' && !argument.startsWith('-'));
  return (startedWithFolder ? given.slice(1) : given).map((argument) =>
    /^[a-z][a-z0-9+.-]+:\/\//i.test(argument) ? { kind: 'url', url: argument } : { kind: 'path', path: resolve(folder, argument) },
  );
}
