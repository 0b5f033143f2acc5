import { basename } from 'node:path'
import type { Settings } from '../../shared/contract/study.ts'
import type { Message } from '../../shared/contract/values.ts'
import type { ChangeRow } from './database/change-log.ts'
import type { OpenConnection, ReadableDb, WritableDb } from './database/open.ts'
import { runOperation } from './database/operation.ts'
import { insert } from './database/rows.ts'
import { removeEmptyLog } from './database/empty-log.ts'
import type { StudyWriter } from './database/study-writer.ts'
import { UndoLog } from './database/undo-log.ts'
import { fail } from './errors.ts'
import { StudyIndex } from './index/study-index.ts'
import { StudyReading } from './search/study-reading.ts'
import { Sights } from './sight/sights.ts'
import type { Study } from './study.ts'

const CHECKPOINT_DELAY = 2000
const BACKUP_INTERVAL = 15 * 60_000

/** An open study: its connection and what is derived from it. Without a writer it can only be read. */
export class OpenStudy implements Study {
  readonly path: string
  readonly db: ReadableDb
  readonly undoLog: UndoLog
  readonly isSample: boolean
  readonly #connection: OpenConnection<ReadableDb>
  readonly #writer: StudyWriter | null
  #index: StudyIndex
  #reading: StudyReading | null = null
  readonly #sights = new Sights(this)
  #checkpointTimer: NodeJS.Timeout | null = null
  #backupTimer: NodeJS.Timeout | null = null

  constructor(
    options: { file: StudyWriter; isSample: boolean } | { path: string; reader: OpenConnection<ReadableDb> },
  ) {
    if ('file' in options) {
      this.#writer = options.file
      this.#connection = options.file.db
      this.path = options.file.path
      this.isSample = options.isSample
      this.#backupTimer = setInterval(() => void this.backUp(), BACKUP_INTERVAL).unref()
    } else {
      this.#writer = null
      this.#connection = options.reader
      this.path = options.path
      this.isSample = false
    }
    this.db = this.#connection
    this.#index = new StudyIndex(this.db)
    this.undoLog = new UndoLog(this.db)
  }

  get index(): StudyIndex {
    return this.#index
  }

  get reading(): StudyReading {
    this.#reading ??= new StudyReading(this.path)
    return this.#reading
  }

  /** What the coder may see of it: what queries read. */
  seenBy(coderId: number | null): Study {
    return this.#sights.of(coderId)
  }

  /** After a committed operation; true where what the coder may see has become more or less by it. */
  apply(changes: readonly ChangeRow[], coderId: number | null): boolean {
    this.#index.apply(changes)
    return this.#sights.apply(changes, coderId)
  }

  /** After a command that failed: what it made the index read never came to be. */
  dropIndex(): void {
    this.#index = new StudyIndex(this.db)
  }

  get fileName(): string {
    return basename(this.path)
  }

  get warnings(): readonly Message[] {
    return this.#writer?.warnings ?? []
  }

  /** The connection for commands. Throws `study_read_only`, and `file_vanished` where the file is no longer in its place. */
  writable(): WritableDb {
    const writer = this.#writer ?? fail('study_read_only', { file: this.fileName })
    writer.refuseIfMoved()
    return writer.db
  }

  /** The person of the settings as a coder of this study, if they have changed anything here. */
  coderOf(person: Settings['coder']): number | null {
    return (
      this.db.pluck<number>(
        `SELECT id FROM coder WHERE name = ? AND kind = 'person' ORDER BY id LIMIT 1`,
        person.name,
      ) ?? null
    )
  }

  /** How a coder of this study signs; null for what is not a person. */
  personById(id: number): Settings['coder'] | null {
    return (
      this.db.get<Settings['coder']>(`SELECT name, initials, colour FROM coder WHERE id = ? AND kind = 'person'`, id) ??
      null
    )
  }

  /** The same, made a coder if need be: an operation of its own that nobody undoes. */
  joinAsCoder(person: Settings['coder'], now: number): { coderId: number; operationId: number | null } {
    const known = this.coderOf(person)
    if (known !== null) return { coderId: known, operationId: null }
    const db = this.writable()
    const { value, operationId } = runOperation(db, { coderId: null, name: 'coder.join', at: now }, () => ({
      value: insert(db, 'coder', {
        name: person.name,
        initials: person.initials,
        colour: person.colour,
        kind: 'person',
      }),
      label: { code: 'coderJoin', params: { name: person.name } },
    }))
    return { coderId: value, operationId }
  }

  /** Brings everything into the one file: called two seconds after the last command, and by the entries on blur. */
  checkpoint(): void {
    if (this.#checkpointTimer !== null) clearTimeout(this.#checkpointTimer)
    this.#checkpointTimer = null
    if (this.#writer?.tryCheckpoint() === false) this.checkpointSoon()
  }

  checkpointSoon(): void {
    if (this.#checkpointTimer !== null) clearTimeout(this.#checkpointTimer)
    this.#checkpointTimer = setTimeout(() => this.checkpoint(), CHECKPOINT_DELAY).unref()
  }

  /** Makes a backup if there is something new in it; a failure is a warning, never a reason not to work. */
  async backUp(): Promise<void> {
    const writer = this.#writer
    if (writer === null) return
    try {
      await writer.backUpIfChanged(Date.now())
    } catch {
      if (!writer.warnings.some((warning) => warning.code === 'backup_failed'))
        writer.warnings.push({ code: 'backup_failed', params: {} })
    }
  }

  close(): void {
    if (this.#checkpointTimer !== null) clearTimeout(this.#checkpointTimer)
    if (this.#backupTimer !== null) clearInterval(this.#backupTimer)
    this.#reading?.close()
    this.#sights.close()
    if (this.#writer !== null) this.#writer.close()
    else {
      this.#connection.close()
      removeEmptyLog(this.path)
    }
  }
}
