import type { DocumentRow } from '../../../shared/contract/document.ts'
import type { Layer } from '../../../shared/contract/values.ts'
import { groupId } from './group-ids.ts'
import type { ListChoice } from './list-choice.ts'
import { codingsIn, progressOf, stageOf, STAGES } from './work-progress.ts'
import type { Progress, Stage } from './work-progress.ts'

/** The list of transcripts as it stands on the screen, line by line. */
export type ListRow = GroupRow | TranscriptRow

export interface GroupRow {
  readonly kind: 'group'
  readonly id: string
  readonly level: 1
  readonly isOpen: boolean
  /** Name of the village or wave; null: transcripts without one. */
  readonly name: string | null
  readonly stage: Stage | null
  /** Interviews shown in it. */
  readonly shown: number
  /** Of all its interviews, shown or not. */
  readonly progress: Progress
  /** Interviews shown in it, open or not: what is chosen with the group. */
  readonly documentIds: readonly number[]
}

export interface TranscriptRow {
  readonly kind: 'transcript'
  readonly id: string
  readonly level: number
  /** Whether its language versions are shown; undefined where it has none. */
  readonly isOpen: boolean | undefined
  readonly row: DocumentRow
}

export interface ListInput {
  readonly documents: readonly DocumentRow[]
  readonly choice: Pick<ListChoice, 'grouping' | 'sorting' | 'stage' | 'folded' | 'unfolded'>
  /** Whether a row is one of those looked for; null: all are. */
  readonly matches: ((row: DocumentRow) => boolean) | null
  readonly coderId: number | null
  readonly layer: Layer
  /** Document ids, the latest opened first. */
  readonly recent: readonly number[]
  /** Places in the order of names, see `NameOrder`. */
  readonly rankOf: (name: string) => number
}

export interface List {
  readonly rows: readonly ListRow[]
  /** Of the whole study. */
  readonly progress: Progress
  /** Interviews that are shown or would be if their group were open. */
  readonly found: number
}

export function transcriptRowId(documentId: number): string {
  return `document-${documentId}`
}

/**
 * The lines. A transcript is found where it or one of its language versions is; the versions stand below it. While one
 * looks for something, folded groups are open: what is found is not hidden.
 */
export function listRows(input: ListInput): List {
  const { documents, choice, matches, coderId } = input
  const ids = new Set(documents.map(({ id }) => id))
  const isVersion = ({ parallelOf }: DocumentRow): boolean => parallelOf !== null && ids.has(parallelOf)
  const versions = Map.groupBy(documents.filter(isVersion), ({ parallelOf }) => parallelOf ?? 0)
  const originals = documents.filter((row) => !isVersion(row))
  const isShown = (row: DocumentRow): boolean =>
    (choice.stage === 'all' || stageOf(row, coderId) === choice.stage) &&
    (matches === null || matches(row) || (versions.get(row.id) ?? []).some(matches))
  const compare = comparison(input)
  const folded = new Set(choice.folded)
  const unfolded = new Set(choice.unfolded)
  const rows: ListRow[] = []
  let found = 0

  function push(members: readonly DocumentRow[], level: number): void {
    for (const row of [...members].sort(compare)) {
      const own = versions.get(row.id) ?? []
      const isOpen = unfolded.has(row.id)
      rows.push(lineOf(row, level, own.length > 0 ? isOpen : undefined))
      if (isOpen) for (const version of own) rows.push(lineOf(version, level + 1, undefined))
    }
  }

  for (const { id, name, stage, members } of groupsOf(originals, input)) {
    const shown = members.filter(isShown)
    found += shown.length
    if (shown.length === 0) continue
    if (id === null) {
      push(shown, 1)
      continue
    }
    const isOpen = matches !== null || !folded.has(id)
    rows.push({
      kind: 'group',
      id,
      level: 1,
      isOpen,
      name,
      stage,
      shown: shown.length,
      progress: progressOf(members, coderId),
      documentIds: shown.map((row) => row.id),
    })
    if (isOpen) push(shown, 2)
  }
  return {
    rows,
    found,
    progress: progressOf(originals, coderId),
  }
}

interface Group {
  /** null: no groups. */
  readonly id: string | null
  readonly name: string | null
  readonly stage: Stage | null
  readonly members: readonly DocumentRow[]
}

function groupsOf(originals: readonly DocumentRow[], { choice, coderId, rankOf }: ListInput): Group[] {
  switch (choice.grouping) {
    case 'none':
      return [{ id: null, name: null, stage: null, members: originals }]
    case 'stage': {
      const byStage = Map.groupBy(originals, (row) => stageOf(row, coderId))
      return STAGES.map((stage) => ({
        id: groupId('stage', stage),
        name: null,
        stage,
        members: byStage.get(stage) ?? [],
      }))
    }
    case 'village':
      return named(
        Map.groupBy(originals, ({ villageId }) => villageId),
        'village',
        ({ village }) => village,
        rankOf,
      )
    case 'wave':
      return named(
        Map.groupBy(originals, ({ waveId }) => waveId),
        'wave',
        ({ wave }) => wave,
        rankOf,
      )
  }
}

/** Groups in the order of their names, those without one last. */
function named(
  byId: ReadonlyMap<number | null, readonly DocumentRow[]>,
  grouping: 'village' | 'wave',
  nameOf: (row: DocumentRow) => string | null,
  rankOf: (name: string) => number,
): Group[] {
  return [...byId]
    .map(([id, members]) => {
      const [first] = members
      return { id: groupId(grouping, id), name: first ? nameOf(first) : null, stage: null, members }
    })
    .sort((a, b) => placeOf(a.name, rankOf) - placeOf(b.name, rankOf))
}

function placeOf(name: string | null, rankOf: (name: string) => number): number {
  return name === null ? Number.MAX_SAFE_INTEGER : rankOf(name)
}

function comparison({ choice, layer, recent, rankOf }: ListInput): (a: DocumentRow, b: DocumentRow) => number {
  const byName = (a: DocumentRow, b: DocumentRow): number => rankOf(a.name) - rankOf(b.name)
  switch (choice.sorting) {
    case 'name':
      return byName
    case 'date':
      // Days are written so that letters order them; those without one come last.
      return (a, b) => compareText(a.interviewDate ?? '~', b.interviewDate ?? '~') || byName(a, b)
    case 'recent': {
      const places = new Map(recent.map((id, place) => [id, place]))
      return (a, b) => (places.get(a.id) ?? 1e9) - (places.get(b.id) ?? 1e9) || byName(a, b)
    }
    case 'leastCoded':
      return (a, b) => (codingsIn(a, layer) ?? 0) - (codingsIn(b, layer) ?? 0) || byName(a, b)
  }
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

const lines = new WeakMap<DocumentRow, TranscriptRow>()

/** The same object for the same line: what has not changed is not drawn again. */
function lineOf(row: DocumentRow, level: number, isOpen: boolean | undefined): TranscriptRow {
  const known = lines.get(row)
  if (known !== undefined && known.level === level && known.isOpen === isOpen) return known
  const line: TranscriptRow = { kind: 'transcript', id: transcriptRowId(row.id), level, isOpen, row }
  lines.set(row, line)
  return line
}
