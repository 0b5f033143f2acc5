import { defineConfig } from '@playwright/test'

/** The desktop app in a real Electron: one window at a time, since focus and the single instance are shared. */
export default defineConfig({
  testDir: 'tests/electron',
  outputDir: 'test-results/electron',
  globalSetup: './scripts/testing/playwright-setup.ts',
  timeout: 120_000,
  globalTimeout: 10 * 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
})
