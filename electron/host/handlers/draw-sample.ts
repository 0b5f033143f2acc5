import type { Draw, DrawRecord, DrawnStratum } from '../../../shared/contract/assignment.ts'
import type { WorkState } from '../../../shared/contract/document.ts'
import { sizeOfShare, stratifiedDraw } from '../../../shared/sampling/stratified-draw.ts'
import type { ReadableDb } from '../database/db.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { consensusCoders } from '../index/layers.ts'
import type { StudyIndex } from '../index/study-index.ts'

/** Interviews drawn to be coded by several, and what they were drawn from. */
export interface DrawnSample {
  readonly documents: readonly DocumentFacts[]
  readonly interviews: number
  readonly candidates: number
  readonly notFinished: number
  readonly double: number
  readonly size: number
  readonly strata: DrawnStratum[]
  readonly assigned: number
  readonly alone: string[]
}

/**
 * Draws from originals alone: another language version of an interview is not a second interview. Two persons at work
 * or assigned make an interview double-coded already.
 */
export function drawSample(db: ReadableDb, index: StudyIndex, draw: Draw): DrawnSample {
  const interviews = [...index.documents.values()].filter(
    ({ parallelOf, villageId }) => parallelOf === null && (draw.villageIds?.includes(villageId) ?? true),
  )
  const consensus = consensusCoders(db)
  const persons = new Map(interviews.map(({ id }) => [id, personsIn(index, id, consensus)]))
  const isFinished = ({ id }: DocumentFacts): boolean =>
    draw.from === 'all' || [...(persons.get(id)?.values() ?? [])].includes('finished')
  const isDouble = ({ id }: DocumentFacts): boolean => draw.skipDouble && (persons.get(id)?.size ?? 0) > 1
  const finished = interviews.filter(isFinished)
  const candidates = finished.filter((document) => !isDouble(document))
  const { amount } = draw
  const size = Math.min(
    amount.kind === 'number' ? amount.number : sizeOfShare(amount.percent, candidates.length),
    candidates.length,
  )
  const strata = stratifiedDraw(
    candidates.map(({ id, villageId }) => ({ id, stratum: villageId })),
    size,
    draw.seed,
  )
  const drawnIds = new Set(strata.flatMap(({ drawn }) => drawn))
  const documents = candidates.filter(({ id }) => drawnIds.has(id))
  const toCome = (id: number): number => draw.coderIds.filter((coderId) => !persons.get(id)?.has(coderId)).length
  return {
    documents,
    interviews: interviews.length,
    candidates: candidates.length,
    notFinished: interviews.length - finished.length,
    double: finished.length - candidates.length,
    size,
    strata: strata.map(({ stratum, candidates: count }) => {
      const drawn = documents.filter(({ villageId }) => villageId === stratum)
      const village = candidates.find(({ villageId }) => villageId === stratum)?.village ?? null
      return { village, candidates: count, drawn: drawn.map(({ name }) => name) }
    }),
    assigned: documents.reduce((sum, { id }) => sum + toCome(id), 0),
    alone: documents.filter(({ id }) => (persons.get(id)?.size ?? 0) + toCome(id) < 2).map(({ name }) => name),
  }
}

/**
 * Who has the interview, and how far they say they are. Those are counted too whose work blind coding hides, so that what
 * is drawn is what was previewed, whoever asks.
 */
function personsIn(index: StudyIndex, documentId: number, consensus: ReadonlySet<number>): Map<number, WorkState> {
  const { states, hiddenCoderIds } = index.workOf(documentId)
  const persons = new Map<number, WorkState>(hiddenCoderIds.map((coderId) => [coderId, 'in_progress']))
  for (const { coderId, state } of states) persons.set(coderId, state)
  for (const coderId of consensus) persons.delete(coderId)
  return persons
}

export function recordOf(
  { amount, from, skipDouble, seed }: Draw,
  { interviews, candidates, strata }: DrawnSample,
  context: Pick<DrawRecord, 'at' | 'by' | 'coders'>,
): DrawRecord {
  return { ...context, amount, from, skipDouble, seed, interviews, candidates, strata }
}
