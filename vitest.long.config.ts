import { defineConfig } from 'vitest/config';

/** Soak runs: minutes, not seconds. */
export default defineConfig({
  test: { environment: 'node', include: ['tests/**/*.long.test.ts'], testTimeout: 3_600_000, hookTimeout: 600_000, maxWorkers: 1 },
});
