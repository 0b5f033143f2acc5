import type { HandlersOf } from '../context.ts'
import { fail } from '../errors.ts'

export const disagreementHandlers: HandlersOf<'disagreement'> = {
  'disagreement.list': () => ({ rows: [], total: 0, counts: [], groups: [] }),
  'disagreement.place': () => ({ index: null, next: null }),
  'disagreement.progress': () => ({ documents: [], leftOut: [] }),
  'disagreement.decide': () => fail('disagreement_gone'),
  'disagreement.reopen': () => fail('disagreement_gone'),
  'disagreement.finish': () => fail('disagreement_gone'),
}
