import { describe, expect, it } from 'vitest'
import { studentTQuantile } from '../../../shared/statistics/student-t.ts'

describe("quantiles of Student's t", () => {
  it('are those of printed tables', () => {
    const printed = (degrees: number) => studentTQuantile(0.975, degrees).toFixed(3)
    expect([1, 2, 5, 10, 30, 120].map(printed)).toEqual(['12.706', '4.303', '2.571', '2.228', '2.042', '1.980'])
    expect(studentTQuantile(0.995, 3).toFixed(3)).toBe('5.841')
  })

  it('have closed forms for one and two degrees of freedom', () => {
    for (const p of [0.6, 0.9, 0.99, 0.9995]) {
      expect(studentTQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 9)
      expect(studentTQuantile(p, 2)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 9)
    }
  })

  it('come near the normal distribution, and mirror each other', () => {
    expect(studentTQuantile(0.975, 1e7)).toBeCloseTo(1.959964, 6)
    expect(studentTQuantile(0.025, 7)).toBe(-studentTQuantile(0.975, 7))
    expect(studentTQuantile(0.5, 7)).toBe(0)
  })

  it('do not exist at the ends', () => {
    expect(() => studentTQuantile(1, 5)).toThrow(RangeError)
    expect(() => studentTQuantile(0.9, 0)).toThrow(RangeError)
  })
})
