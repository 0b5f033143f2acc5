import type { QueryContext } from '../context.ts'
import { seesOthers } from '../sight/rule.ts'
import { studySettings } from '../study-settings.ts'
import type { MergeStep } from './merge-plan.ts'
import { mergeKindOf } from './merge-tables.ts'
import type { MergePlan } from './plan-merge.ts'

/** Which of the rows that come may be told one by one: while coding is blind, those that may be seen once they are here. */
export interface MergeSight {
  shows(row: Pick<MergeStep, 'table' | 'guid' | 'document' | 'theirs'>): boolean
}

const EVERYTHING: MergeSight = { shows: () => true }

export function mergeSight({ coderId }: Pick<QueryContext, 'coderId'>, plan: MergePlan): MergeSight {
  const { ours, coders } = plan
  const own = coderId === null ? null : ours.guidOf('coder', coderId)
  if (!studySettings(ours.db).blind || (own !== null && coders.guids.has(own))) return EVERYTHING
  const open = new Map<string, boolean>()
  const isOpen = (document: string): boolean => {
    let known = open.get(document)
    if (known === undefined) {
      const sql = `SELECT ${seesOthers(coderId, 'd.id')} FROM document d WHERE d.guid = ?`
      known = willBeFinished(plan, document) && ours.db.pluck<number>(sql, document) === 1
      open.set(document, known)
    }
    return known
  }
  return {
    shows({ table, document, theirs }) {
      if (mergeKindOf(table) !== 'own' || table === 'assignment') return true
      if (document !== null) return isOpen(document)
      // Memos on codes and cases belong to no transcript; of what is on a coding, nobody asks here where that one lies.
      return (
        table === 'memo' &&
        theirs !== null &&
        theirs.values['coding_id'] === null &&
        theirs.values['episode_id'] === null
      )
    },
  }
}

/** Whether the returning coder will have finished the transcript. */
function willBeFinished({ ours, settled, coders }: MergePlan, document: string): boolean {
  const step = settled.steps.find((one) => one.table === 'assignment' && one.document === document)
  if (step !== undefined) return step.theirs?.values['state'] === 'finished'
  return ours.db
    .pluckAll<string>(
      `SELECT c.guid FROM assignment a JOIN coder c ON c.id = a.coder_id JOIN document d ON d.id = a.document_id
       WHERE d.guid = ? AND a.state = 'finished'`,
      document,
    )
    .some((guid) => coders.guids.has(guid))
}
