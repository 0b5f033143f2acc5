import type { DocumentRow } from '../../../shared/contract/document.ts'
import type { ListChoice } from './list-choice.ts'
import { STAGES } from './work-progress.ts'

/** The id of a group of the list; null: transcripts without a village or wave. */
export function groupId(grouping: ListChoice['grouping'], key: number | string | null): string {
  return `${grouping}-${key ?? 'none'}`
}

/** The ids of all groups there are. */
export function groupIds(documents: readonly DocumentRow[], grouping: ListChoice['grouping']): string[] {
  const keys: readonly (number | string | null)[] =
    grouping === 'stage'
      ? STAGES
      : grouping === 'none'
        ? []
        : documents.map((row) => (grouping === 'village' ? row.villageId : row.waveId))
  return [...new Set(keys)].map((key) => groupId(grouping, key))
}
