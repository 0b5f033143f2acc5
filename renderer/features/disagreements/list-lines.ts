import type { DisagreementGroup } from '../../../shared/contract/disagreement.ts'
import { firstIndex } from '../../../shared/text/offsets.ts'
import type { VisibleRange } from '../../ui/visible-range.ts'

/** A line of the list: a disagreement by its place among all, or the heading of a code before the first of it. */
export type ListLine =
  | { readonly kind: 'group'; readonly index: number; readonly group: DisagreementGroup }
  | { readonly kind: 'row'; readonly index: number }

/** Where the headings stand in a list of disagreements that comes group by group. */
export interface ListLayout {
  /** Headings and disagreements together. */
  readonly count: number
  lineAt(line: number): ListLine
  /** The line on which a disagreement stands. */
  lineOf(index: number): number
}

/**
 * @param groups in the list's order; those of which nothing is listed have no heading
 * @param total disagreements there are to page through: what no group accounts for stands at the end
 */
export function layOut(groups: readonly DisagreementGroup[], total: number): ListLayout {
  const heads: { readonly group: DisagreementGroup; readonly index: number; readonly line: number }[] = []
  let index = 0
  for (const group of groups) {
    if (group.listed === 0) continue
    heads.push({ group, index, line: index + heads.length })
    index += group.listed
  }
  return {
    count: heads.length + total,
    lineAt(line) {
      const before = firstIndex(heads.length, (position) => (heads[position]?.line ?? 0) > line)
      const head = heads[before - 1]
      return head?.line === line
        ? { kind: 'group', index: head.index, group: head.group }
        : { kind: 'row', index: line - before }
    },
    lineOf: (row) => row + firstIndex(heads.length, (position) => (heads[position]?.index ?? 0) > row),
  }
}

/** The disagreements on the lines in view. */
export function rowsOn(layout: ListLayout, { first, last }: VisibleRange): VisibleRange {
  if (last <= first) return { first: 0, last: 0 }
  const end = layout.lineAt(last - 1)
  return { first: layout.lineAt(first).index, last: end.kind === 'row' ? end.index + 1 : end.index }
}
