import type { HandlersOf } from '../context.ts'
import { fail } from '../errors.ts'

export const conflictHandlers: HandlersOf<'conflict'> = {
  'conflict.list': () => ({ total: 0, open: 0, conflicts: [] }),
  'conflict.decide': () => fail('conflict_gone'),
}
