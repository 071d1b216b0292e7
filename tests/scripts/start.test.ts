import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt, PROJECT } from '../helpers/built.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeAll(ensureBuilt, 120_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-start-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

/** `npm start` on a machine without Electron and without a display. */
function start(env: NodeJS.ProcessEnv = {}): { child: ChildProcess; url: Promise<string>; said: () => string } {
  const child = spawn(process.execPath, [join(PROJECT, 'scripts/start.mjs')], {
    cwd: PROJECT,
    env: {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: undefined,
      DISPLAY: undefined,
      WAYLAND_DISPLAY: undefined,
      OFFPRINT_LIBRARY: join(folder, 'library'),
      ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group like that of a command in a terminal.
    detached: true,
  });
  children.push(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const match = /^Offprint is at (http:\/\/127\.0\.0\.1:\d+\/\?key=\S+)$/.exec(line);
      if (match?.[1]) resolve(match[1]);
    });
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  });
  return { child, url, said: () => said };
}

describe.runIf(process.platform === 'linux')('npm start without Electron', () => {
  it(
    'says why in one sentence, prints the address alone on a line, serves the window, and ends with Ctrl-C',
    { timeout: 60_000 },
    async () => {
      const { child, url, said } = start();
      const signIn = await fetch(await url, { redirect: 'manual' });
      const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
      const page = await fetch(new URL('/', await url), { headers: { cookie } });
      expect(await page.text()).toContain('<div id="root">');
      expect(said()).toMatch(
        /^(Electron does not run as root|There is no display for a window here), so Offprint shows its window in the browser instead\./m,
      );
      expect(said()).not.toMatch(/ at .*\.(mjs|js|ts):\d+/);
      const ended = once(child, 'exit');
      process.kill(-(child.pid ?? 0), 'SIGINT');
      expect(await ended).toEqual([0, null]);
      await expect(access(join(folder, 'library/lock'))).rejects.toThrow(/ENOENT/);
      await expect(fetch(await url)).rejects.toThrow();
    },
  );

  it('says so when the Electron that the environment names is none', { timeout: 60_000 }, async () => {
    const { url, said } = start({ ELECTRON_OVERRIDE_DIST_PATH: folder });
    await url;
    expect(said()).toContain(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, and no Electron that can be started lies there.`);
  });

  it('started twice, prints the address of the one that runs', { timeout: 60_000 }, async () => {
    const first = start();
    const address = await first.url;
    const second = start();
    expect(await second.url).toBe(address);
    expect(await once(second.child, 'exit')).toEqual([0, null]);
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
  });

  it('opens the library that is there, with the sample articles on the first start', { timeout: 60_000 }, async () => {
    const { url } = start();
    const address = await url;
    const signIn = await fetch(address, { redirect: 'manual' });
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const total = async (): Promise<number> => {
      const response = await fetch(new URL('/rpc', address), {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ method: 'articles.list', input: { view: { kind: 'all' }, limit: 0 } }),
      });
      return ((await response.json()) as { value: { total: number } }).value.total;
    };
    await expect.poll(total, { timeout: 20_000 }).toBeGreaterThanOrEqual(5);
  });
});
