import type { SearchSummary } from '../../../shared/contract/search.ts'
import { firstIndex } from '../../../shared/text/offsets.ts'

/** A line of the list of hits: a village, a transcript, or a hit by its number. */
export type HitLine =
  | { readonly kind: 'village'; readonly village: string | null; readonly hits: number; readonly first: number }
  | {
      readonly kind: 'document'
      readonly documentId: number
      readonly name: string
      readonly hits: number
      readonly first: number
    }
  | { readonly kind: 'hit'; readonly number: number }

export interface HitLines {
  readonly count: number
  lineAt(index: number): HitLine
  /** The line on which a hit stands. */
  lineOf(hit: number): number
}

interface Group {
  readonly line: number
  /** Lines of the heads: the village's, where one begins, and the transcript's. */
  readonly heads: 1 | 2
  readonly first: number
  readonly document: SearchSummary['documents'][number]
  readonly villageHits: number
}

/** The lines of a list of hits, without making one object for each: there may be very many. */
export function hitLines(documents: SearchSummary['documents']): HitLines {
  const villageHits = new Map<number | null, number>()
  for (const { villageId, hits } of documents) villageHits.set(villageId, (villageHits.get(villageId) ?? 0) + hits)
  const groups: Group[] = []
  let line = 0
  let first = 0
  documents.forEach((document, index) => {
    const heads = index === 0 || documents[index - 1]?.villageId !== document.villageId ? 2 : 1
    groups.push({ line, heads, first, document, villageHits: villageHits.get(document.villageId) ?? 0 })
    line += heads + document.hits
    first += document.hits
  })
  return {
    count: line,
    lineAt(index) {
      const group = groups[firstIndex(groups.length, (at) => groups[at]!.line > index) - 1]!
      const within = index - group.line
      const { document } = group
      if (within === 0 && group.heads === 2)
        return { kind: 'village', village: document.village, hits: group.villageHits, first: group.first }
      if (within < group.heads) {
        const { documentId, name, hits } = document
        return { kind: 'document', documentId, name, hits, first: group.first }
      }
      return { kind: 'hit', number: group.first + within - group.heads }
    },
    lineOf(hit) {
      const group = groups[firstIndex(groups.length, (at) => groups[at]!.first > hit) - 1]
      return group === undefined ? 0 : group.line + group.heads + hit - group.first
    },
  }
}
