import { setImmediate } from 'node:timers/promises'
import { ZodError } from 'zod'
import type { MergeObstacle } from '../../../shared/contract/merge.ts'
import { SpliceError } from '../../../shared/text/splices.ts'
import type { OpenStudy } from '../open-study.ts'
import { fail } from '../errors.ts'
import { judgeRows, type JudgedRows } from './judge-rows.ts'
import { proposalKey, type MergeText } from './merge-plan.ts'
import { MergeSide } from './merge-side.ts'
import { MergedTexts, planTexts } from './plan-texts.ts'
import { returnedCoders, type ReturnedCoders } from './returned-coders.ts'
import type { ReturnedStudy } from './returned-study.ts'
import { settleSteps, type SettledSteps } from './settle-plan.ts'
import { KnownConflicts } from './stored-conflict.ts'

/** Everything that a bring-back would do, worked out before anything is written. */
export interface MergePlan {
  readonly ours: MergeSide
  readonly theirs: MergeSide
  readonly returned: ReturnedStudy
  readonly coders: ReturnedCoders
  readonly mergedTexts: MergedTexts
  readonly known: KnownConflicts
  readonly texts: readonly MergeText[]
  readonly judged: JudgedRows
  readonly settled: SettledSteps
  readonly isAccepted: (proposal: string) => boolean
  /** Proposals that cannot be carried out, accepted or not. */
  readonly obstacles: ReadonlyMap<string, MergeObstacle>
  /** What the log of the study ended with. */
  readonly state: number
}

export interface PlanOptions {
  readonly accept: 'all' | readonly string[]
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number) => void
}

/** Reads both files and writes neither. Throws `merge_unsound`, and the signal's reason. */
export async function planMerge(study: OpenStudy, returned: ReturnedStudy, options: PlanOptions): Promise<MergePlan> {
  try {
    return await plan(study, returned, options)
  } catch (error) {
    // Their log and their splices are read as they come; where they are not such as Tianye writes, so it is said.
    if (error instanceof SpliceError || error instanceof ZodError || error instanceof SyntaxError)
      fail('merge_unsound', { file: returned.fileName, table: 'change' })
    throw error
  }
}

async function plan(study: OpenStudy, returned: ReturnedStudy, options: PlanOptions): Promise<MergePlan> {
  const state = lastOperation(study)
  const ours = new MergeSide(study.db)
  const theirs = new MergeSide(returned.db)
  const accepted = options.accept === 'all' ? 'all' : new Set(options.accept)
  const known = new KnownConflicts(study.db)
  const coders = returnedCoders(ours, theirs, returned)
  const mergedTexts = new MergedTexts(ours, theirs, returned.fileName)
  const texts = planTexts(ours, theirs, mergedTexts, known, accepted)
  const judged = await judgeRows(
    { ours, theirs, fileName: returned.fileName, coders, mergedTexts, texts, known, undoLog: study.undoLog },
    (done, total) => {
      options.signal.throwIfAborted()
      options.progress(done, total)
    },
  )
  await setImmediate()
  options.signal.throwIfAborted()
  const isAccepted = (proposal: string): boolean => accepted === 'all' || accepted.has(proposal)
  const settled = settleSteps(ours, judged, isAccepted)
  const isWhole = judged.steps.every(({ proposal }) => proposal === null || isAccepted(proposal))
  const atBest = isWhole ? settled : settleSteps(ours, judged, () => true)
  const obstacles = new Map<string, MergeObstacle>([...atBest.blocked, ...settled.blocked])
  for (const { document, isBlocked } of texts) if (isBlocked) obstacles.set(proposalKey('text', document), 'turns')
  return {
    ours,
    theirs,
    returned,
    coders,
    mergedTexts,
    known,
    texts,
    judged,
    settled,
    isAccepted: (proposal) => isAccepted(proposal) && !obstacles.has(proposal),
    obstacles,
    state,
  }
}

export function lastOperation({ db }: OpenStudy): number {
  return db.pluck<number | null>('SELECT max(id) FROM operation') ?? 0
}
