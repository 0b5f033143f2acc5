import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countText, differenceText, indexText, pointsText, shareText } from '../../../renderer/i18n/format.ts'

describe('numbers as they are written', () => {
  it('keeps 0% for none and 100% for all', () => {
    expect(shareText(0, 'en')).toBe('0%')
    expect(shareText(0.001, 'en')).toBe('<1%')
    expect(shareText(0.744, 'en')).toBe('74%')
    expect(shareText(0.998, 'en')).toBe('>99%')
    expect(shareText(1, 'en')).toBe('100%')
  })

  it('takes what arithmetic leaves behind of 0 and 1 for 0 and 1', () => {
    expect(shareText(1e-17, 'zh-CN')).toBe('0%')
    expect(shareText(1 - 1e-16, 'zh-CN')).toBe('100%')
  })

  it('says 0% and 100% of nothing else', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (share) => {
        expect(['0%', '100%']).not.toContain(shareText(share, 'en'))
      }),
    )
  })

  it('writes indices with two decimals and differences with their sign', () => {
    expect(indexText(0.8413, 'en')).toBe('0.84')
    expect(differenceText(0.25, 'en')).toBe('+0.25')
    expect(differenceText(-0.3, 'en')).toBe('−0.30')
    expect(differenceText(0, 'en')).toBe('0.00')
    expect(pointsText(0.585, 'zh-CN')).toBe('59')
    expect(countText(2.89, 'en')).toBe('2.9')
    expect(countText(12345, 'zh-CN')).toBe('12,345')
  })
})
