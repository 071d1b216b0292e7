import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../scripts/lib/electron.mjs';
import { PROJECT } from './built.ts';

export interface Runtime {
  readonly program: string;
  readonly version: string;
  readonly folder: string;
}

/** The Electron on this machine, or null. */
export const runtime: Runtime | null = findElectron().electron;

/** Root may not use Chromium's own sandbox on Linux; that of the renderer's Node is another one, and stays on. */
const options = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export interface StartOptions {
  /** Folder of the library; Chromium's profile goes beside it. */
  readonly library: string;
  readonly env: NodeJS.ProcessEnv;
  readonly args?: readonly string[];
}

function environment({ library, env }: StartOptions): Record<string, string> {
  const all = { ...process.env, ...env, OFFPRINT_LIBRARY: library, XDG_CONFIG_HOME: join(library, '../config') };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Starts the built app as a person would. */
export async function startProcess(program: string, start: StartOptions): Promise<{ app: ElectronApplication }> {
  const args = [...options, PROJECT, ...(start.args ?? [])];
  return { app: await _electron.launch({ executablePath: program, args, env: environment(start) }) };
}

/** Starts the built app and waits for its window. */
export async function startElectron(program: string, start: StartOptions): Promise<{ app: ElectronApplication; page: Page }> {
  const { app } = await startProcess(program, start);
  return { app, page: await app.firstWindow() };
}

/** Starts the app once more beside the one that runs; resolves when this second start has ended. */
export async function startAgain(program: string, start: StartOptions): Promise<void> {
  await promisify(execFile)(program, [...options, PROJECT, ...(start.args ?? [])], { env: environment(start), timeout: 30_000 });
}
