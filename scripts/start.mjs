// `npm start`: builds what is missing or stale and opens Offprint, in Electron where that is or can be had, and otherwise in the browser.
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { build } from './lib/build.mjs';
import { findElectron, whyNoElectronWindow } from './lib/electron.mjs';
import { fetchElectron } from './lib/fetch-electron.mjs';
import { fail, inRoot, ROOT } from './lib/project.mjs';
import { runInPlace } from './lib/run.mjs';

const say = (sentence) => process.stderr.write(`${sentence}\n`);
const args = process.argv.slice(2);
/** Electron that ends this soon, with an error and unasked, has not come up. */
const START_MS = 15_000;

await build({ quiet: true, ifStale: true, before: () => say('Building Offprint …') }).catch((error) => fail(error.message));

const { electron, why } = await chooseElectron();
const reason = electron === null ? why : await runElectron(electron);
if (reason !== null) {
  say(`${sentence(reason)}, so Offprint shows its window in the browser instead. It runs until you press Ctrl-C.`);
  await serve();
}

/** Electron as it can be started here, or why it cannot. */
async function chooseElectron() {
  const { electron: found, note } = findElectron();
  if (note !== null) say(note);
  const noWindow = whyNoElectronWindow();
  if (noWindow !== null) return { electron: null, why: noWindow };
  if (found !== null) return { electron: found, why: null };
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return { electron: null, why: 'Electron is not installed' };
  say('Fetching Electron, this once …');
  const failed = await fetchElectron();
  const fetched = findElectron().electron;
  return { electron: fetched, why: fetched === null ? `Electron cannot be had here (${failed ?? 'it does not start'})` : null };
}

/** Runs the app until it is closed; resolves to a reason only where it did not come up. */
async function runElectron({ program }) {
  const started = Date.now();
  const { code, signal, error, told } = await runInPlace(program, [ROOT, ...args]);
  const failed = error !== null || code !== 0;
  if (failed && !told && Date.now() - started < START_MS) return 'Electron did not start';
  process.exitCode = exitCode(code, signal);
  return null;
}

async function serve() {
  const own = inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const { code, signal } = await runInPlace(existsSync(own) ? own : process.execPath, [inRoot('dist/headless/serve.cjs'), ...args]);
  process.exitCode = exitCode(code, signal);
}

function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

function sentence(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
