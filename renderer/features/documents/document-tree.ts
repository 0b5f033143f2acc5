import type { DocumentRow } from '../../../shared/contract/document.ts'
import type { Layer } from '../../../shared/contract/values.ts'

/** The transcripts grouped by village, each with its other language versions below it. */
export type TreeNode = VillageNode | DocumentNode

export interface VillageNode {
  readonly id: string
  readonly kind: 'village'
  /** null: transcripts without a village. */
  readonly name: string | null
  /** Interviews, not counting other language versions. */
  readonly count: number
  readonly children: readonly DocumentNode[]
}

export interface DocumentNode {
  readonly id: string
  readonly kind: 'document'
  readonly row: DocumentRow
  readonly children: readonly DocumentNode[]
}

export function documentNodeId(id: number): string {
  return `document-${id}`
}

/**
 * Builds the tree. Where something is typed, a village stays with its matching transcripts, or with all of them if its
 * own name matches; a transcript stays if one of its versions does. Nodes of unchanged rows are the same objects as the last time.
 */
export function documentTree(
  documents: readonly DocumentRow[],
  typed: string,
  collator: Intl.Collator,
): readonly VillageNode[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const ids = new Set(documents.map((row) => row.id))
  const isVersion = (row: DocumentRow): boolean => row.parallelOf !== null && ids.has(row.parallelOf)
  const versions = Map.groupBy(documents.filter(isVersion), (row) => row.parallelOf)
  const originals = documents.filter((row) => !isVersion(row))
  const kept = originals.filter((row) => [row, ...(versions.get(row.id) ?? [])].some((own) => matches(own, words)))
  return [...Map.groupBy(kept, (row) => row.villageId)]
    .map(([villageId, rows]) => ({
      id: `village-${villageId ?? 'none'}`,
      kind: 'village' as const,
      name: rows[0]?.village ?? null,
      count: rows.length,
      children: rows
        .sort((a, b) => collator.compare(a.name, b.name))
        .map((row) => nodeOf(row, versions.get(row.id) ?? [])),
    }))
    .sort((a, b) => byName(a.name, b.name, collator))
}

/** Passages of a transcript in a layer; null where the layer has nobody to read there. */
export function codingsIn(row: DocumentRow, layer: Layer): number | null {
  const coderId = layer === 'study' ? row.studyCoderId : layer
  if (coderId === null) return row.codings.length === 0 ? 0 : null
  return row.codings.find((entry) => entry.coderId === coderId)?.count ?? 0
}

function matches(row: DocumentRow, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const people = row.respondents.map((person) => `${person.name} ${person.role ?? ''}`)
  const text = [row.name, row.village, row.wave, row.interviewDate, ...people].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

/** Those without a village last. */
function byName(one: string | null, other: string | null, collator: Intl.Collator): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return collator.compare(one, other)
}

const nodes = new WeakMap<DocumentRow, DocumentNode>()

/** The list is drawn anew only where a node is another object, which is what makes 2,000 transcripts light. */
function nodeOf(row: DocumentRow, versions: readonly DocumentRow[]): DocumentNode {
  const known = nodes.get(row)
  const isSame =
    known?.children.length === versions.length && known.children.every((child, index) => child.row === versions[index])
  if (known && isSame) return known
  const node: DocumentNode = {
    id: documentNodeId(row.id),
    kind: 'document',
    row,
    children: versions.map((version) => nodeOf(version, [])),
  }
  nodes.set(row, node)
  return node
}
