import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const checkNode = createRequire(import.meta.url)('../../../scripts/check-node.cjs') as {
  isSupported: (version: string) => boolean
  explain: (version: string) => string
}

describe('the check in front of every npm script', () => {
  it('knows the Node versions that read TypeScript and load the driver', () => {
    for (const good of ['v22.18.0', 'v22.30.1', 'v24.0.0', 'v24.21.0', 'v26.1.0']) {
      expect(checkNode.isSupported(good), good).toBe(true)
    }
    for (const bad of ['v0.12.18', 'v18.20.0', 'v20.20.2', 'v22.14.0', 'v22.17.9', 'v23.11.0']) {
      expect(checkNode.isSupported(bad), bad).toBe(false)
    }
  })

  it('says in one line what was found and what helps', () => {
    expect(checkNode.explain('v20.20.2')).toMatch(/^[^\n]*22\.18[^\n]*v20\.20\.2[^\n]*npm ci[^\n]*$/)
  })

  it('stands in front of every script', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    expect(Object.keys(scripts)).not.toHaveLength(0)
    for (const [name, command] of Object.entries(scripts)) {
      expect(command, name).toMatch(/^node -r \.\/scripts\/check-node\.cjs /)
    }
  })
})
