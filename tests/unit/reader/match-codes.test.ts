import { describe, expect, it } from 'vitest'
import { codeName, codeTitle } from '../../../renderer/features/coding/code-names.ts'
import { codeNamed, indexCodes, matchCodes } from '../../../renderer/features/coding/match-codes.ts'
import { code } from './codes.ts'

const CODES = [
  code(1, 'M', { en: 'Mobilization', 'zh-CN': '干部动员' }),
  code(2, 'M.R', { en: 'Responsive mobilization', 'zh-CN': '回应性动员' }),
  code(3, 'M.R1', { en: 'Needs assessment', 'zh-CN': '需求评估' }),
  code(4, 'M.A', { en: 'Administrative mobilization', 'zh-CN': '行政性动员' }),
  code(5, 'E.A', { en: 'Assistance performance', 'zh-CN': '帮扶绩效' }),
  code(6, null, { 'zh-CN': '打井（ＷＥＬＬ）' }),
]
const INDEX = indexCodes(CODES)

function found(typed: string, recent: number[] = []): number[] {
  return matchCodes(INDEX, typed, recent).map((row) => row.id)
}

describe('finding a code by typing', () => {
  it('knows the initials of its Chinese name', () => {
    expect(found('hyx')).toEqual([2])
    expect(found('hyxdy')).toEqual([2])
    expect(found('xqpg')).toEqual([3])
    expect(found('huiying')).toEqual([2])
  })

  it('puts the exact label first, then what begins like it', () => {
    expect(found('m.r')).toEqual([2, 3])
    expect(found('M')[0]).toBe(1)
  })

  it('matches names in any language, from their beginning before their middle', () => {
    expect(found('动员')).toEqual([1, 2, 4])
    expect(found('mob')).toEqual([1, 2, 4])
    expect(found('assess')).toEqual([3])
  })

  it('takes several words in any order', () => {
    expect(found('mobilization admin')).toEqual([4])
  })

  it('does not care for case or width', () => {
    expect(found('well')).toEqual([6])
    expect(found('Ｍ．Ａ')).toEqual([4])
  })

  it('among equals puts the recently used first, and lists all when nothing is typed', () => {
    expect(found('动员', [4])).toEqual([4, 1, 2])
    expect(found('', [5, 3])).toEqual([5, 3, 1, 2, 4, 6])
  })

  it('forgives a slip or two in the initials, but only where nothing else matches', () => {
    expect(found('hfdy')).toEqual([2])
    expect(found('hyxdu')).toEqual([2])
    expect(found('hf')).toEqual([])
  })

  it('finds nothing where nothing matches', () => {
    expect(found('zzz')).toEqual([])
  })

  it('knows which names are taken', () => {
    expect(codeNamed(INDEX, ' responsive  Mobilization')).not.toBeNull()
    expect(codeNamed(INDEX, 'm.r1')?.label).toBe('M.R1')
    expect(codeNamed(INDEX, 'm.r9')).toBeNull()
  })
})

describe('the name of a code', () => {
  it('is in the language asked for, else in another, else the label', () => {
    expect(codeName(CODES[1]!, 'zh-CN')).toBe('回应性动员')
    expect(codeName(CODES[5]!, 'en')).toBe('打井（ＷＥＬＬ）')
    expect(codeName(code(9, 'X.1'), 'en')).toBe('X.1')
    expect(codeTitle(CODES[1]!, 'en')).toBe('M.R Responsive mobilization')
    expect(codeTitle(code(9, 'X.1'), 'en')).toBe('X.1')
  })
})
