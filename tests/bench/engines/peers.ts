import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..');
const installed = join(folder, 'node_modules/minisearch/package.json');

/** Installs what the bench compares with into tests/bench, once. Throws a sentence where it cannot. */
export function installPeers(): void {
  if (existsSync(installed)) return;
  process.stderr.write('Installing what the bench compares with (tests/bench/package.json) …\n');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The peers of the bench could not be installed: ${stderr.trim().split('\n').at(-1) ?? 'npm failed'}`);
}

/** A module of tests/bench/node_modules, or of the project. They are not dependencies of the project, so their types are not here. */
export function peer(name: string): unknown {
  return createRequire(join(folder, 'package.json'))(name);
}

export function versionOf(name: string): string {
  for (const base of [folder, join(folder, '../..')]) {
    const file = join(base, 'node_modules', name, 'package.json');
    if (existsSync(file)) return (createRequire(join(folder, 'package.json'))(file) as { version: string }).version;
  }
  return 'not installed';
}
