import type { CodingRow } from '../../shared/contract/coding.ts'
import type { ProposedCoding } from './reader-interface.ts'

/** Codings that are shown before the host has answered. Their ids are negative, so they are never taken for others. */
export interface ProposedCodings {
  add(documentId: number, codings: readonly ProposedCoding[]): CodingRow[]
  /** Takes out those that a confirmed row stands for; returns which row replaces which. */
  settle(confirmed: readonly CodingRow[]): { readonly proposed: CodingRow; readonly row: CodingRow }[]
  /** Takes out what is still there of these; returns their ids. */
  withdraw(rows: readonly CodingRow[]): number[]
}

export function createProposedCodings(): ProposedCodings {
  const open = new Map<number, CodingRow>()
  let lastId = 0
  return {
    add(documentId, codings) {
      return codings.map(({ codeId, coderId, start, end }) => {
        const row: CodingRow = {
          id: --lastId,
          documentId,
          start,
          end,
          codeId,
          coderId,
          polarity: 'affirmed',
          evidence: 'self',
          actor: null,
          referentCaseId: null,
          affairId: null,
          eventTime: null,
          certainty: null,
        }
        open.set(row.id, row)
        return row
      })
    },
    settle(confirmed) {
      return confirmed.flatMap((row) => {
        const proposed = [...open.values()].find(
          ({ codeId, coderId, start, end }) =>
            codeId === row.codeId && coderId === row.coderId && row.start <= start && end <= row.end,
        )
        if (proposed === undefined) return []
        open.delete(proposed.id)
        return [{ proposed, row }]
      })
    },
    withdraw: (rows) => rows.flatMap(({ id }) => (open.delete(id) ? [id] : [])),
  }
}
