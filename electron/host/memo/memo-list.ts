import type { Parsed } from '../../../shared/contract/contract.ts'
import type { MemoOwnerKind } from '../../../shared/contract/memo.ts'
import type { QueryContext } from '../context.ts'
import { memoHeads, type MemoHead } from './memo-rows.ts'

type Filter = Parsed<'memo.list'>['filter']
type Sort = Parsed<'memo.list'>['sort']

export type ListedMemo = MemoHead & { readonly plain: string }

/** The memos that fit a filter, in the order that is asked for; and how many there are. */
export function listedMemos(
  context: QueryContext,
  filter: Filter,
  sort: Sort,
): { memos: readonly ListedMemo[]; all: number } {
  const heads = memoHeads(context.db)
  const words = fold(filter.text)
    .split(' ')
    .filter((word) => word !== '')
  const memos = heads.filter(
    (memo) =>
      (filter.owners.length === 0 || filter.owners.includes(memo.day === null ? memo.owner.kind : 'journal')) &&
      (filter.coderIds.length === 0 || filter.coderIds.includes(memo.coderId)) &&
      (filter.from === null || memo.modifiedAt >= filter.from) &&
      (filter.until === null || memo.modifiedAt < filter.until) &&
      containsAll(memo, words),
  )
  return { memos: sorted(context, memos, sort), all: heads.length }
}

function containsAll(memo: ListedMemo, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = fold(`${memo.day ?? memo.title}\n${memo.plain}`)
  return words.every((word) => text.includes(word))
}

/** Without regard to case, width and the kind of white space. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ')
}

const KIND_ORDER: readonly MemoOwnerKind[] = ['study', 'case', 'document', 'episode', 'coding', 'code']

function sorted(context: QueryContext, memos: readonly ListedMemo[], sort: Sort): readonly ListedMemo[] {
  switch (sort) {
    case 'modified':
      return memos
    case 'created':
      return memos.toSorted((a, b) => b.createdAt - a.createdAt || b.id - a.id)
    case 'place': {
      const keyOf = placeKeys(context)
      return memos
        .map((memo) => ({ memo, key: keyOf(memo) }))
        .toSorted((a, b) => compareKeys(a.key, b.key) || a.memo.createdAt - b.memo.createdAt || a.memo.id - b.memo.id)
        .map(({ memo }) => memo)
    }
  }
}

type Key = readonly (number | string)[]

function compareKeys(a: Key, b: Key): number {
  for (let index = 0; index < a.length; index++) {
    const one = a[index]!
    const other = b[index] ?? 0
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}

/** By kind, then: journal by day, cases and codes as they are listed, stretches in reading order. */
function placeKeys({ db, study }: QueryContext): (memo: ListedMemo) => Key {
  const documents = new Map([...study.index.documents.keys()].map((id, index) => [id, index]))
  const ordered = (sql: string) => new Map(db.pluckAll<number>(sql).map((id, index) => [id, index]))
  const cases = ordered('SELECT id FROM case_unit ORDER BY sort_key, id')
  const codes = ordered('SELECT id FROM code ORDER BY sort_key, id')
  const stretches = (table: 'coding' | 'episode') =>
    new Map(
      db
        .rows<[number, number, number]>(
          `SELECT t.id, t.document_id, t.start FROM memo m JOIN ${table} t ON t.id = m.${table}_id`,
        )
        .map(([id, documentId, start]) => [id, [documents.get(documentId) ?? 0, start] as const]),
    )
  const codings = stretches('coding')
  const episodes = stretches('episode')
  const within = (memo: ListedMemo): Key => {
    const { kind, id } = memo.owner
    switch (kind) {
      case 'study':
        return [memo.day === null ? 0 : 1, 0, memo.day ?? '']
      case 'document':
        return [documents.get(id) ?? 0, 0, '']
      case 'case':
        return [cases.get(id) ?? 0, 0, '']
      case 'code':
        return [codes.get(id) ?? 0, 0, '']
      case 'coding':
        return [...(codings.get(id) ?? [0, 0]), '']
      case 'episode':
        return [...(episodes.get(id) ?? [0, 0]), '']
    }
  }
  return (memo) => [KIND_ORDER.indexOf(memo.owner.kind), ...within(memo)]
}
