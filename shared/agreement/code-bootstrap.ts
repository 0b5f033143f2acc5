import type { BootstrapInterval, BootstrapOptions } from './cluster-bootstrap.ts'
import { clusterDraws, percentileInterval } from './cluster-bootstrap.ts'
import type { CodePatterns } from './code-patterns.ts'
import type { DocumentFilter } from './code-ratings.ts'
import type { CodeSums } from './code-sums.ts'
import { codeFigures, FIGURES, sumsOfCode, totalsOf } from './code-sums.ts'

export type FigureName = (typeof FIGURES)[number]

export interface CodeIntervals {
  /** In the order of the patterns' codes. */
  readonly codes: readonly Readonly<Record<FigureName, BootstrapInterval>>[]
  /** Of the mean over the codes that `headlines` names. */
  readonly macro: Readonly<Record<FigureName, BootstrapInterval>>
  readonly replicates: number
  readonly seed: number
  readonly level: number
  /** Clusters that were drawn from. */
  readonly clusters: number
}

export interface CodeBootstrapOptions extends BootstrapOptions {
  readonly within?: DocumentFilter
  /** Places of the codes that the macro mean is taken over (see CodeAgreement.hasHeadline); all where absent. */
  readonly headlines?: readonly number[]
  /** Called with the number of replicates done, every 50 of them. Throw from it to stop. */
  readonly onProgress?: (done: number) => void
}

/**
 * Cluster bootstrap of the figures of all codes at once: documents are drawn with replacement, or units within their
 * documents, as the patterns were clustered; each replicate adds up counts per cluster and looks at no rating again.
 * A replicate in which a figure cannot be estimated is counted as such.
 */
export function bootstrapCodes(patterns: CodePatterns, options: CodeBootstrapOptions): CodeIntervals {
  const { replicates, seed, level, within = () => true } = options
  const { document } = patterns.clusters
  const kept = [...document.keys()].filter((cluster) => within(document[cluster]!))
  const codes = patterns.codes.map((_, code) => sumsOfCode(patterns, code))
  const headlines = options.headlines ?? codes.map((_, code) => code)

  // Units are drawn within their documents. Where every cluster is a document of its own, documents are drawn.
  const isWithinDocuments = new Set(document).size < document.length
  const draw = clusterDraws(
    kept.map((cluster) => (isWithinDocuments ? document[cluster]! : 0)),
    seed,
  )
  const drawn = new Int32Array(kept.length)
  const weights = new Int32Array(document.length)
  const values = codes.map(() => FIGURES.map(() => new Float64Array(replicates)))
  const means = FIGURES.map(() => new Float64Array(replicates))
  const figures = new Float64Array(FIGURES.length)
  for (let replicate = 0; replicate < replicates; replicate++) {
    draw(drawn)
    kept.forEach((cluster, index) => (weights[cluster] = drawn[index]!))
    const totals = totalsOf(patterns, weights)
    codes.forEach((sums: CodeSums, code) => {
      codeFigures(sums, weights, totals, figures)
      figures.forEach((value, figure) => (values[code]![figure]![replicate] = value))
    })
    means.forEach((mean, figure) => (mean[replicate] = meanOfDefined(values, headlines, figure, replicate)))
    if ((replicate + 1) % 50 === 0) options.onProgress?.(replicate + 1)
  }
  const intervals = (ofFigures: readonly Float64Array[]) =>
    Object.fromEntries(
      ofFigures.map((ofFigure, figure) => [FIGURES[figure]!, percentileInterval(ofFigure, level)]),
    ) as Record<FigureName, BootstrapInterval>
  return { codes: values.map(intervals), macro: intervals(means), replicates, seed, level, clusters: kept.length }
}

function meanOfDefined(
  values: readonly (readonly Float64Array[])[],
  codes: readonly number[],
  figure: number,
  replicate: number,
): number {
  let sum = 0
  let of = 0
  for (const code of codes) {
    const value = values[code]![figure]![replicate]!
    if (Number.isNaN(value)) continue
    sum += value
    of++
  }
  return of === 0 ? NaN : sum / of
}
