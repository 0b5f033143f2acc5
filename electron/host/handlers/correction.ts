import type { AnchorChange } from '../../../shared/contract/correction.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import type { CommandContext, HandlersOf, QueryContext } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { fail } from '../errors.ts'
import { lostAnchors, reanchor } from '../correction/lost-anchors.ts'
import { mapAnchors, type AnchorMapping } from '../correction/map-anchors.ts'
import { planCorrection, type CorrectionPlan } from '../correction/plan-correction.ts'
import { revisionsOf } from '../correction/revisions.ts'
import { writeCorrection } from '../correction/write-correction.ts'

/** Passages that a preview lists one by one, and code units of each. */
const LISTED = 500
const QUOTED = 2000

export const correctionHandlers: HandlersOf<'correction'> = {
  'correction.preview': (context, { documentId, revisionId, change }) => {
    const plan = planCorrection(context, documentId, revisionId, change)
    const mappings = mapAnchors(context.db, plan)
    return {
      splices: [...plan.splices],
      counts: mappings.map(countsOf),
      passages: mappings.flatMap((mapping) => passagesOf(context, plan, mapping)).slice(0, LISTED),
    }
  },

  'correction.apply': (context, { documentId, revisionId, range, text, confirmLost }) =>
    correct(context, planCorrection(context, documentId, revisionId, { kind: 'edit', range, text }), confirmLost),

  'correction.restore': (context, { documentId, revisionId, to, confirmLost }) => {
    const plan = planCorrection(context, documentId, revisionId, { kind: 'restore', revisionId: to })
    return correct(context, plan, confirmLost)
  },

  'correction.revisions': (context, { documentId, before, limit }) => revisionsOf(context, documentId, before, limit),
  'correction.lost': (context, { documentId }) => lostAnchors(context, documentId),
  'correction.reanchor': (context, input) => reanchor(context, input),
}

function correct(context: CommandContext, plan: CorrectionPlan, confirmLost: boolean): Out<'correction.apply'> {
  const mappings = mapAnchors(context.db, plan)
  // What a coder cannot see moves along untold; what of it loses its words, whoever marked it finds among the lost.
  const told = context.seen.study === context.study ? mappings : mapAnchors(context.seen.db, plan)
  const sums = told.filter(({ table }) => table !== 'turn').map(countsOf)
  const lost = sum(sums.map((counts) => counts.lost))
  if (lost > 0 && !confirmLost) fail('correction_loses', { count: lost })
  context.describe({ document: plan.document, place: plan.turnRef })
  const { splices } = plan
  const revisionId = splices.length === 0 ? plan.revisionId : writeCorrection(context, plan, mappings)
  return { revisionId, splices: [...splices], changed: sum(sums.map((counts) => counts.changed)), lost }
}

function countsOf({ table, shift, rows }: AnchorMapping): Out<'correction.preview'>['counts'][number] {
  const count = (...effects: string[]) => rows.filter(({ effect }) => effects.includes(effect)).length
  const besideAndMoved = rows.filter(({ effect, changes }) => effect === 'beside' && Object.keys(changes).length > 0)
  return {
    table,
    moved: (shift.by === 0 ? 0 : shift.count) + count('moved') + besideAndMoved.length,
    changed: count('changed'),
    lost: count('lost'),
  }
}

/** What people marked, one by one, where its words change; turns and headings are the text's own. */
function passagesOf({ db }: QueryContext, plan: CorrectionPlan, { table, rows }: AnchorMapping): AnchorChange[] {
  if (table === 'turn' || table === 'section') return []
  return rows.flatMap(({ id, from, to, effect }) => {
    if (effect === 'none' || effect === 'moved') return []
    return [
      {
        kind: effect,
        table,
        id,
        ...whoseOf(db, table, id),
        start: to.start,
        end: to.end,
        before: plan.before.slice(from.start, from.end).slice(0, QUOTED),
        after: plan.after.slice(to.start, to.end).slice(0, QUOTED),
      },
    ]
  })
}

function whoseOf(
  db: ReadableDb,
  table: 'coding' | 'episode' | 'decision' | 'case_span',
  id: number,
): { codeId: number | null; coderId: number | null } {
  const codeId = table === 'coding' ? 'code_id' : 'NULL'
  const coderId = table === 'case_span' ? 'NULL' : 'coder_id'
  return (
    db.get(`SELECT ${codeId} AS codeId, ${coderId} AS coderId FROM ${table} WHERE id = ?`, id) ?? {
      codeId: null,
      coderId: null,
    }
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
