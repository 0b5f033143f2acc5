import type { DocumentRow, WorkState } from '../../../shared/contract/document.ts'

/** How far a coder is with a transcript; `none`: neither assigned nor begun. */
export type CellState = 'none' | WorkState
export const CELL_STATES: readonly CellState[] = ['none', 'assigned', 'in_progress', 'finished']

export type StateCounts = Readonly<Record<CellState, number>>

/** Which transcripts are shown: by how many have them, or by what is still to be done. */
export const WHICH = ['all', 'nobody', 'one', 'several', 'unfinished'] as const
export type Which = (typeof WHICH)[number]

export interface VillageLine {
  readonly kind: 'village'
  readonly id: string
  /** null: interviews without a village. */
  readonly village: string | null
  /** Transcripts shown below it. */
  readonly rows: readonly DocumentRow[]
}

export interface TranscriptLine {
  readonly kind: 'transcript'
  readonly id: string
  readonly row: DocumentRow
}

export type AssignmentLine = VillageLine | TranscriptLine

export function stateAt(row: Pick<DocumentRow, 'states'>, coderId: number): CellState {
  return row.states.find((entry) => entry.coderId === coderId)?.state ?? 'none'
}

/**
 * What the table shows: each interview once, as it was held, or its versions in one language where that is what analyses
 * read.
 *
 * @param version `originals` or a language tag
 */
export function rowsOfVersion(documents: readonly DocumentRow[], version: string): readonly DocumentRow[] {
  return documents.filter((row) => (version === 'originals' ? row.parallelOf === null : row.language === version))
}

/** How many transcripts are in which state with a coder. */
export function countStates(rows: readonly DocumentRow[], coderId: number): StateCounts {
  const counts = { none: 0, assigned: 0, in_progress: 0, finished: 0 }
  for (const row of rows) counts[stateAt(row, coderId)]++
  return counts
}

/** Transcripts that two or more of these coders have or are to have. */
export function countShared(rows: readonly DocumentRow[], coderIds: ReadonlySet<number>): number {
  return rows.filter((row) => personsAt(row, coderIds) > 1).length
}

export interface LinesInput {
  readonly documents: readonly DocumentRow[]
  /** The persons of the study. */
  readonly coderIds: ReadonlySet<number>
  readonly which: Which
  /** Whether a row is one of those looked for; null: all are. */
  readonly matches: ((row: DocumentRow) => boolean) | null
  /** A name's place in the order of the interface language. */
  readonly rankOf: (name: string) => number
}

/** The table's lines: village by village, those without one last. */
export function assignmentLines({ documents, coderIds, which, matches, rankOf }: LinesInput): AssignmentLine[] {
  const villages = new Map<number | null, DocumentRow[]>()
  for (const row of documents) {
    if (!isAskedFor(row, which, coderIds) || matches?.(row) === false) continue
    const rows = villages.get(row.villageId)
    if (rows === undefined) villages.set(row.villageId, [row])
    else rows.push(row)
  }
  const rank = (name: string | null): number => (name === null ? Infinity : rankOf(name))
  return [...villages]
    .map(([villageId, rows]) => ({ villageId, village: rows[0]?.village ?? null, rows }))
    .sort((a, b) => compare(rank(a.village), rank(b.village)) || compare(a.villageId ?? 0, b.villageId ?? 0))
    .flatMap(({ villageId, village, rows }): AssignmentLine[] => {
      const sorted = rows.toSorted((a, b) => compare(rankOf(a.name), rankOf(b.name)) || a.id - b.id)
      return [
        { kind: 'village', id: `village ${villageId}`, village, rows: sorted },
        ...sorted.map((row) => ({ kind: 'transcript' as const, id: `transcript ${row.id}`, row })),
      ]
    })
}

function isAskedFor(row: DocumentRow, which: Which, coderIds: ReadonlySet<number>): boolean {
  switch (which) {
    case 'all':
      return true
    case 'nobody':
      return personsAt(row, coderIds) === 0
    case 'one':
      return personsAt(row, coderIds) === 1
    case 'several':
      return personsAt(row, coderIds) > 1
    case 'unfinished':
      return row.states.some(({ coderId, state }) => coderIds.has(coderId) && state !== 'finished')
  }
}

function personsAt(row: DocumentRow, coderIds: ReadonlySet<number>): number {
  return row.states.filter(({ coderId }) => coderIds.has(coderId)).length
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** A place in the table; column −1: the transcripts' names. */
export interface TablePlace {
  readonly line: number
  readonly column: number
}

/** Transcripts and coders that a command means. */
export interface Meant {
  readonly documentIds: readonly number[]
  readonly coderIds: readonly number[]
}

/**
 * What is meant by a rectangle from `anchor` to `active`: a village means its transcripts. Transcripts that were picked
 * one by one are meant instead of the rectangle's.
 */
export function meantBy(
  lines: readonly AssignmentLine[],
  coderIds: readonly number[],
  { anchor, active, picked }: { anchor: TablePlace; active: TablePlace; picked: ReadonlySet<number> },
): Meant {
  const between = (a: number, b: number): [number, number] => [Math.min(a, b), Math.max(a, b) + 1]
  const [top, bottom] = between(anchor.line, active.line)
  const [left, right] = between(anchor.column, active.column)
  const rows =
    picked.size > 0
      ? lines.flatMap((line) => (line.kind === 'transcript' && picked.has(line.row.id) ? [line.row] : []))
      : lines.slice(top, bottom).flatMap((line) => (line.kind === 'village' ? line.rows : [line.row]))
  return {
    documentIds: [...new Set(rows.map(({ id }) => id))],
    coderIds: coderIds.slice(Math.max(0, left), Math.max(0, right)),
  }
}
