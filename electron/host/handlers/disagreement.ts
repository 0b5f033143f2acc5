import type { HandlersOf } from '../context.ts'
import { decide, finish, reopen } from '../disagreement/adjudicate.ts'
import { rowsInDetail } from '../disagreement/detail.ts'
import { listing, pageOf, placeIn } from '../disagreement/listing.ts'
import { progress } from '../disagreement/progress.ts'
import { pairOf } from '../disagreement/scope.ts'

export const disagreementHandlers: HandlersOf<'disagreement'> = {
  'disagreement.list': (context, { offset, limit, ...asked }) => {
    const { listed, counts, groups } = listing(context, asked)
    return {
      rows: rowsInDetail(context, pageOf(listed, offset, limit), pairOf(asked.coderIds).isSwapped),
      total: listed.reduce((sum, { rows }) => sum + rows.length, 0),
      counts,
      groups,
    }
  },

  'disagreement.place': (context, { key, from, ...asked }) => placeIn(listing(context, asked).listed, key, from),

  'disagreement.progress': (context, scope) => progress(context, scope),

  'disagreement.decide': (context, input) => ({ finished: decide(context, input) }),

  'disagreement.reopen': (context, input) => {
    reopen(context, input)
    return {}
  },

  'disagreement.finish': (context, input) => {
    finish(context, input)
    return {}
  },
}
