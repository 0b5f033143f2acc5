import { basename } from 'node:path'
import type { Message } from '../../shared/contract/values.ts'
import type { OpenConnection, ReadableDb, WritableDb } from './database/open.ts'
import { insert } from './database/rows.ts'
import { runOperation } from './database/operation.ts'
import { StudyIndex } from './index/study-index.ts'
import type { Settings } from '../../shared/contract/study.ts'

/** An open study: its writing connection and what is derived from it. */
export class Study {
  readonly path: string
  readonly db: OpenConnection<WritableDb>
  readonly index: StudyIndex
  readonly warnings: readonly Message[]
  readonly isSample: boolean

  constructor(options: {
    path: string
    db: OpenConnection<WritableDb>
    warnings: readonly Message[]
    isSample: boolean
  }) {
    this.path = options.path
    this.db = options.db
    this.warnings = options.warnings
    this.isSample = options.isSample
    this.index = new StudyIndex(options.db)
  }

  get fileName(): string {
    return basename(this.path)
  }

  /** The person of the settings as a coder of this study, if they have changed anything here. */
  coderOf(person: Settings['coder']): number | null {
    return coderCalled(this.db, person.name)
  }

  /** The same, made a coder if need be: an operation of its own that nobody undoes. */
  joinAsCoder(person: Settings['coder'], now: number): number {
    const known = coderCalled(this.db, person.name)
    if (known !== null) return known
    return runOperation(this.db, { coderId: null, name: 'coder.join', at: now }, () => ({
      value: insert(this.db, 'coder', {
        name: person.name,
        initials: person.initials,
        colour: person.colour,
        kind: 'person',
      }),
      label: { code: 'coderJoin', params: { name: person.name } },
    })).value
  }

  close(): void {
    this.db.close()
  }
}

function coderCalled(db: ReadableDb, name: string): number | null {
  return db.pluck<number>(`SELECT id FROM coder WHERE name = ? AND kind = 'person' ORDER BY id LIMIT 1`, name) ?? null
}
