import { oneVersusRest } from '../../shared/agreement/binary-table.ts'
import { brennanPrediger } from '../../shared/agreement/brennan-prediger.ts'
import type { CoefficientOptions, VarianceForm } from '../../shared/agreement/chance-corrected.ts'
import { bootstrapFigure } from '../../shared/agreement/cluster-bootstrap.ts'
import { cohenKappa, cohenStandardError1960, largestKappa } from '../../shared/agreement/cohen-kappa.ts'
import { congerKappa } from '../../shared/agreement/conger-kappa.ts'
import { fleissKappa } from '../../shared/agreement/fleiss-kappa.ts'
import { gwetAc } from '../../shared/agreement/gwet-ac.ts'
import { alphaOfValue, krippendorffAlpha } from '../../shared/agreement/krippendorff-alpha.ts'
import { lightKappa } from '../../shared/agreement/light-kappa.ts'
import { categorySpecificKappa, oneVersusRestCohen } from '../../shared/agreement/one-versus-rest.ts'
import { percentAgreement } from '../../shared/agreement/percent-agreement.ts'
import { percentUnanimous } from '../../shared/agreement/percent-unanimous.ts'
import { pooledKappaOfTables } from '../../shared/agreement/pooled-kappa.ts'
import { biasIndex, pabak, prevalenceIndex } from '../../shared/agreement/prevalence-bias.ts'
import { scottPi } from '../../shared/agreement/scott-pi.ts'
import { setAlpha } from '../../shared/agreement/set-alpha.ts'
import { percentAgreementOfSets } from '../../shared/agreement/set-ratings.ts'
import { jaccardAgreement, negativeAgreement, positiveAgreement } from '../../shared/agreement/specific-agreement.ts'
import type { BinaryTable, CategoryCounts, Coefficient, Figure } from '../../shared/agreement/types.ts'
import { weightedKappa, weightedKappaOfDisagreement } from '../../shared/agreement/weighted-kappa.ts'
import type { Computation } from './compute.ts'
import { countsIn, dataAs, ratingsIn, setRatingsIn, tableIn } from './datasets.ts'
import type { Fields } from './fields.ts'
import { alphaFields, coefficientFields, fields, figureFields } from './fields.ts'
import type { Params } from './params.ts'
import { levelOf, matrixParam, metricOf, numberParam, setMetricOf, weightsOf } from './params.ts'
import type { Dataset } from './vector-file.ts'

type OfCounts = (counts: CategoryCounts, options: CoefficientOptions) => Coefficient

