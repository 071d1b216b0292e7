import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Everything that must hold before a change lands, in order of cost. Every step runs even when an earlier one failed, so that one run
 * tells everything. The last line counts tests over all suites; a step that failed without a failed test counts as one failure.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'offprint-check-'));
const bin = (path) => join(root, 'node_modules', path);
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');

const steps = [
  { name: 'types', args: [join(root, 'scripts/check-types.mjs')] },
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { name: 'unused code', args: [bin('knip/bin/knip.js')] },
  { name: 'words of the window', args: [join(root, 'scripts/i18n.mjs')] },
  { name: 'build', args: [join(root, 'scripts/build.mjs')] },
  {
    name: 'unit tests',
    args: [bin('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: () => {
      const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(unitReport, 'utf8'));
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
    },
  },
  {
    name: 'end-to-end tests',
    args: [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
    count: () => {
      const { expected, unexpected, flaky, skipped } = JSON.parse(readFileSync(e2eReport, 'utf8')).stats;
      return { passed: expected, failed: unexpected + flaky, skipped };
    },
  },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = [];
for (const { name, args, env, count } of steps) {
  process.stdout.write(`\n▶ ${name}\n`);
  const started = Date.now();
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    if (count) counts = count();
  } catch (error) {
    process.stdout.write(`no report from ${name}: ${error.message}\n`);
  }
  if (status !== 0 || (count && counts.passed === 0)) {
    failedSteps.push(name);
    counts.failed = Math.max(1, counts.failed);
  }
  for (const key of Object.keys(total)) total[key] += counts[key];
  process.stdout.write(`${status === 0 ? '✔' : '✘'} ${name} (${Math.round((Date.now() - started) / 1000)} s)\n`);
}
rmSync(reports, { recursive: true, force: true });
if (failedSteps.length > 0) process.stdout.write(`\nFailed: ${failedSteps.join(', ')}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`);
process.exit(total.failed > 0 ? 1 : 0);
