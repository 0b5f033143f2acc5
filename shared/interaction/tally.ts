import type { Framework } from '../framework/framework-schema.ts'
import { normaliseRole } from '../framework/normalise-role.ts'
import type { ClassifiedEpisode } from './classify.ts'
import type { RespondentKey } from './respondent-key.ts'
import { compareRespondentKeys } from './respondent-key.ts'

/** One respondent in one village and wave, with the episodes that count for them. */
export interface Tally {
  key: RespondentKey
  role: string | null
  sideId: string | null
  documents: number[]
  /** All statuses, in order of the text. */
  episodes: ClassifiedEpisode[]
  /** Determinate episodes per cell, in the order of the framework's cells, and their sum. */
  cells: number[]
  determinate: number
}

/** Someone interviewed in a document, with the role they have there. */
export interface Interviewed {
  key: RespondentKey
  documentId: number
  role: string | null
}

/** One tally for each respondent, by key; the role is that of the first document that gives one. */
export function tallyRespondents(
  framework: Framework,
  interviewed: readonly Interviewed[],
  episodes: readonly ClassifiedEpisode[],
): Tally[] {
  const sides = new Map(framework.sides.flatMap((side) => side.roles.map((role) => [normaliseRole(role), side.id])))
  const position = new Map(framework.cells.map((cell, index) => [cell.id, index]))
  const tallies = new Map<RespondentKey, Tally>()
  const tallyOf = (key: RespondentKey): Tally => {
    const tally: Tally = tallies.get(key) ?? {
      ...{ key, role: null, sideId: null, documents: [], episodes: [], determinate: 0 },
      cells: framework.cells.map(() => 0),
    }
    tallies.set(key, tally)
    return tally
  }
  for (const { key, documentId, role } of interviewed.toSorted((a, b) => a.documentId - b.documentId)) {
    const tally = tallyOf(key)
    if (!tally.documents.includes(documentId)) tally.documents.push(documentId)
    tally.role ??= role
  }
  for (const episode of episodes) {
    for (const { key } of episode.respondents) {
      const tally = tallyOf(key)
      tally.episodes.push(episode)
      const cell = episode.cellId === null ? undefined : position.get(episode.cellId)
      if (cell === undefined) continue
      tally.cells[cell] = (tally.cells[cell] ?? 0) + 1
      tally.determinate++
    }
  }
  for (const tally of tallies.values()) {
    tally.sideId = tally.role === null ? null : (sides.get(normaliseRole(tally.role)) ?? null)
  }
  return [...tallies.values()].sort((a, b) => compareRespondentKeys(a.key, b.key))
}
