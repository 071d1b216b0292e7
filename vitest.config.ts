import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `*.long.test.ts` are soak runs: `npm run test:long`. */
const exclude = ['**/node_modules/**', '**/*.long.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // A second, the default, is short on a busy machine; what never comes is still an error.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/{contract,core,adapters,headless,desktop,scripts}/**/*.test.ts'],
          exclude,
          globalSetup: ['tests/helpers/build-first.ts'],
          // Worker threads start from the bundles: see workerPath.
          env: { OFFPRINT_WORKERS: fileURLToPath(new URL('dist/workers', import.meta.url)) },
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          exclude,
          setupFiles: ['tests/helpers/dom-setup.ts'],
          css: { modules: { classNameStrategy: 'non-scoped' } },
        },
      },
    ],
  },
});
