import type { Activity } from '../../app/view-state.ts'

/** Whether an activity has nothing to show before there are transcripts. */
export function needsTranscripts(activity: Activity): boolean {
  return activity !== 'codebook' && activity !== 'memos' && activity !== 'history'
}
