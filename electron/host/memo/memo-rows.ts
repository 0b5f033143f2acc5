import type { Memo, MemoOwner, MemoOwnerKind } from '../../../shared/contract/memo.ts'
import { parseMemoBody } from '../../../shared/memo/memo-body.ts'
import type { ReadableDb } from '../database/db.ts'

/** Rows of the table `memo` as the contract gives them. */

/** The column that names the owner of each kind; exactly one is set. */
export const OWNER_COLUMN = {
  study: 'meta_id',
  document: 'document_id',
  case: 'case_id',
  code: 'code_id',
  coding: 'coding_id',
  episode: 'episode_id',
} as const satisfies Record<MemoOwnerKind, string>

const OWNER_KINDS = Object.keys(OWNER_COLUMN) as MemoOwnerKind[]

interface HeadRow {
  readonly id: number
  readonly kind: string
  readonly title: string
  readonly coder_id: number
  readonly created_at: number
  readonly modified_at: number
  readonly [column: string]: string | number | null
}

const HEAD = `m.id, m.kind, m.title, m.coder_id, m.created_at, m.modified_at, ${Object.values(OWNER_COLUMN)
  .map((column) => `m.${column}`)
  .join(', ')}`

/** Everything of a memo but what it says. */
export type MemoHead = Omit<Memo, 'body' | 'plain'>

function headOf(row: HeadRow): MemoHead {
  const kind = OWNER_KINDS.find((candidate) => row[OWNER_COLUMN[candidate]] !== null) ?? 'study'
  // A journal entry is called after its day.
  const day = row.kind === 'journal' && /^\d{4}-\d{2}-\d{2}$/.test(row.title) ? row.title : null
  return {
    id: row.id,
    owner: { kind, id: Number(row[OWNER_COLUMN[kind]]) },
    day,
    title: day === null ? row.title : '',
    coderId: row.coder_id,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  }
}

/** All memos without their bodies, latest change first. */
export function memoHeads(db: ReadableDb): (MemoHead & { readonly plain: string })[] {
  return db
    .all<HeadRow & { plain: string }>(`SELECT ${HEAD}, m.plain FROM memo m ORDER BY m.modified_at DESC, m.id DESC`)
    .map((row) => ({ ...headOf(row), plain: row.plain }))
}

export function memoHead(db: ReadableDb, id: number): MemoHead | undefined {
  const row = db.get<HeadRow>(`SELECT ${HEAD} FROM memo m WHERE m.id = ?`, id)
  return row === undefined ? undefined : headOf(row)
}

/** Memos with what they say, in the order of `ids`; unknown ids are passed over. */
export function memosById(db: ReadableDb, ids: readonly number[]): Memo[] {
  const rows = new Map(
    db
      .all<HeadRow & { body: string; plain: string }>(
        `SELECT ${HEAD}, m.body, m.plain FROM memo m WHERE m.id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      )
      .map((row) => [row.id, { ...headOf(row), body: parseMemoBody(row.body), plain: row.plain }]),
  )
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** The memos on an object, oldest first: its notes, or one day's journal entries. */
export function memosOn(db: ReadableDb, owner: MemoOwner, day: string | null): Memo[] {
  const ids = db.pluckAll<number>(
    `SELECT id FROM memo WHERE ${OWNER_COLUMN[owner.kind]} = ? AND ${
      day === null ? `kind <> 'journal'` : `kind = 'journal' AND title = ?`
    } ORDER BY created_at, id`,
    owner.id,
    ...(day === null ? [] : [day]),
  )
  return memosById(db, ids)
}
