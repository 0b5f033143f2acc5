import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { settingsSchema } from '../../shared/contract/study.ts'
import type { Settings } from '../../shared/contract/study.ts'
import type { WritableDb } from './database/db.ts'
import { runOperation } from './database/operation.ts'
import { update } from './database/rows.ts'

const sampleSchema = z.strictObject({
  name: z.string(),
  framework: z.string(),
  languages: z.array(z.string()),
  /** Who coded the sample while it is made; see `giveSampleTo`. */
  coder: settingsSchema.shape.coder,
  /** The colleague who coded some of it as well. */
  second: settingsSchema.shape.coder,
})
export type SampleDescription = z.output<typeof sampleSchema>

export function sampleDescription(resources: string): SampleDescription {
  return sampleSchema.parse(JSON.parse(readFileSync(join(resources, 'sample', 'study.json'), 'utf8')))
}

/** Where the user's own copy of the sample study is kept. */
export function samplePathIn(userData: string): string {
  return join(userData, 'sample', 'sample.tianye')
}

/**
 * The sample belongs to whoever tries it first: its `coder` becomes that person, so that what they code adds to what is
 * there instead of standing beside it as another coder's. A barrier, so that their undo starts with their own first step.
 */
export function giveSampleTo(db: WritableDb, person: Settings['coder'], { coder }: SampleDescription): void {
  const idOf = (name: string) => db.pluck<number>(`SELECT id FROM coder WHERE kind = 'person' AND name = ?`, name)
  const id = idOf(coder.name)
  if (id === undefined || idOf(person.name) !== undefined) return
  runOperation(db, { coderId: null, name: 'study.openSample', at: Date.now(), barrier: true }, () => {
    update(db, 'coder', id, { ...person })
    return { value: null, label: { code: 'coderJoin', params: { name: person.name } } }
  })
}
