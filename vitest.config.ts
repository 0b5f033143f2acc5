import { defineConfig } from 'vitest/config'

/** One project per folder of tests, so that `scripts/test.ts` and a person at work name them the same way. */
const PROJECTS = ['unit', 'host', 'migrations', 'contract']

export default defineConfig({
  test: {
    projects: PROJECTS.map((name) => ({
      extends: true,
      test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`] },
    })),
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    // Nothing below stands in for our own code, and no test may lean on what another one left behind.
    restoreMocks: true,
    unstubEnvs: true,
  },
})
