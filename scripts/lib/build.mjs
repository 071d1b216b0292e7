import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, readlink, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST, fail, inRoot, requireNode } from './project.mjs';
import { writeLicences } from './licences.mjs';
import { alone } from './lock.mjs';
import { buildState, stampOfSources, writeStamp } from './stamp.mjs';

/** What is copied as it is. */
const COPIED = [
  ['assets/samples', 'assets/samples'],
  ['assets/icons', 'assets/icons'],
  // Browsers ask for it by this name.
  ['build/icon.ico', 'renderer/favicon.ico'],
];

/**
 * Builds dist/ whole, one process at a time. `quiet` shows the builder's output only when it fails; `ifStale` does nothing where dist/ is
 * what these sources give. True where something was built.
 */
export async function build({ quiet = false, ifStale = false, before = () => undefined } = {}) {
  requireNode();
  const upToDate = async () => ifStale && (await buildState()) === 'fresh';
  // Asked before the lock is taken as well: a checkout that is built needs not be writable.
  if (await upToDate()) return false;
  try {
    return await alone(async () => {
      if (await upToDate()) return false;
      before();
      await buildNow(quiet);
      return true;
    });
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    throw new Error(`Offprint is not built, and cannot be built by you: ${inRoot()} cannot be written.`, { cause: error });
  }
}

/** Built aside and exchanged at the end: a build that fails or is broken off leaves the last one as it was. */
async function buildNow(quiet) {
  const fresh = inRoot('node_modules/.cache/offprint-dist');
  const old = `${fresh}-old`;
  const stamp = await stampOfSources();
  await rm(fresh, { recursive: true, force: true });
  await viteBuild(fresh, quiet);
  for (const [from, to] of COPIED) {
    if (await exists(inRoot(from))) await cp(inRoot(from), join(fresh, to), { recursive: true });
  }
  await writeLicences(fresh);
  await writeStamp(fresh, stamp);
  await rm(old, { recursive: true, force: true });
  if (await exists(DIST)) await rename(DIST, old);
  await rename(fresh, DIST);
  await rm(old, { recursive: true, force: true });
  await linkCommand();
}

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function viteBuild(outDir, quiet) {
  const vite = inRoot('node_modules/vite/bin/vite.js');
  if (!(await exists(vite))) fail('The build tools are not installed. Run `npm ci` and try again.');
  const child = spawn(process.execPath, [vite, 'build', '--app', '--logLevel', quiet ? 'info' : 'warn'], {
    cwd: inRoot(),
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', OFFPRINT_DIST: outDir },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) {
    process.stderr.write(output);
    throw new Error(`The build failed (vite ended with ${code}).`);
  }
}

/** node_modules/.bin/offprint, as npm would make it for an installed package. */
async function linkCommand() {
  const bin = inRoot('node_modules/.bin');
  await mkdir(bin, { recursive: true });
  await chmod(inRoot('bin/offprint.js'), 0o755);
  if (process.platform === 'win32') {
    await writeFile(join(bin, 'offprint.cmd'), '@node "%~dp0\\..\\..\\bin\\offprint.js" %*\r\n');
    return;
  }
  const link = join(bin, 'offprint');
  const target = '../../bin/offprint.js';
  if ((await readlink(link).catch(() => null)) === target) return;
  // Made aside and renamed: two builds at once do not trip over each other.
  const fresh = `${link}.${process.pid}`;
  await rm(fresh, { force: true });
  await symlink(target, fresh);
  await rename(fresh, link);
}
