import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { VERSION } from '../../../shared/version.ts'

test('results that leave the program carry the version of the package', () => {
  const manifest = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../package.json'), 'utf8')) as {
    version: string
  }
  expect(VERSION).toBe(manifest.version)
})
