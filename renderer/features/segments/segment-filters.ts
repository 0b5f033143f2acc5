import type { In } from '../../../shared/contract/contract.ts'
import type { Layer, Polarity } from '../../../shared/contract/values.ts'
import type { CodeNode } from '../codebook/code-tree.ts'
import { flatten } from '../codebook/code-tree.ts'

/** What the list of passages is narrowed to. Empty: no restriction. */
export interface SegmentFilters {
  /** Each stands for its branch. */
  readonly codeIds: readonly number[]
  /** NO_VILLAGE: transcripts without one. */
  readonly villageIds: readonly number[]
  readonly roles: readonly string[]
  readonly polarity: readonly Polarity[]
}

export const NO_FILTERS: SegmentFilters = { codeIds: [], villageIds: [], roles: [], polarity: [] }

/** Lists of choices know numbers and words only; ids begin at 1. */
export const NO_VILLAGE = 0

export const POLARITIES: readonly Polarity[] = ['affirmed', 'negated', 'hypothetical']

export function hasFilters(filters: SegmentFilters): boolean {
  return Object.values(filters).some((values: readonly unknown[]) => values.length > 0)
}

/** The filters as the host wants them. */
export function hostFilter(filters: SegmentFilters, layer: Layer, version: string): In<'segment.list'>['filter'] {
  return {
    layer,
    version,
    codeIds: [...filters.codeIds],
    villageIds: filters.villageIds.map((id) => (id === NO_VILLAGE ? null : id)),
    roles: [...filters.roles],
    polarity: [...filters.polarity],
  }
}

/** Codes that are meant because a code above them is chosen. */
export function includedCodes(nodes: readonly CodeNode[], chosen: readonly number[]): Set<number> {
  return new Set(
    nodes
      .filter((node) => chosen.includes(node.code.id))
      .flatMap((node) => flatten(node.children).map((below) => below.code.id)),
  )
}

/** A choice of codes without those that another choice includes. */
export function branchRoots(nodes: readonly CodeNode[], chosen: readonly number[]): number[] {
  const included = includedCodes(nodes, chosen)
  return chosen.filter((id) => !included.has(id))
}
