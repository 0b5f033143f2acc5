/** One figure of a benchmark beside what it may be at most. */
export interface Measurement {
  name: string
  measured: number
  /** How `measured` and `budget` are to be read, usually "ms". */
  unit: string
  budget: number
}

/** What every `tests/performance/*.bench.ts` exports. */
export interface BenchModule {
  measure: () => Promise<Measurement[]>
}

/** The value below which a share of the sorted samples lies: 0.5 is the median, 0.95 the slowest in twenty. */
export function quantile(samples: number[], share: number): number {
  if (samples.length === 0) throw new Error('A quantile needs a sample')
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN
}
