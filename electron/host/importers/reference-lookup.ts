import type { WritableDb } from '../database/db.ts'
import { affairCalled, villageCalled } from '../handlers/cases.ts'
import { fail } from '../errors.ts'
import { asName } from './names.ts'

/** Cases and affairs that a coding refers to, by name; asked once per name. */
export function referenceLookup(db: WritableDb): {
  /** A case of any kind that is called so, else the village, made if it is new. */
  readonly referent: (name: string | null) => number | null
  readonly affair: (name: string | null) => number | null
} {
  return {
    referent: remember('referent_village', (name) => caseCalled(db, name) ?? villageCalled(db, name)),
    affair: remember('affair_id', (name) => affairCalled(db, name)),
  }
}

function caseCalled(db: WritableDb, name: string): number | undefined {
  return db.pluck<number>(`SELECT id FROM case_unit WHERE name = ? ORDER BY kind <> 'village', id LIMIT 1`, name)
}

function remember(column: string, find: (name: string) => number): (name: string | null) => number | null {
  const known = new Map<string, number>()
  return (written) => {
    if (written === null) return null
    const name = asName(written) ?? fail('bad_value', { column, value: written })
    const id = known.get(name) ?? find(name)
    known.set(name, id)
    return id
  }
}
