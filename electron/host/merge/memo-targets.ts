import type { ReferenceTarget } from '../../../shared/memo/memo-body.ts'
import type { LoggedTable } from '../database/schema.ts'

/** The table of each kind of object that a memo mentions. */
export const MEMO_TARGETS = {
  code: 'code',
  case: 'case_unit',
  document: 'document',
  coding: 'coding',
  episode: 'episode',
  memo: 'memo',
} as const satisfies Record<ReferenceTarget, LoggedTable>
