import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureBuilt, PROJECT } from '../helpers/built.ts';

let folder: string;
beforeAll(ensureBuilt, 120_000);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-bin-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

function run(program: string, args: string[], cwd = PROJECT): Promise<Ended> {
  const env = { ...process.env, OFFPRINT_LIBRARY: join(folder, 'library') };
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env }, (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }));
  });
}

/** Makes Node say it is another version, before the program starts. */
const pretend = (version: string): string[] => [
  '--import',
  `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'});Object.defineProperty(process,'version',{value:'v${version}'})`,
];

describe('the offprint command in the checkout', () => {
  it('runs through npx', { timeout: 60_000 }, async () => {
    const { code, stdout } = await run('npx', ['--no-install', 'offprint', 'list', '--json']);
    expect(JSON.parse(stdout)).toEqual({ total: 0, articles: [] });
    expect(code).toBe(0);
  });

  it('runs through its link, from anywhere, with its exit code', { timeout: 60_000 }, async () => {
    const link = join(PROJECT, 'node_modules/.bin/offprint');
    expect((await run(link, ['list', '--json'], folder)).code).toBe(0);
    expect((await run(link, ['--no-such-option'], folder)).code).toBe(2);
  });

  it('runs on the Node that comes with it where the one that started it is older', { timeout: 60_000 }, async () => {
    const { code, stdout } = await run(process.execPath, [...pretend('20.11.0'), join(PROJECT, 'bin/offprint.js'), 'list', '--json']);
    expect(JSON.parse(stdout)).toEqual({ total: 0, articles: [] });
    expect(code).toBe(0);
    const failed = await run(process.execPath, [...pretend('18.0.0'), join(PROJECT, 'bin/offprint.js'), '--no-such-option']);
    expect(failed.code).toBe(2);
  });

  it('says in a sentence what to do when it is not built, or Node is too old', { timeout: 60_000 }, async () => {
    await mkdir(join(folder, 'bin'));
    await cp(join(PROJECT, 'bin/offprint.js'), join(folder, 'bin/offprint.mjs'));
    const bin = join(folder, 'bin/offprint.mjs');
    const unbuilt = await run(process.execPath, [bin, 'list']);
    expect(unbuilt).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Offprint is not built yet\. Run .+\n$/) as string,
    });
    await mkdir(join(folder, 'dist/headless'), { recursive: true });
    await cp(join(PROJECT, 'dist/headless/cli.cjs'), join(folder, 'dist/headless/cli.cjs'));
    const old = await run(process.execPath, [...pretend('18.20.0'), bin, 'list']);
    expect(old).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Offprint needs Node\.js 20\.11 or newer; this is v18\.20\.0\./) as string,
    });
  });
});
