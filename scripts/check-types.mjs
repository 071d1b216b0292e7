import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One program for each environment, so that `document` or `process` is an error where it does not belong. */
const environments = [
  'electron/contract',
  'electron/core',
  'electron/adapters',
  'electron/headless',
  'electron/desktop',
  'renderer',
  'tests',
];
const root = fileURLToPath(new URL('..', import.meta.url));
const tsc = `${root}/node_modules/typescript/bin/tsc`;
let failed = false;
for (const environment of environments) {
  if (!existsSync(`${root}/${environment}/tsconfig.json`)) throw new Error(`No tsconfig.json in ${environment}`);
  const { status } = spawnSync(process.execPath, [tsc, '-p', environment], { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
