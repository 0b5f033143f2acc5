import type { CodePatterns } from './code-patterns.ts'
import type { Ratings, Value } from './types.ts'

/** Which documents count, by their places in what the patterns were made from; all where absent. */
export type DocumentFilter = (document: number) => boolean

/** Sizes of the clusters that count, by the set of coders who worked there: what no code changes. */
export type RatedSizes = ReadonlyMap<number, number>

export function ratedSizes({ clusters }: CodePatterns, within: DocumentFilter = () => true): RatedSizes {
  const sizes = new Map<number, number>()
  clusters.document.forEach((document, cluster) => {
    if (!within(document)) return
    const rated = clusters.rated[cluster]!
    sizes.set(rated, (sizes.get(rated) ?? 0) + clusters.size[cluster]!)
  })
  return sizes
}

/**
 * One code as ratings: 1 applied, 0 not applied, null a coder who did not work on the document. One row for each pattern,
 * with how many units or characters show it. `sizes` are those of the same documents.
 */
export function ratingsOfCode<V extends Value>(
  patterns: CodePatterns<V>,
  code: number,
  within: DocumentFilter = () => true,
  sizes: RatedSizes = ratedSizes(patterns, within),
): Required<Ratings<0 | 1>> {
  const { clusters, coders } = patterns
  const { cluster: clusterOf, applied: appliedOf, times: timesOf } = patterns.entries[code]!
  // By set of coders who worked there, by set of coders who applied the code.
  const counts = new Map([...sizes].map(([rated, size]) => [rated, new Map([[0, size]])]))
  for (let entry = 0; entry < clusterOf.length; entry++) {
    const cluster = clusterOf[entry]!
    if (!within(clusters.document[cluster]!)) continue
    const ofRated = counts.get(clusters.rated[cluster]!)
    const applied = appliedOf[entry]!
    const units = timesOf[entry]!
    ofRated?.set(applied, (ofRated.get(applied) ?? 0) + units)
    ofRated?.set(0, (ofRated.get(0) ?? 0) - units)
  }
  const rows: (0 | 1 | null)[][] = []
  const times: number[] = []
  for (const [rated, ofRated] of counts) {
    for (const [applied, count] of ofRated) {
      if (count === 0) continue
      rows.push(
        Array.from({ length: coders }, (_, coder) =>
          (rated & (1 << coder)) === 0 ? null : (applied & (1 << coder)) === 0 ? 0 : 1,
        ),
      )
      times.push(count)
    }
  }
  return { rows, times, values: [0, 1] }
}
