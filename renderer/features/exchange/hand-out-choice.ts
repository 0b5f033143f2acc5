import type { DocumentRow } from '../../../shared/contract/document.ts'

/** Which transcripts are handed out. */
export type HandOutScope = 'all' | 'assigned' | 'chosen' | 'villages'

export interface HandOutQuestion {
  readonly scope: HandOutScope
  /** The colleague; null: nobody of this study yet. */
  readonly coderId: number | null
  /** What is chosen in the list of transcripts. */
  readonly chosenIds: ReadonlySet<number>
  /** Empty: all; null: transcripts of no village. */
  readonly villageIds: readonly (number | null)[]
}

/** The transcripts that go, in the order of the list. A language version is of its original's village. */
export function documentsToHandOut(
  documents: readonly DocumentRow[],
  { scope, coderId, chosenIds, villageIds }: HandOutQuestion,
): readonly DocumentRow[] {
  switch (scope) {
    case 'all':
      return documents
    case 'assigned':
      return documents.filter(({ states }) => states.some((state) => state.coderId === coderId))
    case 'chosen':
      return documents.filter(({ id }) => chosenIds.has(id))
    case 'villages':
      return villageIds.length === 0 ? documents : documents.filter(({ villageId }) => villageIds.includes(villageId))
  }
}

/** Passages that go along: the colleague's own, or everybody's. */
export function codingsToHandOut(
  documents: readonly DocumentRow[],
  coderId: number | null,
  others: 'blind' | 'shown',
): number {
  return documents
    .flatMap(({ codings }) => codings)
    .filter((codings) => others === 'shown' || codings.coderId === coderId)
    .reduce((sum, { count }) => sum + count, 0)
}
