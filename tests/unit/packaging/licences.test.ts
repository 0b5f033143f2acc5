import { describe, expect, it } from 'vitest'
import { findShippedPackages, isPermissive, renderNotices } from '../../../scripts/licences.ts'

describe('the licences of what users get', () => {
  const shipped = findShippedPackages()

  it('are permissive, every one', () => {
    expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['better-sqlite3', 'zod']))
    expect(shipped.filter(({ licence }) => !isPermissive(licence))).toEqual([])
  })

  it('count as permissive only where a permissive choice is left', () => {
    for (const good of ['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'GPL-2.0-only OR Apache-2.0']) {
      expect(isPermissive(good), good).toBe(true)
    }
    for (const bad of ['', 'GPL-3.0-only', 'MPL-2.0', '(MIT AND GPL-3.0-only)', 'UNLICENSED', 'SEE LICENSE IN FILE']) {
      expect(isPermissive(bad), bad).toBe(false)
    }
  })

  it('travel with the program, each with its text', () => {
    const notices = renderNotices(shipped)
    for (const { name, version } of shipped) expect(notices).toContain(`## ${name} ${version}`)
    expect(notices).toContain('Copyright (c) 2017 Joshua Wise')
  })
})
