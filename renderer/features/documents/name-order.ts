import type { DocumentRow } from '../../../shared/contract/document.ts'

/** The alphabetical order of all names, made anew only where a name is new: collation is the slow part of sorting. */
export class NameOrder {
  readonly #collator: Intl.Collator
  #ranks: ReadonlyMap<string, number> = new Map()

  constructor(language: string) {
    this.#collator = new Intl.Collator(language, { numeric: true })
  }

  /** A name's place among the names of these rows, villages and waves. */
  ranksOf(rows: readonly DocumentRow[]): (name: string) => number {
    const names = new Set<string>()
    for (const { name, village, wave } of rows) {
      names.add(name)
      if (village !== null) names.add(village)
      if (wave !== null) names.add(wave)
    }
    if ([...names].some((name) => !this.#ranks.has(name)))
      this.#ranks = new Map([...names].sort(this.#collator.compare).map((name, rank) => [name, rank]))
    return (name) => this.#ranks.get(name) ?? 0
  }
}
