import type { CodingRow } from '../../shared/contract/coding.ts'
import { overlaps, type Span } from '../../shared/text/span.ts'
import type { Chunk } from './chunks.ts'
import { chunksAround } from './chunks.ts'

/**
 * The codings the reader knows: those of the chunks it has asked for, kept up to date from `changed` events. Far smaller
 * than the study, never written to, dropped at will.
 */
export interface CodingWindow {
  /** The smallest run of whole chunks around `span` that still has to be asked for; null if all is there. */
  missing(span: Span): Span | null
  /** Takes an answer: all codings of the layers that overlap `span`, which must be whole chunks. */
  put(span: Span, codings: readonly CodingRow[]): void
  /** Takes changes: rows new or changed, and ids of rows that are gone. Rows of chunks not asked for are passed over. */
  patch(upserted: readonly CodingRow[], removed: readonly number[]): void
  /** The known codings that overlap `span`, by start, longer first. */
  within(span: Span): CodingRow[]
  byId(id: number): CodingRow | undefined
  /** Forgets everything. */
  clear(): void
}

export function createCodingWindow(chunks: readonly Chunk[]): CodingWindow {
  const rows = new Map<number, CodingRow>()
  const idsByChunk = new Map<number, Set<number>>()

  function forget(id: number): void {
    const row = rows.get(id)
    if (row === undefined) return
    rows.delete(id)
    const { first, end } = chunksAround(chunks, row)
    for (let chunk = first; chunk < end; chunk++) idsByChunk.get(chunk)?.delete(id)
  }

  function learn(row: CodingRow): void {
    const { first, end } = chunksAround(chunks, row)
    let known = false
    for (let chunk = first; chunk < end; chunk++) {
      const ids = idsByChunk.get(chunk)
      if (ids === undefined) continue
      ids.add(row.id)
      known = true
    }
    if (known) rows.set(row.id, row)
  }

  return {
    missing(span) {
      const { first, end } = chunksAround(chunks, span)
      let from = first
      let to = end
      while (from < to && idsByChunk.has(from)) from++
      while (to > from && idsByChunk.has(to - 1)) to--
      const firstChunk = chunks[from]
      const lastChunk = chunks[to - 1]
      if (from === to || firstChunk === undefined || lastChunk === undefined) return null
      return { start: firstChunk.start, end: lastChunk.end }
    },
    put(span, codings) {
      const { first, end } = chunksAround(chunks, span)
      for (let chunk = first; chunk < end; chunk++) {
        for (const id of idsByChunk.get(chunk) ?? []) forget(id)
        idsByChunk.set(chunk, new Set())
      }
      for (const row of codings) {
        forget(row.id)
        learn(row)
      }
    },
    patch(upserted, removed) {
      for (const id of removed) forget(id)
      for (const row of upserted) {
        forget(row.id)
        learn(row)
      }
    },
    within(span) {
      const { first, end } = chunksAround(chunks, span)
      const found = new Set<CodingRow>()
      for (let chunk = first; chunk < end; chunk++) {
        for (const id of idsByChunk.get(chunk) ?? []) {
          const row = rows.get(id)
          if (row !== undefined && overlaps(row, span)) found.add(row)
        }
      }
      return [...found].sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id)
    },
    byId: (id) => rows.get(id),
    clear() {
      rows.clear()
      idsByChunk.clear()
    },
  }
}
