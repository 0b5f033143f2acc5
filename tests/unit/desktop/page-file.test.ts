import { sep } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOwnPage } from '../../../electron/main/page-address.ts'
import { fileFor } from '../../../electron/main/page-file.ts'

const FOLDER = '/opt/tianye/dist/renderer'

describe('the file an address of the page names', () => {
  test('is inside the page', () => {
    expect(fileFor(FOLDER, 'app://tianye/index.html')).toBe(`${FOLDER}/index.html`)
    expect(fileFor(FOLDER, 'app://tianye/assets/a%20b.js?x#y')).toBe(`${FOLDER}/assets/a b.js`)
  })

  test.each([
    'app://tianye/..%2f..%2fmain/main.js',
    'app://tianye/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://tianye/..%2frenderer-of-another/index.html',
    'app://tianye/assets/..%2f..%2f..%2fpackage.json',
    'app://tianye/%00',
    'app://tianye/index.html%00.js',
    'app://tianye/%',
    'app://tianye/',
    'app://evil/index.html',
    'app://tianye:1/index.html',
    'file:///etc/passwd',
    'https://tianye/index.html',
    'no address',
  ])('is none for %s', (address) => {
    expect(fileFor(FOLDER, address)).toBeNull()
  })

  test('is never outside, whatever is asked', () => {
    const part = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'assets', 'renderer', '%252f', '')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const path = fileFor(FOLDER, `app://tianye/${parts.join('')}`)
        expect(path === null || path.startsWith(FOLDER + sep)).toBe(true)
      }),
    )
  })
})

describe('an address of the page', () => {
  test.each([
    'app://tianye.evil/index.html',
    'app://evil@evil/index.html',
    'app://x/app://tianye/',
    'https://app://tianye/',
    'data:text/html,app://tianye/',
    'about:blank',
    '',
  ])('is not %s', (address) => {
    expect(isOwnPage(address)).toBe(false)
  })

  test('is told by its parts', () => {
    expect(isOwnPage('app://tianye/index.html#x')).toBe(true)
    expect(isOwnPage('APP://tianye/')).toBe(true)
  })
})
