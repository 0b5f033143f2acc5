import type { CoderRow } from '../../../shared/contract/coder.ts'
import type { HandlersOf } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { insert, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import type { Study } from '../study.ts'

export const coderHandlers: HandlersOf<'coder'> = {
  'coder.list': ({ db, study, coderId }) => {
    const codings = codingsByCoder(study)
    return {
      coders: db
        .all<Omit<CoderRow, 'codings'>>('SELECT id, name, initials, colour, kind FROM coder ORDER BY id')
        .map((coder) => ({ ...coder, codings: codings.get(coder.id) ?? 0 })),
      currentId: coderId,
    }
  },

  'coder.add': ({ db, describe }, { name, initials, colour }) => {
    describe({ name })
    refuseTakenName(db, name, null)
    return { id: insert(db, 'coder', { name, initials, colour, kind: 'person' }) }
  },

  'coder.update': ({ db, describe }, { id, ...change }) => {
    const coder = coderRow(db, id)
    const name = change.name ?? coder.name
    describe({ name: coder.name, to: name, ...(name === coder.name ? {} : { context: 'renamed' }) })
    if (name !== coder.name && coder.kind === 'person') refuseTakenName(db, name, id)
    update(db, 'coder', id, {
      name,
      initials: change.initials ?? coder.initials,
      colour: change.colour ?? coder.colour,
    })
    return {}
  },
}

/** How many each coder has made. From what is kept of them: this is asked again after every coding. */
export function codingsByCoder({ index }: Study): Map<number, number> {
  const codings = new Map<number, number>()
  for (const counts of index.counts.values())
    for (const [coderId, count] of counts) codings.set(coderId, (codings.get(coderId) ?? 0) + count)
  return codings
}

/** Throws `coder_gone`. */
export function coderRow(db: ReadableDb, id: number): Omit<CoderRow, 'codings'> {
  return (
    db.get<Omit<CoderRow, 'codings'>>('SELECT id, name, initials, colour, kind FROM coder WHERE id = ?', id) ??
    fail('coder_gone')
  )
}

/** A person is known by the name: two that differ in case or width alone would be taken for one. */
function refuseTakenName(db: ReadableDb, name: string, except: number | null): void {
  const taken = db
    .all<{ id: number; name: string }>(`SELECT id, name FROM coder WHERE kind = 'person'`)
    .find((person) => person.id !== except && folded(person.name) === folded(name))
  if (taken !== undefined) fail('coder_name_taken', { name: taken.name })
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
