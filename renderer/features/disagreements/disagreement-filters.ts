import type { In } from '../../../shared/contract/contract.ts'
import type { DisagreementKind, DisagreementRow, DisagreementStatus } from '../../../shared/contract/disagreement.ts'
import type { CodeNode } from '../codebook/code-tree.ts'
import { NO_VILLAGE } from '../search/use-filter-options.ts'
import { includedCodes } from '../segments/segment-filters.ts'
import type { Pair } from './pair.ts'

export const KINDS: readonly DisagreementKind[] = ['missing', 'boundary', 'code', 'attribute', 'episode']

/** Which disagreements one looks at by what became of them. */
export const STANDINGS = ['todo', 'decided', 'left_open', 'all'] as const
export type Standing = (typeof STANDINGS)[number]

const STATUS_OF: Record<Standing, DisagreementStatus[] | null> = {
  todo: ['undecided', 'outdated'],
  decided: ['decided'],
  left_open: ['left_open'],
  all: null,
}

/** null: all. */
export function statusesOf(standing: Standing): DisagreementStatus[] | null {
  return STATUS_OF[standing]
}

/** What the list is narrowed to. Empty: no restriction. */
export interface DisagreementFilters {
  readonly standing: Standing
  readonly kinds: readonly DisagreementKind[]
  /** Each stands for its branch. */
  readonly codeIds: readonly number[]
  /** NO_VILLAGE: transcripts without one. */
  readonly villageIds: readonly number[]
  readonly documentIds: readonly number[]
}

export const NO_FILTERS: DisagreementFilters = {
  standing: 'todo',
  kinds: [],
  codeIds: [],
  villageIds: [],
  documentIds: [],
}

export type DisagreementQuery = Omit<In<'disagreement.list'>, 'offset' | 'limit'>
export type DisagreementScopeInput = In<'disagreement.progress'>

/** Whether anything but the standing is restricted. */
export function hasFilters({ kinds, codeIds, villageIds, documentIds }: DisagreementFilters): boolean {
  return [kinds, codeIds, villageIds, documentIds].some(({ length }) => length > 0)
}

/** Which transcripts are compared: those chosen, else those of the villages chosen, else all. */
export function hostScope([a, b]: Pair, filters: DisagreementFilters, version: string): DisagreementScopeInput {
  const { documentIds, villageIds } = filters
  return {
    coderIds: [a, b],
    version,
    documents:
      documentIds.length > 0
        ? { kind: 'documents', documentIds: [...documentIds] }
        : villageIds.length > 0
          ? { kind: 'villages', villageIds: villageIds.map((id) => (id === NO_VILLAGE ? null : id)) }
          : { kind: 'all' },
  }
}

/** @param nodes the codebook, from which a code stands for all below it */
export function hostFilter(
  scope: DisagreementScopeInput,
  { kinds, codeIds, standing }: DisagreementFilters,
  nodes: readonly CodeNode[],
): DisagreementQuery {
  return {
    ...scope,
    kinds: kinds.length === 0 ? null : [...kinds],
    codeIds: codeIds.length === 0 ? null : [...new Set([...codeIds, ...includedCodes(nodes, codeIds)])],
    status: statusesOf(standing),
  }
}

/** Whether it still wants a verdict: there is none, or the coders have changed what it was about. */
export function needsVerdict({ status }: Pick<DisagreementRow, 'status'>): boolean {
  return status === 'undecided' || status === 'outdated'
}
