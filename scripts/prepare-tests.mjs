import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform, userInfo } from 'node:os';

/** Brings what the tests need from the system: a Chromium to drive, and a display to start Electron on. */
const has = (command) => spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

if (platform() === 'linux') {
  const missing = [];
  if (!process.env.OFFPRINT_CHROMIUM && !existsSync('/usr/bin/chromium') && !has('chromium')) missing.push('chromium');
  if (!has('xvfb-run')) missing.push('xvfb', 'xauth');
  if (missing.length > 0) install(missing);
}

function install(packages) {
  const list = packages.join(' ');
  if (userInfo().uid !== 0 || !has('apt-get')) {
    process.stderr.write(`The tests need ${list}. Install them first, for example:  sudo apt-get install ${list}\n`);
    process.exit(1);
  }
  process.stdout.write(`Installing ${list} for the tests\n`);
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0;
  const done = (apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages)) || false;
  if (!done) {
    process.stderr.write(`apt-get could not install ${list}. Install them by hand and run the tests again.\n`);
    process.exit(1);
  }
}
