import type { In } from '../../../shared/contract/contract.ts'

export type MemoKind = NonNullable<NonNullable<In<'memo.list'>['filter']['owners']>[number]>
export type MemoSort = NonNullable<In<'memo.list'>['sort']>
export type MemoSince = 'any' | 'today' | 'week' | 'month'

/** What the list of memos is narrowed to. Empty: no restriction. */
export interface MemoFilters {
  readonly kinds: readonly MemoKind[]
  readonly coderIds: readonly number[]
  readonly since: MemoSince
  readonly text: string
}

export const NO_MEMO_FILTERS: MemoFilters = { kinds: [], coderIds: [], since: 'any', text: '' }

export const MEMO_KINDS: readonly MemoKind[] = ['coding', 'episode', 'document', 'case', 'code', 'study', 'journal']
export const MEMO_SORTS: readonly MemoSort[] = ['modified', 'created', 'place']
export const MEMO_SINCE: readonly MemoSince[] = ['any', 'today', 'week', 'month']

export function hasMemoFilters({ kinds, coderIds, since, text }: MemoFilters): boolean {
  return kinds.length > 0 || coderIds.length > 0 || since !== 'any' || text.trim() !== ''
}

/** The filters as the host wants them; days are the user's, and begin at midnight. */
export function hostMemoFilter(filters: MemoFilters, now: Date = new Date()): In<'memo.list'>['filter'] {
  const days = { any: null, today: 0, week: 6, month: 29 }[filters.since]
  return {
    owners: [...filters.kinds],
    coderIds: [...filters.coderIds],
    from: days === null ? null : new Date(now.getFullYear(), now.getMonth(), now.getDate() - days).getTime(),
    text: filters.text.trim(),
  }
}
