import type { SqlValue, WritableDb } from '../database/db.ts'
import { fail } from '../errors.ts'
import { plainMemo } from './memo.ts'

type Content = Readonly<Record<string, SqlValue>> & { readonly document_id: number }

interface Known {
  readonly id: number
  readonly content: Readonly<Record<string, SqlValue>>
  readonly memo: string
}

/** Tells which rows of a file are in the study already: by their identity, else by their content. */
export interface ContentMatcher {
  /**
   * Whether the row is there. `given`: the further columns that the file has, which must agree too; `memo` null: the file
   * has none. Throws `row_differs` where the identity is there with other content.
   */
  isThere(
    guid: string | null,
    content: Content,
    given: Readonly<Record<string, SqlValue>>,
    memo: string | null,
  ): boolean
  /** The identity that a new row keeps. */
  identity(guid: string | null): { readonly guid?: string }
  /** Tells of a new row, so that the same row without identity further down the file is known for what it is. */
  made(guid: string | null, id: number, content: Content, given: Readonly<Record<string, SqlValue>>, memo: string): void
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * `keys`: the columns that make two rows of one document the same. `further`: SQL for a column that is kept elsewhere, of
 * the row called `t`.
 */
export function contentMatcher(
  db: WritableDb,
  table: 'coding' | 'episode',
  keys: readonly string[],
  further = '',
): ContentMatcher {
  const byDocument = new Map<number, Map<string, Known[]>>()
  const keyOf = (content: Readonly<Record<string, SqlValue>>) => keys.map((key) => String(content[key])).join('|')
  const identityOf = (guid: string | null) => (guid !== null && UUID.test(guid) ? guid.toLowerCase() : null)

  function rowsOf(sql: string, param: SqlValue): Known[] {
    return db
      .all<Record<string, SqlValue>>(
        `SELECT t.*, ${further === '' ? '' : `${further}, `}coalesce((SELECT group_concat(m.plain, char(10)) FROM memo m WHERE m.${table}_id = t.id), '') AS memo
         FROM ${table} t WHERE ${sql}`,
        param,
      )
      .map(({ memo, ...content }) => ({ id: Number(content['id']), content, memo: String(memo) }))
  }

  function knownIn(documentId: number): Map<string, Known[]> {
    let known = byDocument.get(documentId)
    if (known === undefined) {
      known = Map.groupBy(rowsOf('t.document_id = ? ORDER BY t.id', documentId), (row) => keyOf(row.content))
      byDocument.set(documentId, known)
    }
    return known
  }

  function agrees(known: Known, given: Readonly<Record<string, SqlValue>>, memo: string | null): boolean {
    return (
      Object.entries(given).every(([column, value]) => trimmed(known.content[column] ?? null) === value) &&
      (memo === null || known.memo.trim() === plainMemo(memo).trim())
    )
  }

  return {
    isThere(guid, content, given, memo) {
      const identity = identityOf(guid)
      const [same] = identity === null ? [] : rowsOf('t.guid = ?', identity)
      if (same !== undefined) {
        const isSame = same.content['document_id'] === content.document_id && keyOf(same.content) === keyOf(content)
        return (isSame && agrees(same, given, memo)) || fail('row_differs', { id: guid ?? '' })
      }
      const candidates = knownIn(content.document_id).get(keyOf(content)) ?? []
      const at = candidates.findIndex((candidate) => agrees(candidate, given, memo))
      // A row with an identity takes its match for itself: the next one like it is another.
      if (at >= 0 && identity !== null) candidates.splice(at, 1)
      return at >= 0
    },
    identity(guid) {
      const identity = identityOf(guid)
      return identity === null ? {} : { guid: identity }
    },
    made(guid, id, content, given, memo) {
      if (identityOf(guid) !== null) return
      const known = knownIn(content.document_id)
      const key = keyOf(content)
      known.set(key, [...(known.get(key) ?? []), { id, content: { ...content, ...given }, memo: plainMemo(memo) }])
    },
  }
}

/** Cells are read without white space around. */
function trimmed(value: SqlValue): SqlValue {
  return typeof value === 'string' ? value.trim() || null : value
}
