import type { MemoOwner, MemoPlace } from '../../../shared/contract/memo.ts'
import type { QueryContext } from '../context.ts'
import { nameOf } from '../code-rows.ts'
import { turnAt } from '../handlers/segment.ts'
import { turnsOf } from '../index/turns.ts'
import { fail } from '../errors.ts'

const NOWHERE: MemoPlace = {
  name: null,
  codeId: null,
  documentId: null,
  document: null,
  start: null,
  end: null,
  turnRef: null,
}

/** What a memo is on: how it is called and where it is. Null where it is gone. */
export function findMemoPlace(context: QueryContext, owner: MemoOwner): MemoPlace | null {
  const { db, study } = context
  switch (owner.kind) {
    case 'study': {
      const name = db.pluck<string>('SELECT name FROM meta WHERE id = ?', owner.id)
      return name === undefined ? null : { ...NOWHERE, name }
    }
    case 'document': {
      const document = study.index.documents.get(owner.id)
      return document === undefined
        ? null
        : { ...NOWHERE, name: document.name, documentId: document.id, document: document.name }
    }
    case 'case': {
      const name = db.pluck<string>('SELECT name FROM case_unit WHERE id = ?', owner.id)
      return name === undefined ? null : { ...NOWHERE, name }
    }
    case 'code':
      return db.pluck<number>('SELECT id FROM code WHERE id = ?', owner.id) === undefined
        ? null
        : { ...NOWHERE, codeId: owner.id }
    case 'coding': {
      const row = db.get<Stretch & { codeId: number }>(
        'SELECT document_id AS documentId, start, "end", code_id AS codeId FROM coding WHERE id = ?',
        owner.id,
      )
      return row === undefined ? null : { ...NOWHERE, ...stretchOf(context, row), codeId: row.codeId }
    }
    case 'episode': {
      const row = db.get<Stretch & { name: string | null }>(
        `SELECT e.document_id AS documentId, e.start, e."end", a.name
         FROM episode e LEFT JOIN affair a ON a.id = e.affair_id WHERE e.id = ?`,
        owner.id,
      )
      return row === undefined ? null : { ...NOWHERE, ...stretchOf(context, row), name: row.name }
    }
  }
}

export function memoPlace(context: QueryContext, owner: MemoOwner): MemoPlace {
  return findMemoPlace(context, owner) ?? fail('memo_owner_gone')
}

interface Stretch {
  readonly documentId: number
  readonly start: number
  readonly end: number
}

function stretchOf({ db, study }: QueryContext, { documentId, start, end }: Stretch) {
  return {
    documentId,
    document: study.index.documents.get(documentId)?.name ?? null,
    start,
    end,
    turnRef: turnAt(turnsOf(db, documentId), start)?.ref ?? null,
  }
}

/** What the memo is on in a few words, for the undo label: `M.R · SP F5`. */
export function placeWords({ db }: QueryContext, place: MemoPlace): string {
  const code = place.codeId === null ? null : nameOf(db, place.codeId)
  return [...new Set([code, place.name, place.document])].filter((part) => part !== null && part !== '').join(' · ')
}
