import type { CaseRow, DocumentRow } from '../../../shared/contract/document.ts'
import { folded, spoken } from '../../i18n/spoken.ts'

/** The study by its people and places: villages, their households and persons, and each person's interviews. */
export type CaseLine = CaseNode | InterviewLine

export interface CaseNode {
  readonly kind: 'case'
  readonly id: string
  readonly level: number
  readonly isOpen: boolean | undefined
  readonly row: CaseRow
}

export interface InterviewLine {
  readonly kind: 'interview'
  readonly id: string
  readonly level: number
  readonly isOpen: undefined
  readonly row: DocumentRow
}

export interface CaseLinesInput {
  readonly cases: readonly CaseRow[]
  readonly documents: readonly DocumentRow[]
  readonly typed: string
  /** Cases that are not folded as at first: places open, people closed. */
  readonly toggled: ReadonlySet<number>
  readonly compare: (one: string, other: string) => number
}

/** Lines in order. Where something is typed, a case stays if it matches or one below it does; what it is in is open. */
export function caseLines({ cases, documents, typed, toggled, compare }: CaseLinesInput): CaseLine[] {
  const byId = new Map(documents.map((row) => [row.id, row]))
  const known = new Set(cases.map(({ id }) => id))
  const below = Map.groupBy(cases, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const words = folded(typed).split(' ').filter(Boolean)
  const kept = words.length === 0 ? null : keptBy(cases, words)
  const lines: CaseLine[] = []

  function push(parentId: number | null, level: number): void {
    const own = (below.get(parentId) ?? []).filter(({ id }) => kept === null || kept.has(id))
    for (const row of own.sort((a, b) => rankOf(a.kind) - rankOf(b.kind) || compare(a.name, b.name))) {
      const isPerson = row.kind === 'person'
      const interviews = isPerson ? row.documentIds.flatMap((id) => byId.get(id) ?? []) : []
      const hasBelow = interviews.length > 0 || below.has(row.id)
      const isOpen = kept !== null && !isPerson ? true : isPerson === toggled.has(row.id)
      lines.push({ kind: 'case', id: caseLineId(row.id), level, isOpen: hasBelow ? isOpen : undefined, row })
      if (!hasBelow || !isOpen) continue
      for (const interview of interviews)
        lines.push({
          kind: 'interview',
          id: `case-${row.id}-document-${interview.id}`,
          level: level + 1,
          isOpen: undefined,
          row: interview,
        })
      push(row.id, level + 1)
    }
  }

  push(null, 1)
  return lines
}

export function caseLineId(caseId: number): string {
  return `case-${caseId}`
}

/** Villages and other places before people who belong to none. */
function rankOf(kind: string): number {
  return kind === 'person' ? 1 : 0
}

/** Cases in which all words occur, with all above and below them. */
function keptBy(cases: readonly CaseRow[], words: readonly string[]): Set<number> {
  const byId = new Map(cases.map((row) => [row.id, row]))
  const matching = new Set(cases.filter((row) => words.every((word) => occursIn(row, word))).map(({ id }) => id))
  const kept = new Set<number>()
  for (const row of cases) {
    const chain: number[] = []
    for (let at: CaseRow | undefined = row; at !== undefined && !chain.includes(at.id);) {
      chain.push(at.id)
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    }
    if (matching.has(row.id)) for (const id of chain) kept.add(id)
    else if (chain.some((id) => matching.has(id))) kept.add(row.id)
  }
  return kept
}

function occursIn({ name, role }: CaseRow, word: string): boolean {
  return [name, role ?? ''].some((part) => {
    const said = spoken(part)
    return (
      folded(part).includes(word) || said?.initials.startsWith(word) === true || said?.sound.includes(word) === true
    )
  })
}
