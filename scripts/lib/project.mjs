import { join } from 'node:path';

/** The checkout. */
export const ROOT = join(import.meta.dirname, '..', '..');
export const DIST = join(ROOT, 'dist');
export const inRoot = (...parts) => join(ROOT, ...parts);

/** Ends the script with a sentence and no stack trace. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Scripts run on Node 24 (`node@24` puts it first for npm scripts). With `--ignore-scripts` npm falls back to the system's. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Offprint's scripts need Node.js 24, and this is ${process.version}. Run \`npm ci\` without --ignore-scripts: it brings Node 24 along.`,
    );
  }
}
