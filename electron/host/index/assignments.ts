import type { WorkState } from '../../../shared/contract/document.ts'
import type { ReadableDb } from '../database/db.ts'

/**
 * Who is to code which document, and how far they say they are: documentId → coderId → state. A consensus that has been
 * taken back is none.
 */
export type Assignments = ReadonlyMap<number, ReadonlyMap<number, WorkState>>

export function assignments(db: ReadableDb): Assignments {
  const byDocument = new Map<number, Map<number, WorkState>>()
  for (const [documentId, coderId, state] of db.rows<[number, number, WorkState]>(
    `SELECT a.document_id, a.coder_id, a.state FROM assignment a JOIN coder c ON c.id = a.coder_id
     WHERE c.kind = 'person' OR a.state <> 'assigned' ORDER BY a.coder_id`,
  )) {
    const own = byDocument.get(documentId) ?? new Map<number, WorkState>()
    byDocument.set(documentId, own.set(coderId, state))
  }
  return byDocument
}

/**
 * How far each coder is with a document: finished where they say so, in progress where they have coded, else as
 * assigned.
 *
 * @param begun who has rows in it
 */
export function workStates(
  assigned: ReadonlyMap<number, WorkState> | undefined,
  begun: Iterable<number>,
): { coderId: number; state: WorkState }[] {
  const working = new Set(begun)
  return [...new Set([...working, ...(assigned?.keys() ?? [])])].map((coderId) => {
    const said = assigned?.get(coderId)
    return { coderId, state: said === 'finished' || (said && !working.has(coderId)) ? said : 'in_progress' }
  })
}
