import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({
  cwd: root,
  // The samples are text, not files: rules that need types cannot run on them.
  overrideConfig: { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) =>
    ruleId.startsWith('boundaries/') || ruleId.endsWith('no-restricted-imports') || ruleId === 'no-restricted-syntax',
});

async function rulesBroken(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: `${root}/${filePath}` });
  if (!result || result.fatalErrorCount > 0) throw new Error(`could not lint ${filePath}: ${JSON.stringify(result?.messages)}`);
  return result.messages.map((message) => message.ruleId ?? '');
}

describe('layer rules', () => {
  it.each([
    ['core may not import an adapter', 'electron/core/app.ts', "import '../adapters/store/open-library.ts';"],
    ['core may not import Node', 'electron/core/app.ts', "import 'node:fs';"],
    ['core may not import electron', 'electron/core/app.ts', "import 'electron';"],
    ['core may not import React', 'electron/core/app.ts', "import 'react';"],
    ['contract may not import core', 'electron/contract/methods.ts', "import '../core/errors.ts';"],
    ['an adapter may not import a host', 'electron/adapters/store/open-library.ts', "import '../../desktop/main.ts';"],
    ['an adapter may not import electron', 'electron/adapters/store/open-library.ts', "import { app } from 'electron'; app.quit();"],
    ['the headless host may not import the desktop', 'electron/headless/server.ts', "import '../desktop/main.ts';"],
    ['the headless host may not import electron', 'electron/headless/server.ts', "import 'electron';"],
    ['the renderer may not import core', 'renderer/app/app.tsx', "import '../../electron/core/errors.ts';"],
    [
      'the renderer imports only types of the contract',
      'renderer/app/app.tsx',
      "import { METHODS } from '../../electron/contract/methods.ts'; METHODS;",
    ],
    ['the renderer may not import Node', 'renderer/app/app.tsx', "import 'node:path';"],
    ['features do not import each other', 'renderer/features/reader/index.ts', "import '../sidebar/index.ts';"],
    ['primitives do not import features', 'renderer/ui/index.ts', "import '../features/reader/index.ts';"],
    ['react-aria-components is imported by name', 'renderer/app/app.tsx', "import * as aria from 'react-aria-components'; aria;"],
    ['a file that belongs to no layer is an error', 'electron/elsewhere/thing.ts', 'export {};'],
  ])('%s', async (_, file, text) => {
    expect(await rulesBroken(file, text)).not.toEqual([]);
  });

  it.each([
    ['core imports contract', 'electron/core/app.ts', "import '../contract/methods.ts';"],
    ['adapters import core and Node', 'electron/adapters/store/open-library.ts', "import 'node:fs'; import '../../core/errors.ts';"],
    ['the desktop imports electron', 'electron/desktop/main.ts', "import 'electron'; import '../adapters/threads/library-host.ts';"],
    [
      'the renderer imports types of the contract',
      'renderer/app/app.tsx',
      "import type { View } from '../../electron/contract/entities.ts'; export type V = View;",
    ],
    [
      'the renderer reads the command table',
      'renderer/commands/keys.ts',
      "import { COMMANDS } from '../../electron/contract/commands.table.ts'; COMMANDS;",
    ],
    ['a feature imports its own files', 'renderer/features/reader/index.ts', "import './use-content.ts';"],
    ['the app composes features', 'renderer/app/app.tsx', "import '../features/reader/index.ts';"],
  ])('%s', async (_, file, text) => {
    expect(await rulesBroken(file, text)).toEqual([]);
  });
});
