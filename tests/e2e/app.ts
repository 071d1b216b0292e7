import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';

const cli = fileURLToPath(new URL('../../dist/headless/cli.cjs', import.meta.url));

export interface RunningApp {
  readonly url: string;
  readonly library: string;
  /** Runs the command line on the same library, as a person would beside the window. */
  command(...args: string[]): Promise<{ code: number; json: unknown; stderr: string }>;
  stop(): Promise<void>;
}

/** The built headless host on a library of its own, as `offprint serve` starts it. */
export async function startApp(library: string): Promise<RunningApp> {
  const child = spawn(process.execPath, [cli, 'serve', '--no-open', '--library', library], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve((JSON.parse(line) as { url: string }).url);
    });
    child.on('exit', (code) => reject(new Error(`offprint serve ended with ${code}: ${stderr}`)));
  });
  return { url, library, command: (...args) => runCommand(library, args), stop: () => end(child) };
}

async function runCommand(library: string, args: string[]): Promise<{ code: number; json: unknown; stderr: string }> {
  const child = spawn(process.execPath, [cli, ...args, '--json', '--library', library], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, json: stdout.trim() === '' ? null : (JSON.parse(stdout) as unknown), stderr };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

interface Fixtures {
  /** Folder of a library that is not there yet; removed afterwards. */
  library: string;
  app: RunningApp;
  /** Every address the window asked for that is not the app's own. */
  foreignRequests: string[];
}

export const test = base.extend<Fixtures>({
  library: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'offprint-e2e-'));
    await use(join(folder, 'library'));
    await rm(folder, { recursive: true, force: true });
  },
  app: async ({ library }, use) => {
    const app = await startApp(library);
    await use(app);
    await app.stop();
  },
  foreignRequests: async ({ page, app }, use) => {
    const foreign: string[] = [];
    recordForeign(page, new URL(app.url).origin, foreign);
    await use(foreign);
  },
});

/** Notes every request that leaves the app's own origin. `data:` and `blob:` are no requests. */
export function recordForeign(page: Page, origin: string, into: string[]): void {
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) into.push(url);
  });
}

export { expect };
