import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findElectron } from '../../scripts/lib/electron.mjs';
import { ensureBuilt, PROJECT } from '../helpers/built.ts';
import { devtoolsPort, evaluateIn } from '../helpers/devtools.ts';
import { withDisplay } from '../helpers/display.ts';

const run = promisify(execFile);
// The builder's own library: what it ships is what validates and packs.
const builderRequire = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const CONFIGURATION = join(PROJECT, 'electron-builder.yml');

interface Configuration {
  appId: string;
  win: { target: string[]; icon: string };
  mac: { target: string[]; icon: string };
  linux: { target: string[]; icon: string; maintainer: string; executableName: string; syncDesktopName: boolean; category: string };
  electronFuses: Record<string, boolean>;
}

async function configuration(): Promise<Configuration> {
  const yaml = builderRequire('js-yaml') as { load(text: string): unknown };
  return yaml.load(await readFile(CONFIGURATION, 'utf8')) as Configuration;
}

describe('the configuration of the installers', () => {
  const { validateConfiguration } = builderRequire('app-builder-lib/out/util/config/config.js') as {
    validateConfiguration(config: unknown, logger: { isEnabled: boolean }): Promise<void>;
  };

  it('is one that electron-builder takes', async () => {
    await validateConfiguration(await configuration(), { isEnabled: false });
    await expect(validateConfiguration({ ...(await configuration()), asarr: true }, { isEnabled: false })).rejects.toThrow(/asarr/);
  });

  it('names the installers of the three platforms', async () => {
    const { win, mac, linux } = await configuration();
    expect(win.target).toEqual(['nsis']);
    expect(mac.target).toEqual(['dmg', 'zip']);
    expect(linux.target).toEqual(['AppImage', 'deb', 'tar.gz']);
  });

  it('says what a Debian package and a desktop entry ask for', async () => {
    const { linux } = await configuration();
    const project = JSON.parse(await readFile(join(PROJECT, 'package.json'), 'utf8')) as Record<string, string>;
    expect(linux.maintainer).toMatch(/^.+ <.+@.+>$/);
    // Without these the Debian package is refused, or its window is not the launcher's.
    expect(new URL(project['homepage'] ?? '').protocol).toBe('https:');
    expect(project['author']).toMatch(/\S/);
    expect(project['desktopName']).toBe(`${linux.executableName}.desktop`);
    expect(linux.syncDesktopName).toBe(true);
    // A main category of the menu specification first (freedesktop.org, Registered Categories), then the additional one.
    expect(linux.category).toBe('Network;News');
  });

  it('leaves no way to use the app as a Node or to load other code', async () => {
    expect((await configuration()).electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    });
  });
});

