import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { CODE_COLOURS } from '../../../renderer/ui/code-colours.ts'

const css = readFileSync(path.resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8')

/** The colour tokens of the rules whose selector is exactly this. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('\n}', start) + 2)
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]))
}

const light = tokensOf(':root')
const dark = tokensOf(":root[data-theme='dark']")

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const SURFACES = ['chrome', 'panel', 'page', 'raised', 'hover', 'pressed']
const WORDS: readonly (readonly [string, string])[] = [
  ...SURFACES.flatMap((surface) => [['text', surface] as const, ['text-muted', surface] as const]),
  ...['chrome', 'panel', 'page', 'raised'].map((surface) => ['text-faint', surface] as const),
  ...['chrome', 'panel', 'page', 'raised'].flatMap((surface) => [
    ['accent', surface] as const,
    ['danger', surface] as const,
    ['warning', surface] as const,
  ]),
  ['selected-text', 'selected'],
  ['text', 'selected'],
  ['text-muted', 'selected'],
  ['text', 'accent-soft'],
  ['text', 'mark'],
  ['text-on-accent', 'accent'],
  ['text-on-accent', 'accent-hover'],
  ['danger', 'danger-soft'],
  ['warning', 'warning-soft'],
  ['page', 'text'],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_name, tokens) => {
  const colour = (name: string): string => tokens.get(name) ?? expect.fail(`no token --${name}`)

  test.each(WORDS)('words in %s on %s can be read (AA)', (words, surface) => {
    expect(contrast(colour(words), colour(surface))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(SURFACES)('frames of controls and the focus are seen on %s', (surface) => {
    expect(contrast(colour('line-strong'), colour(surface))).toBeGreaterThanOrEqual(surface === 'pressed' ? 2.5 : 3)
    expect(contrast(colour('focus'), colour(surface))).toBeGreaterThanOrEqual(3)
  })

  test.each(CODE_COLOURS)('the code colour $id is seen on the page', ({ hex }) => {
    expect(contrast(hex, colour('page'))).toBeGreaterThanOrEqual(3)
  })
})

test('the system’s dark theme is the same as the chosen one', () => {
  const systemBlock = css.slice(
    css.indexOf('@media (prefers-color-scheme: dark)'),
    css.indexOf("\n:root[data-theme='dark']"),
  )
  for (const [name, hex] of dark) expect(systemBlock).toContain(`--${name}: ${hex};`)
})

test('every colour has its dark twin', () => {
  expect([...dark.keys()].sort()).toEqual([...light.keys()].sort())
})
