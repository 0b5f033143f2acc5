import { z } from 'zod'
import { create } from 'zustand'
import type { GuideStep } from './guide-steps.ts'

const STEPS = ['import', 'codebook', 'look', 'code', 'card', 'episode', 'finish', 'matrix', 'profile', 'undo'] as const

const keptSchema = z.object({ isShown: z.boolean(), done: z.array(z.enum(STEPS)) })

/** How far the user is in the guide of the open study. Kept per study, also when Tianye is closed. */
export interface GuideState {
  readonly studyGuid: string | null
  readonly isShown: boolean
  /** Done by what the user did, and kept though they undo it. */
  readonly done: ReadonlySet<GuideStep>
  /** The step that is explained; null: the one that comes next. */
  readonly at: GuideStep | null
}

export const useGuide = create<GuideState>()(() => ({ studyGuid: null, isShown: false, done: new Set(), at: null }))

/** Brings back the guide of a study; one seen for the first time shows it where `isNew`. */
export function recallGuide(studyGuid: string, isNew: boolean): void {
  if (useGuide.getState().studyGuid === studyGuid) return
  const kept = readGuide(localStorage.getItem(keyOf(studyGuid)))
  useGuide.setState({ studyGuid, isShown: kept?.isShown ?? isNew, done: new Set(kept?.done), at: null })
}

export function showGuide(isShown: boolean): void {
  useGuide.setState({ isShown, at: null })
  keep()
}

export function explainStep(at: GuideStep | null): void {
  useGuide.setState({ at })
}

/** The user did what a step is about: the guide goes on from there. Says whether that is new. */
export function doneStep(step: GuideStep): boolean {
  const { done } = useGuide.getState()
  if (done.has(step)) return false
  useGuide.setState({ done: new Set([...done, step]), at: null })
  keep()
  return true
}

export function readGuide(kept: string | null): z.output<typeof keptSchema> | null {
  try {
    return keptSchema
      .nullable()
      .catch(null)
      .parse(JSON.parse(kept ?? 'null'))
  } catch {
    return null
  }
}

function keep(): void {
  const { studyGuid, isShown, done } = useGuide.getState()
  if (studyGuid !== null) localStorage.setItem(keyOf(studyGuid), JSON.stringify({ isShown, done: [...done] }))
}

function keyOf(studyGuid: string): string {
  return `tianye-guide-${studyGuid}`
}
