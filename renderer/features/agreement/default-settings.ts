import type { DocumentRow } from '../../../shared/contract/document.ts'
import { agreementSettingsSchema } from '../../../shared/contract/agreement-settings.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'

type Work = Pick<DocumentRow, 'states'>

/**
 * The two coders who share the most finished transcripts, and of those who share as many, the most begun ones; in the
 * order of `coderIds`, the earlier pair before the later. Where nobody shares any: the first two. Fewer than two coders
 * are given back as they are.
 */
export function pairToCompare(documents: readonly Work[], coderIds: readonly number[]): readonly number[] {
  const finished = new PairCounts(documents, FINISHED)
  const begun = new PairCounts(documents, BEGUN)
  const pairs = coderIds.flatMap((one, at) => coderIds.slice(at + 1).map((other): Pair => [one, other]))
  const [first, ...others] = pairs
  if (first === undefined) return coderIds
  return others.reduce((best, pair) => {
    const more = finished.of(pair) - finished.of(best) || begun.of(pair) - begun.of(best)
    return more > 0 ? pair : best
  }, first)
}

type Pair = readonly [number, number]

const FINISHED: ReadonlySet<string> = new Set(['finished'])
const BEGUN: ReadonlySet<string> = new Set(['finished', 'in_progress'])

/** How many transcripts two coders have both come to one of these states with. */
class PairCounts {
  readonly #counts = new Map<string, number>()

  constructor(documents: readonly Work[], among: ReadonlySet<string>) {
    for (const { states } of documents) {
      const there = states.filter(({ state }) => among.has(state)).map(({ coderId }) => coderId)
      for (const one of there)
        for (const other of there) {
          const key = `${one} ${other}`
          this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
        }
    }
  }

  of(pair: Pair): number {
    return this.#counts.get(pair.join(' ')) ?? 0
  }
}

/** What an analysis begins with. At least two coders. */
export function defaultSettings(
  documents: readonly Work[],
  coderIds: readonly number[],
  version: string,
): AgreementSettings {
  return agreementSettingsSchema.parse({ coderIds: pairToCompare(documents, coderIds), version })
}
