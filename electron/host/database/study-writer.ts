import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Message } from '../../../shared/contract/values.ts'
import { fail } from '../errors.ts'
import { backUp } from './backups.ts'
import { installChangeLog } from './change-log.ts'
import { asUserError, sqliteCode, withFileErrors } from './file-errors.ts'
import { newestOf, type Formats } from './formats.ts'
import type { StudyLock } from './lock.ts'
import { migrate } from './migrate.ts'
import type { OpenConnection, WritableDb } from './open.ts'
import { writeRecord } from './study-record.ts'

export interface StudyWriterParts {
  readonly path: string
  readonly db: OpenConnection<WritableDb>
  readonly lock: StudyLock
  readonly onNetwork: boolean
  /** When the whole file was last found sound. */
  readonly checkedAt: number
  readonly backedUp: string | null
}

/** A study file that this process writes: its connection, its lock, its checkpoints and its backups. */
export class StudyWriter {
  readonly path: string
  readonly db: OpenConnection<WritableDb>
  readonly warnings: Message[] = []
  readonly #parts: StudyWriterParts
  readonly #inode: bigint | undefined
  #backedUp: string | null
  #backingUp: Promise<void> | null = null

  constructor(parts: StudyWriterParts) {
    this.path = parts.path
    this.db = parts.db
    this.#parts = parts
    this.#inode = inodeOf(parts.path)
    this.#backedUp = parts.backedUp
  }

  /** Brings the file to the newest format and makes it ready to be written; `study-file.ts` calls this once. */
  async start(formats: Formats, format: number, now: number): Promise<void> {
    const { path, db } = this
    if (format < newestOf(formats)) {
      await backUp(db, path, now).catch((error: unknown) => {
        throw asUserError(error, basename(path))
      })
      withFileErrors(basename(path), () => migrate(db, formats, format, now))
    }
    withFileErrors(basename(path), () => {
      if (!this.#setJournal()) this.warnings.push({ code: 'network_folder', params: {} })
      db.exec('PRAGMA synchronous = FULL')
      db.exec('PRAGMA secure_delete = ON')
      installChangeLog(db)
    })
  }

  /** WAL where the file system can carry it; else false, and a journal of its own for every transaction. */
  #setJournal(): boolean {
    if (!this.#parts.onNetwork && this.db.pluck<string>('PRAGMA journal_mode = WAL') === 'wal') return true
    this.db.exec('PRAGMA journal_mode = TRUNCATE')
    this.db.exec('PRAGMA locking_mode = NORMAL')
    this.db.pluck('SELECT count(*) FROM meta')
    return false
  }

  /** What the log ends with: two moments with the same state have the same content. */
  get state(): string {
    const last = this.db.get<{ id: number; at: number }>('SELECT id, at FROM operation ORDER BY id DESC LIMIT 1')
    return `${last?.id ?? 0}:${last?.at ?? 0}`
  }

  /**
   * Throws `file_vanished` where the path no longer leads to the open file: it was deleted, moved, or replaced by a sync
   * program. Writing on would go where nobody finds it.
   */
  refuseIfMoved(): void {
    if (inodeOf(this.path) !== this.#inode) fail('file_vanished', { file: basename(this.path) })
  }

  /**
   * Brings everything into the one file. False where a reader is in the way, or the disk: ask again later. Until then
   * all is safe in the log beside the file.
   */
  tryCheckpoint(): boolean {
    try {
      this.db.exec('PRAGMA busy_timeout = 50')
      return this.db.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')?.busy === 0
    } catch (error) {
      if (sqliteCode(error) === '') throw error
      return false
    } finally {
      this.db.exec('PRAGMA busy_timeout = 2000')
    }
  }

  /** Makes a backup unless the last one has everything. One at a time. */
  async backUpIfChanged(now: number): Promise<void> {
    this.#backingUp ??= this.#backUp(now).finally(() => (this.#backingUp = null))
    await this.#backingUp
  }

  async #backUp(now: number): Promise<void> {
    const state = this.state
    if (state === this.#backedUp) return
    await backUp(this.db, this.path, now)
    this.#backedUp = state
  }

  close(): void {
    const { checkedAt, lock } = this.#parts
    this.tryCheckpoint()
    this.db.close()
    if (inodeOf(this.path) === this.#inode) writeRecord(this.path, { checkedAt, backedUp: this.#backedUp })
    lock.release()
  }
}

function inodeOf(path: string): bigint | undefined {
  return statSync(path, { throwIfNoEntry: false, bigint: true })?.ino
}
