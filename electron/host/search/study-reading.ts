import type { Frequency, FrequencyInput } from '../../../shared/contract/frequency.ts'
import type { SearchQuery } from '../../../shared/contract/search.ts'
import { fail, UserError } from '../errors.ts'
import { ReadingLine } from './reading-line.ts'
import { RunningSearch } from './running-search.ts'
import type { ReadingSight } from './tasks.ts'

/** Searches remembered for their lists; windows have one each. */
const REMEMBERED = 8
/** Milliseconds within which a transcript has to be read through. */
const SILENCE = 8000

/** What reads through a whole study beside the coding: one worker for searches, one for counting words. */
export class StudyReading {
  readonly #searching: ReadingLine
  readonly #counting: ReadingLine
  readonly #searches = new Map<number, RunningSearch>()
  #lastId = 0
  #preparing = new AbortController()

  /** `sight`: whose eyes it reads with, where coding is blind; null: the whole study. */
  constructor(path: string, sight: ReadingSight = null, silence = SILENCE) {
    this.#searching = new ReadingLine(path, sight, silence)
    this.#counting = new ReadingLine(path, sight, silence)
  }

  /** Reads ahead while somebody is about to search, so that the first search answers as fast as the next. */
  async prepare(version: string): Promise<void> {
    this.#preparing.abort()
    this.#preparing = new AbortController()
    const { signal } = this.#preparing
    await this.#searching
      .run({ kind: 'prepare', version }, signal, () => undefined)
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
  }

  /** Begins a search; it goes on until it is complete or `RunningSearch.cancel` ends it. */
  search(query: SearchQuery, version: string): RunningSearch {
    this.#preparing.abort()
    const search = new RunningSearch(++this.#lastId, query)
    search.follow(
      this.#searching
        .run({ kind: 'search', query, version }, search.signal, (reply) => {
          search.hear(reply)
        })
        .catch((error: unknown) => {
          if (error instanceof UserError && error.code === 'reading_timeout')
            fail('search_timeout', { ...error.params, pattern: query.text })
          throw error
        }),
    )
    this.#searches.set(search.id, search)
    for (const [oldest, forgotten] of this.#searches) {
      if (this.#searches.size <= REMEMBERED) break
      forgotten.cancel()
      this.#searches.delete(oldest)
    }
    return search
  }

  /** A search by its id. Throws `search_gone`. */
  found(id: number): RunningSearch {
    return this.#searches.get(id) ?? fail('search_gone')
  }

  /** A search by its id, or undefined where it has been forgotten. */
  find(id: number): RunningSearch | undefined {
    return this.#searches.get(id)
  }

  /** Ends and forgets all searches: what they found may not be for these eyes any more. */
  forget(): void {
    for (const search of this.#searches.values()) search.cancel()
    this.#searches.clear()
  }

  async frequencies(
    input: FrequencyInput,
    stopWords: readonly string[],
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ): Promise<Frequency> {
    const value = await this.#counting.run({ kind: 'frequency', input, stopWords }, signal, (reply) => {
      if (reply.kind === 'progress') progress(reply.done, reply.total)
    })
    return value as Frequency
  }

  close(): void {
    this.#preparing.abort()
    this.forget()
    this.#searching.close()
    this.#counting.close()
  }
}
