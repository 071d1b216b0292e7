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
  // What did not change since the last run is not looked at again; a fresh clone looks at everything.
  const remembered = `${root}/node_modules/.cache/tsc/${environment.replaceAll('/', '-')}.tsbuildinfo`;
  const args = ['-p', environment, '--incremental', '--tsBuildInfoFile', remembered];
  const { status } = spawnSync(process.execPath, [tsc, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