describe('the icons', () => {
  const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

  it('are there in every size that Linux asks for', async () => {
    const names = await readdir(join(PROJECT, 'build/icons'));
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      expect(names).toContain(`${size}x${size}.png`);
      const png = await readFile(join(PROJECT, `build/icons/${size}x${size}.png`));
      expect(png.subarray(0, 8)).toEqual(PNG);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('make a Windows icon whose directory points at its images', async () => {
    const { win } = await configuration();
    const ico = await readFile(join(PROJECT, win.icon));
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
      const entry = 6 + 16 * at;
      const image = ico.subarray(ico.readUInt32LE(entry + 12), ico.readUInt32LE(entry + 12) + ico.readUInt32LE(entry + 8));
      expect(image.subarray(0, 8)).toEqual(PNG);
      expect(image.readUInt32BE(16) % 256).toBe(ico.readUInt8(entry));
      return image.readUInt32BE(16);
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });

  it('make a macOS icon of whole blocks', async () => {
    const { mac } = await configuration();
    const icns = await readFile(join(PROJECT, mac.icon));
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const types: string[] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      types.push(icns.toString('latin1', at, at + 4));
      expect(icns.subarray(at + 8, at + 16)).toEqual(PNG);
    }
    expect(types).toEqual(expect.arrayContaining(['ic07', 'ic08', 'ic09', 'ic10']));
  });
});

describe('the packed app', () => {
  const { electron } = findElectron();
  const usable = electron !== null && process.platform === 'linux';
  process.stderr.write(
    usable
      ? `Packing with Electron ${electron.version} from ${electron.folder}\n`
      : 'No Electron for Linux is here: nothing is packed in this run.\n',
  );
  let out: string;
  let asarFiles: string[];

  beforeAll(async () => {
    if (!usable) return;
    await ensureBuilt();
    out = await mkdtemp(join(tmpdir(), 'offprint-release-'));
    await run(process.execPath, [join(PROJECT, 'scripts/dist.mjs'), '--linux', 'dir', `-c.directories.output=${out}`], { cwd: PROJECT });
    const { listPackage } = builderRequire('@electron/asar') as { listPackage(archive: string, options: { isPack: boolean }): string[] };
    asarFiles = listPackage(join(out, 'linux-unpacked/resources/app.asar'), { isPack: false });
  }, 240_000);
  afterAll(async () => {
    if (usable) await rm(out, { recursive: true, force: true });
  });

  it.runIf(usable)('holds dist and package.json and nothing else', () => {
    const top = new Set(asarFiles.map((name) => name.split('/')[1]));
    expect([...top].sort()).toEqual(['dist', 'package.json']);
    expect(asarFiles.filter((name) => /\.map$|node_modules|\.ts$/.test(name))).toEqual([]);
  });

  it.runIf(usable)('holds the main process, the preload, the workers and the window', () => {
    for (const file of [
      'desktop/main.cjs',
      'desktop/preload.cjs',
      'workers/writer.worker.cjs',
      'workers/reader.worker.cjs',
      'workers/extract.worker.cjs',
      'renderer/index.html',
      'renderer/frame.html',
      'assets/icons/256.png',
    ]) {
      expect(asarFiles).toContain(`/dist/${file}`);
    }
    expect(asarFiles.some((name) => /^\/dist\/assets\/samples\/.+\.(html|txt)$/.test(name))).toBe(true);
  });

  it.runIf(usable)('has its fuses set', async () => {
    const { stdout } = await run(process.execPath, [
      join(PROJECT, 'node_modules/@electron/fuses/dist/bin.js'),
      'read',
      '--app',
      join(out, 'linux-unpacked/offprint'),
    ]);
    expect(stdout).toMatch(/RunAsNode is Disabled/);
    expect(stdout).toMatch(/OnlyLoadAppFromAsar is Enabled/);
    expect(stdout).toMatch(/EnableEmbeddedAsarIntegrityValidation is Enabled/);
  });

  it.runIf(usable)(
    'starts from its archive, workers and all, and closes its library when it is told to end',
    { timeout: 60_000 },
    async () => {
      const library = join(out, 'data/library');
      const display = await withDisplay();
      const options = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const child = spawn(join(out, 'linux-unpacked/offprint'), [...options, '--remote-debugging-port=0'], {
        env: { ...process.env, ...display.env, OFFPRINT_LIBRARY: library, XDG_CONFIG_HOME: join(out, 'data/config') },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const ended = once(child, 'exit');
      try {
        let printed = '';
        child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
        await expect.poll(() => devtoolsPort(printed), { timeout: 20_000 }).not.toBeNull();
        const ask = (method: string, input: object): Promise<unknown> =>
          evaluateIn(
            devtoolsPort(printed) ?? 0,
            `window.offprint.call('${method}', ${JSON.stringify(input)}).then((result) => result.value)`,
          ).catch(() => null);
        await expect.poll(() => ask('app.info', {}), { timeout: 20_000 }).toMatchObject({ host: 'electron', libraryPath: library });
        // The sample articles have gone through the extraction worker, which the writer's worker started.
        const total = async (): Promise<unknown> =>
          ((await ask('articles.list', { view: { kind: 'all' } })) as { total: number } | null)?.total;
        await expect.poll(total, { timeout: 20_000 }).toBeGreaterThanOrEqual(5);
        child.kill('SIGTERM');
        expect(await ended).toEqual([0, null]);
        expect(await readdir(library)).not.toContain('lock');
      } finally {
        child.kill('SIGKILL');
        await ended;
        display.close();
      }
    },
  );
});
