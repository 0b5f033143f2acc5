import { quoteHash } from '../../../shared/text/quote.ts'
import type { ReadableDb } from '../database/db.ts'
import type { ComparedSide } from './compared-document.ts'
import { statementsOf } from '../../../shared/agreement/disagreements.ts'
import { episodeStatedIn, PLAIN, statedIn } from './pair-reader.ts'
import type { SubjectSide } from './stored-decision.ts'

type Table = 'code' | 'case_unit' | 'affair'

/** What a disagreement is about, in words that every copy of the study understands. */
export class Guids {
  readonly #db: ReadableDb
  readonly #tables = new Map<Table, Map<number, string>>()
  #codes: Map<string, number> | null = null

  constructor(db: ReadableDb) {
    this.#db = db
  }

  ofCode(id: number): string {
    return this.#of('code').get(id) ?? ''
  }

  codeWith(guid: string): number | null {
    this.#codes ??= new Map([...this.#of('code')].map(([id, own]) => [own, id]))
    return this.#codes.get(guid) ?? null
  }

  /** @param from where the disagreement begins */
  side(side: ComparedSide, from: number): SubjectSide {
    const { start, end } = side.passage ?? side.episode
    return {
      code: side.passage === null ? null : this.#guid('code', side.passage.value),
      start: start - from,
      end: end - from,
      says: this.#says(side),
    }
  }

  #says(side: ComparedSide): string {
    if (side.passage === null) {
      const { affairId, eventTime, primaries } = episodeStatedIn(side.episode.attributes)
      return digest([
        this.#guid('affair', affairId),
        eventTime,
        primaries.map(([dimension, codeId]) => [dimension, this.#guid('code', codeId)]),
      ])
    }
    const statements = statementsOf(side.passage).map(({ attributes }) => attributes)
    if (statements.every((attributes) => attributes === PLAIN)) return ''
    return digest(
      statements.map((attributes) => {
        const [polarity, evidence, actor, caseId, affairId, eventTime] = statedIn(attributes)
        return [polarity, evidence, actor, this.#guid('case_unit', caseId), this.#guid('affair', affairId), eventTime]
      }),
    )
  }

  #guid(table: Table, id: number | null): string | null {
    return id === null ? null : (this.#of(table).get(id) ?? null)
  }

  #of(table: Table): Map<number, string> {
    let guids = this.#tables.get(table)
    if (guids === undefined) {
      guids = new Map(this.#db.rows<[number, string]>(`SELECT id, guid FROM ${table}`))
      this.#tables.set(table, guids)
    }
    return guids
  }
}

function digest(said: unknown): string {
  return quoteHash(JSON.stringify(said))
}
