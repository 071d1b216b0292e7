import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './project.mjs';

/** Nothing has come for this long: the network is closed, and a person is waiting. */
const STALLED_MS = 20_000;
const LONGEST_MS = 600_000;
const LOOK_MS = 500;

/**
 * One attempt to fetch Electron's binary with the package's own installer, ended when nothing has arrived for `stalledMs`. A slow download
 * that goes on may take its time. Resolves to null where it worked, otherwise to why it did not, in a few words.
 */
export async function fetchElectron({ stalledMs = STALLED_MS, installer = inRoot('node_modules/electron/install.js') } = {}) {
  if ((await sizeOf(installer)) === 0) return 'it is not among the installed packages';
  const folder = await mkdtemp(join(tmpdir(), 'offprint-electron-'));
  // The installer downloads into the temporary folder; one of its own lets us see what has come. A process group can be ended whole.
  const child = spawn(process.execPath, [installer], {
    stdio: 'ignore',
    detached: process.platform !== 'win32',
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
  });
  const ended = new Promise((resolve) => child.on('error', () => resolve(1)).on('exit', (code) => resolve(code ?? 1)));
  const why = await Promise.race([
    ended.then((code) => (code === 0 ? null : 'it could not be downloaded')),
    stalled([folder, inRoot('node_modules/electron/dist')], stalledMs, ended),
  ]);
  if (child.exitCode === null && child.signalCode === null) {
    kill(child);
    await ended;
  }
  await rm(folder, { recursive: true, force: true });
  return why;
}

/** Resolves when nothing has grown for `stalledMs`, or when it has all taken too long; never after `ended`. */
async function stalled(folders, stalledMs, ended) {
  let over = false;
  void ended.then(() => (over = true));
  const started = Date.now();
  let grown = started;
  let size = 0;
  while (!over) {
    const now = (await Promise.all(folders.map(sizeOf))).reduce((sum, each) => sum + each, 0);
    if (now !== size) grown = Date.now();
    size = now;
    if (Date.now() - grown >= stalledMs) return 'the download did not get anywhere';
    if (Date.now() - started >= LONGEST_MS) return 'the download took too long';
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return new Promise(() => undefined);
}

/** Bytes below a path; 0 where there is nothing. */
async function sizeOf(path) {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.size;
  const entries = await readdir(path).catch(() => []);
  return (await Promise.all(entries.map((entry) => sizeOf(join(path, entry))))).reduce((sum, size) => sum + size, 0);
}

function kill(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
