import type { WorkState } from '../../../shared/contract/document.ts'
import type { Layer } from '../../../shared/contract/values.ts'
import type { ChangeRow } from '../database/change-log.ts'
import type { ReadableDb } from '../database/db.ts'
import type { HiddenWork } from '../sight/hidden-work.ts'
import type { DocumentFacts } from './document-facts.ts'

/**
 * One layer per analysis (DESIGN 5). In the layer `study` each document contributes one person's rows: consensus where
 * adjudicated, else its coder of record, else the only coder; a document that several coded and nobody decided is left
 * out and named.
 */
/** documentId → coderId → number of codings (0: episodes only, or finished without finding anything). */
export type CodingCounts = Map<number, Map<number, number>>

export function codingCounts(db: ReadableDb, hidden: HiddenWork): CodingCounts {
  const counts: CodingCounts = new Map()
  for (const [documentId, coderId, count] of db.rows<[number, number, number]>(
    `SELECT document_id, coder_id, count(*) FROM coding GROUP BY coder_id, document_id`,
  ))
    countsOf(counts, documentId).set(coderId, count)
  // What a correction left without words is taken out again. Asked in one with the counts it would cost twenty times as
  // much: the index knows who coded where, and nothing of places.
  for (const [documentId, coderId] of db.rows<[number, number]>(
    `SELECT document_id, coder_id FROM coding NOT INDEXED WHERE start = "end"`,
  )) {
    const own = countsOf(counts, documentId)
    own.set(coderId, (own.get(coderId) ?? 1) - 1)
  }
  for (const [documentId, coderId] of db.rows<[number, number]>(
    `SELECT document_id, coder_id FROM episode
     UNION SELECT document_id, coder_id FROM assignment WHERE state = 'finished'`,
  )) {
    // Whoever says to have finished has worked there, but where their work cannot be seen, it says nothing.
    if (hidden.in(documentId).includes(coderId)) continue
    const own = countsOf(counts, documentId)
    if (!own.has(coderId)) own.set(coderId, 0)
  }
  return counts
}

function countsOf(counts: CodingCounts, documentId: number): Map<number, number> {
  let own = counts.get(documentId)
  if (own === undefined) {
    own = new Map()
    counts.set(documentId, own)
  }
  return own
}

/**
 * Counts an operation's codings in or out. False where asking the file again is the simple truth: episodes, documents
 * or states changed, a coder's last coding went (an episode may still be there), a row came and went in one operation.
 */
export function countChanges(db: ReadableDb, counts: CodingCounts, changes: readonly ChangeRow[]): boolean {
  for (const change of changes) {
    if (change.table === 'episode' || change.table === 'document' || changesWorkState(change)) return false
    if (change.table !== 'coding') continue
    if (change.kind === 'update') {
      if (changesItsLength(change) && mayBeWithoutWords(db, change)) return false
      continue
    }
    const [documentId, coderId, start, end] =
      change.kind === 'delete'
        ? ['document_id', 'coder_id', 'start', 'end'].map((column) => Number(change.before?.[column]))
        : (db.rows<[number, number, number, number]>(
            'SELECT document_id, coder_id, start, "end" FROM coding WHERE id = ?',
            change.pk,
          )[0] ?? [])
    if (documentId === undefined || coderId === undefined || start === end) return false
    const own = countsOf(counts, documentId)
    const count = (own.get(coderId) ?? 0) + (change.kind === 'delete' ? -1 : 1)
    if (count <= 0) return false
    own.set(coderId, count)
  }
  return true
}

/** Whether it says otherwise how far somebody is: each verdict on a disagreement is written to the assignment as its time. */
export function changesWorkState({ table, kind, before }: ChangeRow): boolean {
  return table === 'assignment' && !(kind === 'update' && Object.keys(before ?? {}).every((column) => column === 'at'))
}

/** Whether a coding grew or shrank: a correction moves thousands, each as long as it was. */
function changesItsLength({ before, after }: ChangeRow): boolean {
  const by = (column: string): number => Number(after?.[column] ?? 0) - Number(before?.[column] ?? 0)
  return by('start') !== by('end')
}

/** Whether it has no words now or had none before. */
function mayBeWithoutWords(db: ReadableDb, { pk, before }: ChangeRow): boolean {
  const [now] = db.rows<[number, number]>('SELECT start, "end" FROM coding WHERE id = ?', pk)
  if (now === undefined) return true
  return now[0] === now[1] || (before?.['start'] ?? now[0]) === (before?.['end'] ?? now[1])
}

export type LayerCoder =
  | { readonly kind: 'coder'; readonly coderId: number }
  /** Nobody has coded it in this layer. */
  | { readonly kind: 'uncoded' }
  /** Several coded it, and no rule says whose rows count. */
  | { readonly kind: 'undecided' }

/**
 * Whose rows a layer reads in one document.
 *
 * @param assigned how far who says to be with it
 * @param consensus the coders that are no persons
 */
export function layerCoder(
  layer: Layer,
  document: Pick<DocumentFacts, 'coderOfRecordId'>,
  coders: ReadonlyMap<number, number> | undefined,
  assigned: ReadonlyMap<number, WorkState> | undefined,
  consensus: ReadonlySet<number>,
): LayerCoder {
  const present = [...(coders?.keys() ?? [])]
  if (layer !== 'study') return present.includes(layer) ? { kind: 'coder', coderId: layer } : { kind: 'uncoded' }
  const adjudicated = present.find((coderId) => consensus.has(coderId) && isAdjudicated(assigned, coderId))
  if (adjudicated !== undefined) return { kind: 'coder', coderId: adjudicated }
  if (document.coderOfRecordId !== null) return { kind: 'coder', coderId: document.coderOfRecordId }
  const [only, ...others] = present.filter((coderId) => !consensus.has(coderId))
  if (only === undefined) return { kind: 'uncoded' }
  return others.length === 0 ? { kind: 'coder', coderId: only } : { kind: 'undecided' }
}

/** Whether a consensus counts: not while it is being made; one that came with a file says nothing of how far it is. */
export function isAdjudicated(assigned: ReadonlyMap<number, WorkState> | undefined, consensusId: number): boolean {
  return (assigned?.get(consensusId) ?? 'finished') === 'finished'
}

export function consensusCoders(db: ReadableDb): Set<number> {
  return new Set(db.pluckAll<number>(`SELECT id FROM coder WHERE kind = 'consensus'`))
}
