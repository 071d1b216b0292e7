#!/usr/bin/env node
// Starts the built command line on the best Node there is. Written without newer syntax, so that an old Node reaches the sentence below.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Node gives the real path of a module, so this is the package's folder also when started through node_modules/.bin/offprint.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, 'dist', 'headless', 'cli.cjs');
const bundledNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const version = process.versions.node.split('.').map(Number);
const atLeast = (major, minor) => version[0] > major || (version[0] === major && version[1] >= minor);

function fail(sentence) {
  process.stderr.write(sentence + '\n');
  process.exit(1);
}

/** Runs the command line in another process as if it were this one: same terminal, same signals, same exit code. */
function handOver(node) {
  const child = spawn(node, [cli].concat(process.argv.slice(2)), { stdio: 'inherit' });
  // A terminal tells all its programs of Ctrl-C and of its end, and a second time would mean "at once"; so does a Windows console.
  const fromTerminal = process.platform === 'win32' || process.stdin.isTTY;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => (fromTerminal && signal !== 'SIGTERM') || child.kill(signal));
  }
  child.on('error', (error) => fail('Offprint could not start ' + node + ' (' + error.message + '). Run `npm ci` once more.'));
  child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] || 0) : code));
}

if (!existsSync(cli)) {
  fail('Offprint is not built yet. Run `npm ci && npm run build` in ' + root + ' and try again.');
} else if (!atLeast(24, 0) && existsSync(bundledNode)) {
  handOver(bundledNode);
} else if (!atLeast(20, 11)) {
  fail(
    'Offprint needs Node.js 20.11 or newer; this is ' +
      process.version +
      '. Run `npm ci` (it brings a Node of its own) or install Node.js 24.',
  );
} else {
  createRequire(import.meta.url)(cli);
}
