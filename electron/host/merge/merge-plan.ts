import type { Splice } from '../../../shared/text/splices.ts'
import type { LoggedTable } from '../database/schema.ts'
import type { Place, RowTable } from './merge-tables.ts'
import type { PortableRow } from './portable-row.ts'

/** One row to write. */
export interface MergeStep {
  readonly kind: 'insert' | 'update' | 'delete'
  readonly table: RowTable
  /** As it is called here. */
  readonly guid: string
  /** null: of a deletion. */
  readonly theirs: PortableRow | null
  /** Where it goes, in the revision that the text here will have. */
  readonly place: Place
  /** Whether it has no words there, but had some in the other file. */
  readonly isLost: boolean
  /** Guid of the document it lies on. */
  readonly document: string | null
  /** The proposal it belongs to. null: the returning coder's own, which need no acceptance. */
  readonly proposal: string | null
  /** Comes only if a row that comes refers to it. */
  readonly isNeeded: boolean
}

/** A row that both sides changed, or that they deleted and we changed. */
export interface MergeClash {
  readonly table: RowTable
  readonly guid: string
  /** null: deleted there. */
  readonly theirs: PortableRow | null
  /** In the revision that the text here has. */
  readonly place: Place
  readonly revision: string | null
  readonly document: string | null
  /** Whether an earlier bring-back listed this very version. */
  readonly isKnown: boolean
}

/** A text that was corrected there. */
export interface MergeText {
  readonly document: string
  readonly documentId: number
  readonly revisionId: number
  /** Guids: of the revision here, and of theirs. */
  readonly ours: string
  readonly theirs: string
  readonly before: string
  readonly after: string
  readonly splices: readonly Splice[]
  /** Guid of who made it there. */
  readonly coder: string | null
  readonly at: number
  /** Both corrected it: a conflict. */
  readonly isClash: boolean
  readonly isKnown: boolean
  /** It would change which turns there are. */
  readonly isBlocked: boolean
  readonly isAccepted: boolean
}

/** Something that a row needs and that is not here. */
export interface MissingParent {
  readonly table: LoggedTable
  readonly guid: string
}

export function proposalKey(table: string, guid: string): string {
  return `${table}:${guid}`
}

/** The key of a row in maps over all tables. */
export function rowKey(table: string, guid: string): string {
  return `${table} ${guid}`
}
