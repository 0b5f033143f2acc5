import type { DocumentRow } from '../../../shared/contract/document.ts'
import type { Layer } from '../../../shared/contract/values.ts'

/** How far transcripts are, as one coder sees it. Who is only assigned has not started. */
export type Stage = 'notStarted' | 'inProgress' | 'finished'
export const STAGES: readonly Stage[] = ['notStarted', 'inProgress', 'finished']

export interface Progress {
  /** Interviews, not counting other language versions. */
  readonly total: number
  readonly finished: number
  readonly inProgress: number
}

/** How far a coder is with a transcript; null: nobody in particular, who has not started. */
export function stageOf(row: Pick<DocumentRow, 'states'>, coderId: number | null): Stage {
  const state = row.states.find((entry) => entry.coderId === coderId)?.state
  return state === 'finished' ? 'finished' : state === 'in_progress' ? 'inProgress' : 'notStarted'
}

export function isAssigned(row: Pick<DocumentRow, 'states'>, coderId: number | null): boolean {
  return row.states.some((entry) => entry.coderId === coderId && entry.state === 'assigned')
}

export function progressOf(rows: readonly DocumentRow[], coderId: number | null): Progress {
  let finished = 0
  let inProgress = 0
  for (const row of rows) {
    const stage = stageOf(row, coderId)
    if (stage === 'finished') finished++
    else if (stage === 'inProgress') inProgress++
  }
  return { total: rows.length, finished, inProgress }
}

/** Passages of a transcript in a layer; null where the layer has nobody to read there, or only what is hidden. */
export function codingsIn(
  row: Pick<DocumentRow, 'codings' | 'studyCoderId' | 'hiddenCoderIds'>,
  layer: Layer,
): number | null {
  if (isHiddenIn(row, layer)) return null
  const coderId = layer === 'study' ? row.studyCoderId : layer
  if (coderId === null) return row.codings.length === 0 ? 0 : null
  return row.codings.find((entry) => entry.coderId === coderId)?.count ?? 0
}

/** Whether what the layer would read in a transcript is hidden from who looks (blind coding). */
export function isHiddenIn(row: Pick<DocumentRow, 'studyCoderId' | 'hiddenCoderIds'>, layer: Layer): boolean {
  const coderId = layer === 'study' ? row.studyCoderId : layer
  return coderId === null ? row.hiddenCoderIds.length > 0 : row.hiddenCoderIds.includes(coderId)
}
