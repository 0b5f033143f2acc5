import type { MemoLine } from '../../../shared/contract/memo.ts'
import { plainOfMemo } from '../../../shared/memo/plain-memo.ts'
import type { CommandContext, HandlersOf, QueryContext } from '../context.ts'
import { insert, remove, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { exportMemos } from '../exporters/memo-export.ts'
import { listedMemos, type ListedMemo } from '../memo/memo-list.ts'
import { findMemoPlace, memoPlace, placeWords } from '../memo/memo-place.ts'
import { memoHead, memosById, memosOn, OWNER_COLUMN, type MemoHead } from '../memo/memo-rows.ts'

/** UTF-16 code units of a memo that the list shows. */
const EXCERPT = 240

export const memoHandlers: HandlersOf<'memo'> = {
  'memo.list': (context, { filter, sort, offset, limit }) => {
    const { memos, all } = listedMemos(context, filter, sort)
    return { total: memos.length, all, memos: memos.slice(offset, offset + limit).map((memo) => lineOf(context, memo)) }
  },

  'memo.get': ({ db }, { id }) => memosById(db, [id])[0] ?? fail('memo_gone'),

  'memo.on': (context, { owner, day }) => ({
    place: memoPlace(context, owner),
    memos: memosOn(context.db, owner, day),
  }),

  'memo.owners': ({ db }, { documentId }) => {
    const ids = (kind: keyof typeof OWNER_COLUMN) =>
      db.pluckAll<number>(
        `SELECT DISTINCT ${OWNER_COLUMN[kind]} FROM memo WHERE ${OWNER_COLUMN[kind]} IS NOT NULL AND plain <> ''`,
      )
    const inDocument = (table: 'coding' | 'episode') =>
      documentId === null
        ? ids(table)
        : db.pluckAll<number>(
            `SELECT DISTINCT t.id FROM memo m CROSS JOIN ${table} t ON t.id = m.${table}_id
             WHERE m.${table}_id IS NOT NULL AND m.plain <> '' AND t.document_id = ?`,
            documentId,
          )
    return {
      codings: inDocument('coding'),
      episodes: inDocument('episode'),
      documents: documentId === null ? ids('document') : ids('document').filter((id) => id === documentId),
      codes: ids('code'),
      cases: ids('case'),
    }
  },

  'memo.save': (context, { id, owner, day, title, body, base }) => {
    const { db, coderId, now } = context
    const words = { title: day ?? title, body: JSON.stringify(body), plain: plainOfMemo(body) }
    if (id !== null) {
      const memo = ownMemo(context, id)
      describeMemo(context, memo)
      const stored = db.get<{ title: string; body: string }>('SELECT title, body FROM memo WHERE id = ?', id)
      // Who writes what is there already changes nothing, whenever they began.
      if (stored?.title === words.title && stored.body === words.body) return { id, modifiedAt: memo.modifiedAt }
      if (base !== null && base !== memo.modifiedAt) fail('memo_changed')
      const modifiedAt = Math.max(now, memo.modifiedAt + 1)
      update(db, 'memo', id, { ...words, modified_at: modifiedAt })
      return { id, modifiedAt }
    }
    const place = memoPlace(context.seen, owner)
    context.describe({ memo: day ?? (title || placeWords(context, place)) })
    const made = insert(db, 'memo', {
      [OWNER_COLUMN[owner.kind]]: owner.id,
      kind: day === null ? 'note' : 'journal',
      ...words,
      coder_id: coderId,
      created_at: now,
      modified_at: now,
    })
    return { id: made, modifiedAt: now }
  },

  'memo.remove': (context, { id }) => {
    describeMemo(context, ownMemo(context, id))
    remove(context.db, 'memo', id)
    return {}
  },

  'memo.export': (context, input) => exportMemos(context, input),
}

function lineOf(context: QueryContext, { plain, ...head }: ListedMemo): MemoLine {
  return {
    ...head,
    place: memoPlace(context, head.owner),
    excerpt: plain.slice(0, EXCERPT).toWellFormed().replace(/\s+/gu, ' ').trim(),
    length: plain.length,
  }
}

function ownMemo({ db, seen, coderId }: CommandContext, id: number): MemoHead {
  const memo = memoHead(seen.db, id) ?? fail('memo_gone')
  if (memo.coderId !== coderId)
    fail('not_your_memo', { coder: db.pluck<string>('SELECT name FROM coder WHERE id = ?', memo.coderId) ?? '' })
  return memo
}

function describeMemo(context: CommandContext, { owner, day, title }: MemoHead): void {
  const place = findMemoPlace(context, owner)
  context.describe({ memo: day ?? (title || (place === null ? '' : placeWords(context, place))) })
}
