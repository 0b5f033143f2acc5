import type { Stage } from './work-progress.ts'

/** ○ not started, ◌ assigned, ◐ in progress, ● finished: told apart by shape, so that no colour is needed. */
export function StageMark({ stage, isAssigned = false }: { readonly stage: Stage; readonly isAssigned?: boolean }) {
  return (
    <svg aria-hidden="true" focusable="false" width="10" height="10" viewBox="0 0 10 10">
      <circle
        cx="5"
        cy="5"
        r="3.75"
        fill={stage === 'finished' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.25"
        strokeDasharray={isAssigned ? '2 1.6' : undefined}
      />
      {stage === 'inProgress' && <path d="M5 1.25a3.75 3.75 0 0 1 0 7.5z" fill="currentColor" />}
    </svg>
  )
}
