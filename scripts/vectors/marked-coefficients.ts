import { twoWay } from '../../shared/agreement/binary-table.ts'
import { countsOfTable } from '../../shared/agreement/category-counts.ts'
import { characterTable } from '../../shared/agreement/character-table.ts'
import { codingAlpha } from '../../shared/agreement/coding-alpha.ts'
import { cohenKappa } from '../../shared/agreement/cohen-kappa.ts'
import { bestDisorder } from '../../shared/agreement/gamma-disorder.ts'
import type { GammaOptions } from '../../shared/agreement/gamma-dissimilarity.ts'
import { gammaFrom } from '../../shared/agreement/gamma.ts'
import { holsti } from '../../shared/agreement/holsti.ts'
import { krippendorffAlpha } from '../../shared/agreement/krippendorff-alpha.ts'
import { scottPi } from '../../shared/agreement/scott-pi.ts'
import type { SetDistance } from '../../shared/agreement/set-distance.ts'
import { setDistance } from '../../shared/agreement/set-distance.ts'
import { spanF1 } from '../../shared/agreement/span-f1.ts'
import { matchSpans } from '../../shared/agreement/span-matching.ts'
import { jaccardAgreement, positiveAgreement } from '../../shared/agreement/specific-agreement.ts'
import { unitizingAlpha } from '../../shared/agreement/unitizing-alpha.ts'
import type { Computation } from './compute.ts'
import { continuumIn, dataAs, spansOf } from './datasets.ts'
import { fields, figureFields } from './fields.ts'
import { numberParam, valueParam } from './params.ts'
import type { Dataset } from './vector-file.ts'

/** Coefficients of passages that coders marked themselves, and distances of sets. */
export const MARKED: Readonly<Record<string, Computation>> = {
  holsti: (dataset) => {
    const data = dataAs(dataset, 'holsti')
    return data === null ? null : fields(figureFields(holsti(data.m, data.n1, data.n2)))
  },
  masi_distance: distances('masi'),
  jaccard_distance: distances('jaccard'),
  dice_distance: distances('dice'),
  char_kappa: (dataset, params) => {
    const continuum = continuumIn(dataset)
    const code = valueParam(params, 'code')
    if (continuum === null || code === null) return null
    const characters = characterTable([continuum], code)
    const table = twoWay(characters)
    const kappa = cohenKappa(table)
    return fields({
      ...figureFields(kappa),
      po: kappa.observed,
      pe: kappa.expected,
      scott_pi: scottPi(table).value,
      alpha: krippendorffAlpha(countsOfTable(table), 'nominal').value,
      f1: positiveAgreement(characters).value,
      jaccard: jaccardAgreement(characters).value,
    })
  },
  span_f1: (dataset, params) => {
    const [first, second] = continuumIn(dataset)?.coders ?? []
    if (first === undefined || second === undefined) return null
    const { matches, precision, recall, f1 } = spanF1([matchSpans(first, second, numberParam(params, 'iou', 0))])
    return fields({ tp: matches, precision: precision.value, recall: recall.value, f1: f1.value })
  },
  unitizing_alpha_2016: (dataset) => {
    const continuum = continuumIn(dataset)
    if (continuum === null) return null
    // Published data are units as their coders made them, so touching ones stay apart.
    const where = unitizingAlpha([continuum], 'keep')
    const what = codingAlpha([continuum], 'keep')
    const values = what.values.flatMap(({ value, alpha, coverage }): [string, number | null][] => [
      [`ku_alpha_${value}`, alpha.value],
      [`coverage_${value}`, coverage.value],
    ])
    return fields({
      u_alpha: where.all.value,
      bar_u_alpha: where.codedOrNot.value,
      cu_alpha: what.all.value,
      ...Object.fromEntries(values),
    })
  },
  gamma_best_disorder: (dataset) => {
    const data = dataAs(dataset, 'gamma')
    const options = gammaOptionsOf(dataset)
    if (data === null || options === null) return null
    const samples = data.samples.map(({ coders }, index): [string, number | null] => [
      `sample_${index}`,
      bestDisorder(spansOf(coders), options).value,
    ])
    return fields({ ...figureFields(bestDisorder(spansOf(data.coders), options)), ...Object.fromEntries(samples) })
  },
  gamma_given_expected: (dataset) => {
    const data = dataAs(dataset, 'gamma')
    const options = gammaOptionsOf(dataset)
    if (data === null || options === null || data.expected_disorder === null) return null
    const observed = bestDisorder(spansOf(data.coders), options)
    if (observed.value === null) return fields(figureFields(observed))
    return fields(figureFields(gammaFrom(observed.value, data.expected_disorder)))
  },
}

function distances(kind: SetDistance): Computation {
  return (dataset) => {
    const pairs = dataAs(dataset, 'set_pairs')
    if (pairs === null) return null
    const named = pairs.map(([one, other], index) => [`p${index}`, setDistance(kind, new Set(one), new Set(other))])
    return fields(Object.fromEntries(named) as Record<string, number>)
  }
}

function gammaOptionsOf(dataset: Dataset): GammaOptions | null {
  const data = dataAs(dataset, 'gamma')
  if (data === null) return null
  const { alpha, beta, delta, cat_order: order, cat_matrix: matrix } = data
  const options = { positionWeight: alpha, categoryWeight: beta, emptyCost: delta }
  if (order === undefined || matrix === undefined) return options
  const places = new Map(order.map((category, place) => [category, place]))
  return {
    ...options,
    categoryDistance: (one, other) => matrix[places.get(one) ?? -1]?.[places.get(other) ?? -1] ?? 1,
  }
}
