import type { CodingRow } from '../../../shared/contract/coding.ts'
import { utf16 } from '../../../shared/text/offsets.ts'

/** A plain coding of code 1 by coder 1. */
export function coding(id: number, start: number, end: number, changes: Partial<CodingRow> = {}): CodingRow {
  return {
    id,
    documentId: 1,
    start: utf16(start),
    end: utf16(end),
    codeId: 1,
    coderId: 1,
    polarity: 'affirmed',
    evidence: 'self',
    actor: null,
    referentCaseId: null,
    affairId: null,
    eventTime: null,
    certainty: null,
    ...changes,
  }
}