/** Coefficients of units that were given beforehand. */
export const RATED: Readonly<Record<string, Computation>> = {
  percent_agreement: (dataset, params) => {
    const sets = setRatingsIn(dataset)
    if (sets !== null) return fields(coefficientFields(percentAgreementOfSets(sets), levelOf(params)))
    return ofCounts(percentAgreement)(dataset, params)
  },
  percent_unanimous: (dataset) => {
    const counts = countsIn(dataset)
    return counts === null ? null : fields(figureFields(percentUnanimous(counts)))
  },
  cohen_kappa: (dataset, params) => {
    const table = tableIn(dataset)
    if (table === null) return null
    return fields({
      ...coefficientFields(cohenKappa(table), levelOf(params)),
      kappa_max: largestKappa(table).value,
      se_cohen1960: cohenStandardError1960(table),
    })
  },
  cohen_kappa_weighted: (dataset, params) => {
    const table = tableIn(dataset)
    const weights = weightsOf(params, countsIn(dataset)?.values ?? [])
    if (table === null || weights === null) return null
    return fields(coefficientFields(weightedKappa(table, weights), levelOf(params)))
  },
  cohen_kappa_disagreement_weights: (dataset, params) => {
    const table = tableIn(dataset)
    const weights = matrixParam(params, 'V')
    if (table === null || weights === null) return null
    const kappa = weightedKappaOfDisagreement(table, weights)
    return fields({ ...figureFields(kappa), do: kappa.observedDisagreement, de: kappa.expectedDisagreement })
  },
  scott_pi: (dataset, params) => {
    const table = tableIn(dataset)
    return table === null ? null : fields(coefficientFields(scottPi(table), levelOf(params)))
  },
  fleiss_kappa: ofCounts(fleissKappa),
  brennan_prediger: ofCounts(brennanPrediger),
  gwet_ac1: ofCounts(gwetAc),
  gwet_ac2: ofCounts(gwetAc),
  conger_kappa: (dataset, params) => {
    const ratings = ratingsIn(dataset)
    const weights = weightsOf(params, countsIn(dataset)?.values ?? [])
    if (ratings === null || weights === null) return null
    return fields(coefficientFields(congerKappa(ratings, { weights }), levelOf(params)))
  },
  light_kappa: (dataset) => {
    const ratings = ratingsIn(dataset)
    if (ratings === null) return null
    const light = lightKappa(ratings)
    const pairs = light.pairs.map(({ first, second, kappa }) => [`pair_${first}_${second}`, kappa.value] as const)
    return fields({ ...figureFields(light), ...Object.fromEntries(pairs) })
  },
  krippendorff_alpha: alpha,
  alpha_se_gwet: alpha,
  alpha_per_value: (dataset) =>
    perCategory(dataset, (counts, k) => [String(counts.values[k]), alphaOfValue(counts, k)]),
  category_specific_pi: categorySpecific,
  category_specific_kappa: categorySpecific,
  one_vs_rest_kappa: (dataset) => {
    const table = tableIn(dataset)
    if (table === null) return null
    return fields(Object.fromEntries(table.map((_, k) => [`c${k + 1}`, oneVersusRestCohen(table, k).value])))
  },
  table2x2: (dataset) => {
    const table = tableIn(dataset)
    if (table?.length !== 2) return null
    const binary = oneVersusRest(table, 0)
    const kappa = cohenKappa(table)
    const figures: Record<string, Figure> = {
      kappa,
      scott_pi: scottPi(table),
      pabak: pabak(binary),
      positive_agreement: positiveAgreement(binary),
      negative_agreement: negativeAgreement(binary),
      f1: positiveAgreement(binary),
      jaccard: jaccardAgreement(binary),
      prevalence_index: prevalenceIndex(binary),
      bias_index: biasIndex(binary),
    }
    const values = Object.entries(figures).map(([name, { value }]) => [name, value] as const)
    return fields({ ...Object.fromEntries(values), po: kappa.observed, pe: kappa.expected })
  },
  pooled_kappa: (dataset) => {
    const tables = dataAs(dataset, 'tables')
    if (tables === null) return null
    const kappa = pooledKappaOfTables(tables)
    return fields({ ...figureFields(kappa), po: kappa.observed, pe: kappa.expected })
  },
  bootstrap_units: (dataset, params) => {
    const counts = countsIn(dataset)
    const metric = metricOf(params)
    const statistics: Record<string, (resampled: CategoryCounts) => Figure> = {
      percent_agreement: percentAgreement,
      fleiss_kappa: fleissKappa,
      gwet_ac1: gwetAc,
      ...(metric !== null && { alpha: (resampled) => krippendorffAlpha(resampled, metric) }),
    }
    const statistic = statistics[String(params.stat)]
    if (counts === null || statistic === undefined) return null
    const { low, high, undefinedReplicates } = bootstrapFigure(
      counts.rows.length,
      (weights) => statistic({ ...counts, times: [...weights] }),
      { replicates: numberParam(params, 'B', 2000), seed: numberParam(params, 'seed', 1), level: levelOf(params) },
    )
    return fields({ lo: low, hi: high, undefined: undefinedReplicates })
  },
  positive_agreement: ofBinary(positiveAgreement),
  negative_agreement: ofBinary(negativeAgreement),
  prevalence_index: ofBinary(prevalenceIndex),
  bias_index: ofBinary(biasIndex),
  pabak: ofBinary(pabak),
}

function ofBinary(figure: (table: BinaryTable) => Figure): Computation {
  return (dataset) => {
    const table = tableIn(dataset)
    return table?.length === 2 ? fields(figureFields(figure(oneVersusRest(table, 0)))) : null
  }
}

function ofCounts(coefficient: OfCounts): Computation {
  return (dataset, params) => {
    const counts = countsIn(dataset)
    const weights = weightsOf(params, counts?.values ?? [])
    if (counts === null || weights === null) return null
    const figure = coefficient(counts, { weights, variance: varianceOf(dataset) })
    return fields(coefficientFields(figure, levelOf(params)))
  }
}

function alpha(dataset: Dataset, params: Params): Fields | null {
  const sets = setRatingsIn(dataset)
  const setMetric = setMetricOf(params)
  if (sets !== null) return setMetric === null ? null : fields(alphaFields(setAlpha(sets, setMetric), levelOf(params)))
  const counts = countsIn(dataset)
  const metric = metricOf(params)
  if (counts === null || metric === null) return null
  return fields(alphaFields(krippendorffAlpha(counts, metric, varianceOf(dataset)), levelOf(params)))
}

function categorySpecific(dataset: Dataset): Fields | null {
  return perCategory(dataset, (counts, k) => [`c${k + 1}`, categorySpecificKappa(counts, k)])
}

function perCategory(
  dataset: Dataset,
  figure: (counts: CategoryCounts, category: number) => readonly [string, Figure],
): Fields | null {
  const counts = countsIn(dataset)
  if (counts === null) return null
  const named = counts.values.map((_, category) => figure(counts, category))
  return fields(Object.fromEntries(named.map(([name, { value }]) => [name, value])))
}

/** The method page: table and raw standard errors differ by (n − 1)/n. */
function varianceOf(dataset: Dataset): VarianceForm {
  return dataset.type === 'table' ? 'table' : 'units'
}
