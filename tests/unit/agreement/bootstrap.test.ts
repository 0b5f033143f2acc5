import { describe, expect, it } from 'vitest'
import {
  bootstrapFigure,
  clusterDraws,
  percentileInterval,
  resampledUnit,
} from '../../../shared/agreement/cluster-bootstrap.ts'
import { confidenceInterval } from '../../../shared/agreement/confidence-interval.ts'
import { estimated, notEstimable } from '../../../shared/agreement/figure.ts'
import { percentAgreement } from '../../../shared/agreement/percent-agreement.ts'
import { bandOf, SCALES } from '../../../shared/agreement/scales.ts'
import { countsOf } from '../../../shared/agreement/category-counts.ts'

describe('draws of clusters', () => {
  it('draw as many as there are, each stratum apart', () => {
    const draw = clusterDraws([5, 5, 5, 9, 9], 3)
    const weights = new Int32Array(5)
    for (let replicate = 0; replicate < 50; replicate++) {
      draw(weights)
      expect(weights[0]! + weights[1]! + weights[2]!).toBe(3)
      expect(weights[3]! + weights[4]!).toBe(2)
    }
  })

  it('draw every cluster equally often in the long run', () => {
    const draw = clusterDraws(new Int32Array(4), 1)
    const weights = new Int32Array(4)
    const sums = [0, 0, 0, 0]
    for (let replicate = 0; replicate < 4000; replicate++) {
      draw(weights)
      weights.forEach((weight, cluster) => (sums[cluster]! += weight))
    }
    for (const sum of sums) expect(Math.abs(sum / 4000 - 1)).toBeLessThan(0.06)
  })
})

describe('the bootstrap of a figure', () => {
  const options = { replicates: 4000, seed: 1, level: 0.95 }

  it('comes near the analytic interval for independent units', () => {
    const rows = Array.from({ length: 200 }, (_, unit) => (unit % 5 === 0 ? ['a', 'b'] : ['a', 'a']))
    const counts = countsOf({ rows })
    const analytic = confidenceInterval(percentAgreement(counts), 0.95)!
    const resampled = bootstrapFigure(200, (weights) => percentAgreement({ ...counts, times: [...weights] }), options)
    expect(resampled.low).toBeCloseTo(analytic.low, 1.5)
    expect(resampled.high).toBeCloseTo(analytic.high, 1.5)
    expect(Math.abs(resampled.low! - analytic.low)).toBeLessThan(0.01)
  })

  it('counts undefined replicates and takes bounds from the others', () => {
    let call = 0
    const half = bootstrapFigure(1, () => (call++ % 2 === 0 ? notEstimable('no_variation') : estimated(0.5)), options)
    expect(half).toEqual({ low: 0.5, high: 0.5, undefinedReplicates: 2000 })
    const none = bootstrapFigure(1, () => notEstimable('no_variation'), { ...options, replicates: 3 })
    expect(none).toEqual({ low: null, high: null, undefinedReplicates: 3 })
  })

  it('takes percentiles between the nearest ranks', () => {
    expect(percentileInterval(Float64Array.from([4, NaN, 1, 0, 3, 2]), 0.5)).toEqual({
      low: 1,
      high: 3,
      undefinedReplicates: 1,
    })
  })

  it('resamples documents from ten of them on', () => {
    expect([resampledUnit(9), resampledUnit(10)]).toEqual(['unit', 'document'])
  })
})

describe('the analytic interval', () => {
  it('is capped at 1 and absent without a standard error', () => {
    const nearlyAll = countsOf({ rows: Array.from({ length: 12 }, (_, unit) => ['a', unit === 0 ? 'b' : 'a']) })
    expect(confidenceInterval(percentAgreement(nearlyAll), 0.95)?.high).toBe(1)
    expect(confidenceInterval(percentAgreement(countsOf({ rows: [['a', 'a']] })), 0.95)).toBeNull()
    expect(confidenceInterval(percentAgreement(countsOf({ rows: [] })), 0.95)).toBeNull()
  })
})

describe('scales of interpretation', () => {
  it('put a value into the band that its author gives it', () => {
    const bands = (value: number) => Object.values(SCALES).map((scale) => bandOf(scale, value))
    expect(bands(-0.1)).toEqual(['unreliable', 'poor', 'poor', 'poor', 'poor'])
    expect(bands(0.667)).toEqual(['tentative', 'substantial', 'fairToGood', 'good', 'good'])
    expect(bands(0.8)).toEqual(['reliable', 'almostPerfect', 'excellent', 'veryGood', 'excellent'])
  })
})
