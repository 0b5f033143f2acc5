import type { MergeSide } from './merge-side.ts'
import type { ReturnedStudy } from './returned-study.ts'
import { twinOf } from './merge-twins.ts'

/** Whose rows come back: who the file was handed to, and people who joined in that copy. */
export interface ReturnedCoders {
  /** Ids in the other file. */
  readonly ids: ReadonlySet<number>
  /** Guids here; of people who are new here, the one they will have. */
  readonly guids: ReadonlySet<string>
  readonly names: readonly string[]
  /** Guids of coders there who are called otherwise here. */
  readonly twins: ReadonlyMap<string, string>
}

export function returnedCoders(ours: MergeSide, theirs: MergeSide, { coderId }: ReturnedStudy): ReturnedCoders {
  const joined = theirs.db.pluckAll<number>(
    `SELECT c.id FROM coder c WHERE c.kind = 'person' AND c.id <> ? AND EXISTS (
       SELECT 1 FROM change h WHERE h.table_name = 'coder' AND h.pk = c.id AND h.kind = 'insert') ORDER BY c.id`,
    coderId,
  )
  const ids = [coderId, ...joined]
  const twins = new Map<string, string>()
  const guids = new Set<string>()
  const names: string[] = []
  for (const id of ids) {
    const row = theirs.db.get<{ guid: string; name: string }>('SELECT guid, name FROM coder WHERE id = ?', id)
    if (row === undefined) continue
    const { guid, name } = row
    const twin = ours.idOf('coder', guid) === undefined ? twinOf(ours.db, 'coder', { name }) : undefined
    if (twin !== undefined) twins.set(guid, twin)
    guids.add(twin ?? guid)
    names.push(name)
  }
  return { ids: new Set(ids), guids, names, twins }
}
