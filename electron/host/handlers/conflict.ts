import type { HandlersOf } from '../context.ts'
import { decideConflict } from '../merge/decide-conflict.ts'
import { listConflicts } from '../merge/list-conflicts.ts'

export const conflictHandlers: HandlersOf<'conflict'> = {
  'conflict.list': listConflicts,
  'conflict.decide': decideConflict,
}
