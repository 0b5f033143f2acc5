import type { In } from '../../../shared/contract/contract.ts'

/** What a number rests on: codings by id, and episodes by place (UTF-16 code units, half-open). */
export interface Evidence {
  readonly codingIds: readonly number[]
  readonly stretches: readonly NonNullable<In<'segment.evidence'>['stretches']>[number][]
}

/** How much the host takes and gives at once (shared/contract/segment.ts). */
export const MAX_CODINGS = 20_000
export const MAX_STRETCHES = 5000
export const PAGE = 200

export function isEmpty({ codingIds, stretches }: Evidence): boolean {
  return codingIds.length === 0 && stretches.length === 0
}

/** The questions that fetch the first `pages` pages of passages; the episodes come with the first. */
export function evidencePages({ codingIds, stretches }: Evidence, pages: number): In<'segment.evidence'>[] {
  return Array.from({ length: pages }, (_, page) => ({
    codingIds: codingIds.slice(0, MAX_CODINGS),
    stretches: page === 0 ? stretches.slice(0, MAX_STRETCHES) : [],
    offset: page * PAGE,
    limit: PAGE,
  }))
}
