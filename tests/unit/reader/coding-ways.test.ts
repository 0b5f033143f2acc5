import { describe, expect, it } from 'vitest'
import { inVivoName } from '../../../renderer/features/coding/in-vivo-name.ts'
import { indexCodes } from '../../../renderer/features/coding/match-codes.ts'
import { lastCodes, recentCodes, rememberCodes } from '../../../renderer/features/coding/recent-codes.ts'
import { wantedCode } from '../../../renderer/features/coding/wanted-code.ts'
import { code } from './codes.ts'

describe('names in vivo', () => {
  it('are the words themselves, without the punctuation around them', () => {
    expect(inVivoName('“we were only informed,”', 'en')).toBe('we were only informed')
    expect(inVivoName('先问我们缺啥。', 'zh-CN')).toBe('先问我们缺啥')
    expect(inVivoName('one\n  two', 'en')).toBe('one two')
    expect(inVivoName('家👨‍👩‍👧里', 'zh-CN')).toBe('家👨‍👩‍👧里')
  })

  it('are cut behind a word where they would be too long', () => {
    const long = 'nobody asked us anything until the road had been measured and the money was gone'
    expect(inVivoName(long, 'en')).toBe('nobody asked us anything until the road had been measured…')
    const chinese = '村里开会的时候只是念了一遍文件就让我们回去签字谁也没有问过我们'
    const name = inVivoName(chinese, 'zh-CN')
    expect(name.length).toBeLessThanOrEqual(25)
    expect(chinese.startsWith(name.slice(0, -1))).toBe(true)
    expect(name.endsWith('…')).toBe(true)
    expect(inVivoName('x'.repeat(500), 'en')).toBe(`${'x'.repeat(60)}…`)
  })

  it('never cut a character in two', () => {
    expect(inVivoName('👨‍👩‍👧'.repeat(40), 'en').replace('…', '')).toMatch(/^(?:👨‍👩‍👧)+$/u)
    expect(inVivoName('𠮷'.repeat(100), 'zh-CN').isWellFormed()).toBe(true)
  })

  it('are none where no words are selected', () => {
    expect(inVivoName('……。', 'zh-CN')).toBe('')
    expect(inVivoName(' \n ', 'en')).toBe('')
  })
})

describe('a code wanted by what is typed', () => {
  const index = indexCodes([
    code(1, 'M.R', { en: 'Responsive mobilization', 'zh-CN': '回应性动员' }),
    code(2, null, { en: 'and/or' }),
  ])

  it('stands under the code before the slash, found by label, name or pinyin', () => {
    expect(wantedCode(index, 'M.R/asks first')).toMatchObject({ name: 'asks first', parentId: 1 })
    expect(wantedCode(index, '回应性动员/先问')).toMatchObject({ name: '先问', parentId: 1 })
    expect(wantedCode(index, 'hfdy / 先问 ')).toMatchObject({ name: '先问', parentId: 1 })
  })

  it('takes a slash behind no code for part of the name', () => {
    expect(wantedCode(index, 'yes/no')).toMatchObject({ name: 'yes/no', parentId: null })
    expect(wantedCode(index, '/x')).toMatchObject({ name: '/x', parentId: null })
  })

  it('is none where a code is called so, or no name has been typed yet', () => {
    expect(wantedCode(index, 'm.r')).toBeNull()
    expect(wantedCode(index, 'and/or')).toBeNull()
    expect(wantedCode(index, 'M.R/')).toBeNull()
    expect(wantedCode(index, '  ')).toBeNull()
  })
})

it('what was applied together is remembered together', () => {
  rememberCodes([3])
  rememberCodes([1, 2, 1])
  expect(lastCodes()).toEqual([1, 2])
  expect(recentCodes()).toEqual([1, 2, 3])
})
