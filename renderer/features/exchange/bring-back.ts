import { create } from 'zustand'
import type { PickedFile } from '../../../shared/contract/bridge.ts'
import type { ChangedEvent } from '../../../shared/contract/envelope.ts'
import type { MergeResult } from '../../../shared/contract/merge.ts'

export interface JobProgress {
  readonly done: number
  readonly total: number | null
}

/** Where a bring-back stands. It has a page of its own, which one may leave to look at a text and come back to. */
export type BringBack =
  | { readonly step: 'none' }
  /** The file is read; nothing is in the study yet. */
  | { readonly step: 'reading'; readonly file: PickedFile; readonly progress: JobProgress }
  | {
      readonly step: 'review'
      readonly file: PickedFile
      /** What would happen with the proposals that were accepted when it was asked. */
      readonly result: MergeResult
      /** Keys of proposals, as they are chosen now. */
      readonly accepted: ReadonlySet<string>
      /** Asked anew, because something else is accepted now. */
      readonly isAsking: boolean
      /** The study has changed since it was asked. */
      readonly isStale: boolean
    }
  | { readonly step: 'writing'; readonly file: PickedFile; readonly progress: JobProgress }
  | { readonly step: 'done'; readonly result: MergeResult }

export const useBringBackStep = create<{ readonly now: BringBack }>()(() => ({ now: { step: 'none' } }))

export function setBringBack(now: BringBack): void {
  useBringBackStep.setState({ now })
}

export function currentBringBack(): BringBack {
  return useBringBackStep.getState().now
}

/** The study has changed: what a bring-back would do must be asked again; one that was undone is no longer told of. */
export function noteChange({ history }: Pick<ChangedEvent, 'history'>): void {
  const now = currentBringBack()
  if (now.step === 'done' && history.redo?.label.code === 'mergeApply') setBringBack({ step: 'none' })
  if (now.step === 'review' && !now.isStale) setBringBack({ ...now, isStale: true })
}

/** Whether there is nothing to bring in, and nothing to choose or to know. */
export function isNothingNew({ counts, proposals, conflicts, missing }: MergeResult): boolean {
  return counts.length === 0 && proposals.length === 0 && conflicts.length === 0 && missing.length === 0
}

/** Proposals that can be accepted as things are. */
export function acceptable({ proposals }: MergeResult): string[] {
  return proposals.filter(({ blocked }) => blocked === null).map(({ key }) => key)
}
