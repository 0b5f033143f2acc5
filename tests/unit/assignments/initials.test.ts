import { expect, test } from 'vitest'
import { initialsOf } from '../../../renderer/features/coders/initials.ts'

test.each([
  ['Chen Li', 'CL'],
  ['  maría  de la paz ', 'MP'],
  ['root', 'RO'],
  ['李文山', '李文'],
  ['林溪 Lin Xi', '林X'],
  ['𠮷田', '𠮷田'],
  ['', ''],
])('%s signs as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
