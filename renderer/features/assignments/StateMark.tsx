import type { WorkState } from '../../../shared/contract/document.ts'
import { StageMark } from '../documents/StageMark.tsx'

/** ◌ assigned, ◐ in progress, ● finished: the list's marks. */
export function StateMark({ state }: { readonly state: WorkState }) {
  if (state === 'assigned') return <StageMark stage="notStarted" isAssigned />
  return <StageMark stage={state === 'finished' ? 'finished' : 'inProgress'} />
}
