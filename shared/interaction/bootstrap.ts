import { quantile } from '../statistics/quantile.ts'
import { seededRandom } from '../statistics/random.ts'
import type { CellCounts } from './shares.ts'
import { leader, sharesOf } from './shares.ts'

export interface Bootstrap {
  draws: number
  seed: number
  /** Per cell: 95% percentile interval of the respondent-equal share, and the share of draws in which it alone leads. */
  cells: { low: number; high: number; leads: number }[]
}

/**
 * Cluster bootstrap: draws as many respondents as there are, with replacement, each with all their episodes. All must
 * have episodes. The result depends on the order of the respondents, so give them in a fixed one.
 */
export function bootstrap(respondents: readonly CellCounts[], draws: number, seed: number): Bootstrap {
  const shares = sharesOf(respondents)
  const cells = respondents[0]?.length ?? 0
  const random = seededRandom(seed)
  const values = Array.from({ length: cells }, () => new Float64Array(draws))
  const leads = new Array<number>(cells).fill(0)
  const mean = new Array<number>(cells).fill(0)
  for (let draw = 0; draw < draws; draw++) {
    mean.fill(0)
    for (let pick = 0; pick < shares.length; pick++) {
      const drawn = shares[Math.floor(random() * shares.length)] ?? []
      for (let cell = 0; cell < cells; cell++) mean[cell] = (mean[cell] ?? 0) + (drawn[cell] ?? 0) / shares.length
    }
    for (let cell = 0; cell < cells; cell++) values[cell]![draw] = mean[cell] ?? 0
    const first = leader(mean)
    if (first !== null) leads[first] = (leads[first] ?? 0) + 1
  }
  return {
    draws,
    seed,
    cells: values.map((drawn, cell) => {
      drawn.sort()
      return { low: quantile(drawn, 0.025), high: quantile(drawn, 0.975), leads: (leads[cell] ?? 0) / draws }
    }),
  }
}
