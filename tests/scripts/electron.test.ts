import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const lib = join(import.meta.dirname, '../../scripts/lib');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-electron-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs an expression against one of the start script's modules in a Node of its own, and reads what it gives. */
function evaluate(module: string, expression: string): Promise<unknown> {
  const code = `import * as m from ${JSON.stringify(join(lib, module))}; process.stdout.write(JSON.stringify(await (${expression})));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(JSON.parse(text)));
  });
}

async function unpacked(name: string, version: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  await writeFile(join(path, 'electron'), '#!/bin/sh\n', { mode: 0o755 });
  await writeFile(join(path, 'version'), `v${version}\n`);
  return path;
}

describe.runIf(process.platform === 'linux')('the Electron that is chosen', () => {
  it('is the one that the environment names, then the installed one', async () => {
    const named = await unpacked('named', '25.1.1');
    const installed = await unpacked('installed', '45.0.0');
    const find = (env: object, at: string): Promise<unknown> =>
      evaluate('electron.mjs', `m.findElectron(${JSON.stringify(env)}, ${JSON.stringify(at)})`);
    expect(await find({ ELECTRON_OVERRIDE_DIST_PATH: named }, installed)).toMatchObject({
      electron: { folder: named, version: '25.1.1' },
      note: null,
    });
    expect(await find({}, installed)).toMatchObject({ electron: { folder: installed, version: '45.0.0' }, note: null });
    expect(await find({}, join(folder, 'nothing'))).toEqual({ electron: null, note: null });
  });

  it('is not one that cannot be started, and the sentence says so', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    await writeFile(join(empty, 'electron'), 'not a program', { mode: 0o644 });
    const found = await evaluate('electron.mjs', `m.findElectron({ ELECTRON_OVERRIDE_DIST_PATH: ${JSON.stringify(empty)} }, '/nothing')`);
    expect(found).toEqual({
      electron: null,
      note: `ELECTRON_OVERRIDE_DIST_PATH is ${empty}, and no Electron that can be started lies there.`,
    });
  });

  it('shows no window as root or without a display', async () => {
    const why = (env: object, platform: string, uid: number): Promise<unknown> =>
      evaluate('electron.mjs', `m.whyNoElectronWindow(${JSON.stringify(env)}, '${platform}', ${uid})`);
    expect(await why({ DISPLAY: ':0' }, 'linux', 0)).toMatch(/root/);
    expect(await why({}, 'linux', 1000)).toMatch(/display/);
    expect(await why({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 1000)).toBeNull();
    expect(await why({}, 'darwin', 501)).toBeNull();
  });
});

describe('fetching Electron', () => {
  const fetchWith = async (installer: string, stalledMs = 300): Promise<unknown> => {
    const path = join(folder, 'install.cjs');
    await writeFile(path, installer);
    return evaluate('fetch-electron.mjs', `m.fetchElectron({ stalledMs: ${stalledMs}, installer: ${JSON.stringify(path)} })`);
  };

  it('is given up when nothing arrives, and what was begun is ended', async () => {
    const began = Date.now();
    expect(await fetchWith('setInterval(() => {}, 1000); process.on("SIGTERM", () => {});')).toBe('the download did not get anywhere');
    expect(Date.now() - began).toBeLessThan(8_000);
  });

  it('goes on for as long as something arrives', async () => {
    const installer = `
      const { appendFileSync } = require('node:fs'), { join } = require('node:path'), { tmpdir } = require('node:os');
      let pieces = 0;
      setInterval(() => { appendFileSync(join(tmpdir(), 'electron.zip'), 'piece'); if (++pieces === 25) process.exit(0); }, 100);`;
    expect(await fetchWith(installer, 1500)).toBeNull();
  });

  it('says that it did not work when the installer fails, or is not there', async () => {
    expect(await fetchWith('process.exit(1)')).toBe('it could not be downloaded');
    expect(await evaluate('fetch-electron.mjs', `m.fetchElectron({ installer: ${JSON.stringify(join(folder, 'none.cjs'))} })`)).toBe(
      'it is not among the installed packages',
    );
  });
});
