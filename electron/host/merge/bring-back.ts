import type { MergeResult } from '../../../shared/contract/merge.ts'
import type { CommandContext, JobContext } from '../context.ts'
import { insert } from '../database/rows.ts'
import { mergeResult, newClashes, newTextClashes } from './merge-result.ts'
import { mergeSight } from './merge-sight.ts'
import type { MergeClash, MergeText } from './merge-plan.ts'
import { lastOperation, planMerge, type MergePlan } from './plan-merge.ts'
import { openReturnedStudy } from './returned-study.ts'
import { storedRow, storedText, TEXT } from './stored-conflict.ts'
import { idOf, writeSteps, writeTexts } from './write-merge.ts'

export interface BringBack {
  readonly path: string
  /** Keys of proposals. */
  readonly accept: 'all' | readonly string[]
}

/** What bringing the file at `path` back would do. Throws what opening it and planning throw. */
export async function previewBringBack(context: JobContext, bringBack: BringBack): Promise<MergeResult> {
  return withPlan(context, bringBack, (plan) => mergeResult(plan, mergeSight(context.read(), plan)))
}

/** Brings it back, as the job's one operation. The study as it was is in a backup. */
export async function applyBringBack(context: JobContext, bringBack: BringBack): Promise<MergeResult> {
  await context.whole().backUp()
  return withPlan(context, bringBack, (plan) => {
    const result = mergeResult(plan, mergeSight(context.read(), plan))
    if (changesNothing(plan)) return result
    context.signal.throwIfAborted()
    context.write((command) => write(command, plan))
    return result
  })
}

/** `use` is called with a plan for the study as it is at that moment. */
async function withPlan<T>(context: JobContext, { path, accept }: BringBack, use: (plan: MergePlan) => T): Promise<T> {
  const returned = await openReturnedStudy(path, context.whole(), context.host.options.userData)
  try {
    for (;;) {
      const plan = await planMerge(context.whole(), returned, {
        accept,
        signal: context.signal,
        progress: context.progress,
      })
      // Planning lets others work meanwhile.
      if (plan.state === lastOperation(context.whole())) return use(plan)
    }
  } finally {
    returned.close()
  }
}

function changesNothing(plan: MergePlan): boolean {
  const { settled, texts } = plan
  return (
    settled.steps.length === 0 &&
    !texts.some(({ isAccepted }) => isAccepted) &&
    newClashes(plan).length === 0 &&
    newTextClashes(plan).length === 0
  )
}

function write(command: CommandContext, plan: MergePlan): void {
  command.describe({ coder: plan.coders.names.join(', ') })
  const clashes = newClashes(plan)
  const textClashes = newTextClashes(plan)
  writeTexts(
    command,
    plan.texts.filter(({ isAccepted }) => isAccepted),
  )
  writeSteps(command, plan.settled.steps, plan.judged.documents)
  listConflicts(command, plan, clashes, textClashes)
}

function listConflicts(
  { db, coderId, now }: CommandContext,
  plan: MergePlan,
  clashes: readonly MergeClash[],
  texts: readonly MergeText[],
): void {
  const [guid] = plan.coders.guids
  const returnedBy = (guid === undefined ? undefined : idOf(db, 'coder', guid)) ?? coderId
  const list = (table: string, row: string, theirs: string | null): void => {
    const open = { verdict: null, decided_by: null, at: now }
    insert(db, 'conflict', { table_name: table, row_guid: row, theirs, coder_id: returnedBy, ...open })
  }
  for (const { table, guid: row, theirs, place, revision, document } of clashes)
    list(table, row, theirs === null ? null : storedRow(theirs, place, revision, document))
  for (const { document, ours, theirs, splices } of texts) list(TEXT, document, storedText(ours, theirs, splices))
}
