import { defineConfig } from '@playwright/test';

/** `*.desktop.spec.ts` start Electron; the others drive the headless host in Chromium. */
export default defineConfig({
  testDir: 'tests/e2e/specs',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: { trace: 'off', screenshot: 'only-on-failure', locale: 'en-GB', timezoneId: 'Europe/Istanbul', colorScheme: 'light' },
  projects: [
    {
      name: 'chromium',
      testIgnore: '**/*.desktop.spec.ts',
      use: {
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        launchOptions: {
          executablePath: process.env.OFFPRINT_CHROMIUM ?? '/usr/bin/chromium',
          args: [
            '--no-sandbox',
            '--disable-quic',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
          ],
        },
      },
    },
    { name: 'electron', testMatch: '**/*.desktop.spec.ts' },
  ],
});
