import { defineConfig } from '@playwright/test'
import { chromiumArguments, locateChromium } from './scripts/find-chromium.ts'

/** End to end: the browser mode in a real Chromium. Each test starts its own server on its own study. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './scripts/testing/playwright-setup.ts',
  timeout: 60_000,
  globalTimeout: 10 * 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: locateChromium() ?? undefined, args: chromiumArguments() },
  },
})
