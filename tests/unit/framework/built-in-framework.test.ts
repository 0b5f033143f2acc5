import { describe, expect, it } from 'vitest'
import { builtInFile } from './built-in.ts'

const file = builtInFile()
const byLabel = new Map(file.codes.map((code) => [code.label, code]))
const roots = ['M', 'P', 'I', 'S', 'E', 'T']
const headings = [...roots, 'E.R', 'E.G', 'E.A']
const applied = [
  ...['M.R', 'M.R1', 'M.R2', 'M.R3', 'M.R4', 'M.R5', 'M.A', 'M.0'],
  ...['P.G', 'P.D', 'P.N', 'P.NC', 'P.NW', 'P.NU', 'P.NX'],
  ...['I.P', 'I.S', 'I.C', 'I.0', 'S.+', 'S.-'],
  ...['E.R', 'E.G', 'E.A'].flatMap((label) => [`${label}.+`, `${label}.-`, `${label}.±`]),
  ...['T.1', 'T.2', 'T.3'],
]

describe('the built-in codebook', () => {
  it('has the codes of the method and no others, headings not codable', () => {
    expect(file.codes.map((code) => code.label).sort()).toEqual([...headings, ...applied].sort())
    expect(
      file.codes
        .filter((code) => !code.codable)
        .map((code) => code.label)
        .sort(),
    ).toEqual([...headings].sort())
  })

  it('defines every code in both languages, and every codable one with criteria and an example', () => {
    for (const code of file.codes) {
      expect(Object.keys(code.texts).sort()).toEqual(['en', 'zh-CN'])
      for (const [language, text] of Object.entries(code.texts)) {
        const parts = code.codable ? Object.values(text) : [text.name, text.definition]
        for (const part of parts) expect(part.trim(), `${code.label} ${language}`).not.toBe('')
      }
      expect(code.texts['zh-CN']?.definition).toMatch(/\p{Script=Han}/u)
      expect(code.texts.en?.definition).not.toMatch(/\p{Script=Han}/u)
    }
  })

  it('refers in its criteria only to codes that exist', () => {
    for (const code of file.codes) {
      for (const text of Object.values(code.texts)) {
        for (const [label] of `${text.include} ${text.exclude}`.matchAll(/\b[MPISET]\.[A-Z0-9]+(?:\.[+±-])?/g)) {
          expect([...byLabel.keys()], `${code.label} mentions ${label}`).toContain(label)
        }
      }
    }
  })

  it('puts each code under its heading or its roll-up', () => {
    const parent = (label: string): string | null | undefined => byLabel.get(label)?.parent
    for (const label of roots) expect(parent(label)).toBeNull()
    for (const label of ['M.R1', 'M.R2', 'M.R3', 'M.R4', 'M.R5']) expect(parent(label)).toBe('M.R')
    for (const label of ['P.NC', 'P.NW', 'P.NU', 'P.NX']) expect(parent(label)).toBe('P.N')
    expect(parent('E.G.±')).toBe('E.G')
    expect(parent('T.3')).toBe('T')
  })

  it('uses random lower-case guids and keys that can be typed', () => {
    for (const code of file.codes) {
      expect(code.guid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    }
    expect(byLabel.get('M.R')?.shortcut).toBe('1')
    expect(byLabel.get('P.G')?.shortcut).toBe('q')
  })

  it('has colours that differ and stand out on white and on near-black', () => {
    const colours = file.codes.map((code) => code.colour)
    expect(new Set(colours).size).toBe(colours.length)
    for (const colour of colours) {
      expect(contrast(colour, '#ffffff'), colour).toBeGreaterThanOrEqual(3)
      expect(contrast(colour, '#121212'), colour).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the built-in framework', () => {
  const { framework } = file

  it('names four cells of six and keeps the other two', () => {
    const kind = (id: string): string | undefined => framework.cells.find((cell) => cell.id === id)?.kind
    expect(['T1', 'T2', 'T3', 'T4'].map(kind)).toEqual(['typed', 'typed', 'typed', 'typed'])
    expect(['X1', 'X2'].map(kind)).toEqual(['off-typology', 'off-typology'])
    expect(framework.matchedCells).toEqual(['T1'])
  })

  it('ships "not asked" and the passive grouping switched off', () => {
    expect(framework.optionalCodes).toEqual([
      { code: { guid: byLabel.get('P.NX')?.guid, label: 'P.NX' }, enabled: false },
    ])
    expect(framework.groupings.map((grouping) => grouping.enabled)).toEqual([false])
  })

  it('has the conventions of the method as its rules', () => {
    expect(framework.rules).toMatchObject({
      minimum: {
        episodes: 8,
        respondents: 3,
        sides: [
          { side: 'cadre', respondents: 1 },
          { side: 'farmer', respondents: 2 },
        ],
      },
      share: 0.5,
      gap: 0.15,
      stability: { leaveOneOut: true, bootstrapFrom: 5, bootstrapShare: 0.9, draws: 2000 },
      provisionalUpTo: 4,
    })
  })

  it('keeps the village committee apart from cadres and from farmers', () => {
    expect(framework.sides.map((side) => [side.id, side.balanced])).toEqual([
      ['cadre', true],
      ['committee', false],
      ['farmer', true],
    ])
  })
})

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
