// `npm run dist`: installers of this platform (or of those named: `npm run dist -- --win --mac --linux dir`) in release/.
import { build } from './lib/build.mjs';
import { findElectron } from './lib/electron.mjs';
import { fail, inRoot } from './lib/project.mjs';
import { runInPlace } from './lib/run.mjs';

const PLATFORM_OPTIONS = { linux: ['--linux', '-l'], darwin: ['--mac', '-m', '--macos'], win32: ['--win', '-w', '--windows'] };
/** The first Electron whose fuse wire has `grantFileProtocolExtraPrivileges`. */
const FILE_PRIVILEGES_SINCE = 29;

const args = process.argv.slice(2);
await build({ quiet: true, ifStale: true, before: () => process.stderr.write('Building Offprint …\n') }).catch((error) =>
  fail(error.message),
);
const { code } = await runInPlace(process.execPath, [
  inRoot('node_modules/electron-builder/cli.js'),
  '--config',
  'electron-builder.yml',
  '--publish',
  'never',
  ...args,
  ...electronOptions(),
]);
process.exitCode = code ?? 1;

/** Packs the Electron that is on this disk, where it is for the platform asked for; otherwise electron-builder fetches one. */
function electronOptions() {
  const { electron, note } = findElectron();
  if (note !== null) process.stderr.write(`${note}\n`);
  const named = Object.entries(PLATFORM_OPTIONS).filter(([, options]) => options.some((option) => args.includes(option)));
  const onlyThisPlatform = named.every(([platform]) => platform === process.platform);
  if (electron === null || !onlyThisPlatform) return ['-c.electronFuses.grantFileProtocolExtraPrivileges=false'];
  process.stderr.write(`Packing Electron ${electron.version} from ${electron.folder}\n`);
  const options = [`-c.electronDist=${electron.folder}`, `-c.electronVersion=${electron.version}`];
  if (Number.parseInt(electron.version, 10) >= FILE_PRIVILEGES_SINCE)
    options.push('-c.electronFuses.grantFileProtocolExtraPrivileges=false');
  return options;
}
