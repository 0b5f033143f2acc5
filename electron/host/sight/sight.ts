import type { Message } from '../../../shared/contract/values.ts'
import type { ChangeRow } from '../database/change-log.ts'
import type { OpenConnection, ReadableDb } from '../database/open.ts'
import type { UndoLog } from '../database/undo-log.ts'
import { StudyIndex } from '../index/study-index.ts'
import { StudyReading } from '../search/study-reading.ts'
import type { Study } from '../study.ts'
import { HiddenFrom } from './hidden-work.ts'
import type { Viewer } from './rule.ts'
import { connectSighted } from './sighted-connection.ts'

/**
 * A study as one coder may see it while coding is blind: the same file, read through views that leave out what is hidden
 * (`sight-views.ts`), and everything that is derived from it made anew from those. It sees committed operations only.
 */
export class Sight implements Study {
  readonly #whole: Study
  readonly #viewer: Viewer
  readonly #connection: OpenConnection<ReadableDb>
  readonly #hidden: HiddenFrom
  #index: StudyIndex
  #reading: StudyReading | null = null

  constructor(whole: Study, viewer: Viewer) {
    this.#whole = whole
    this.#viewer = viewer
    this.#connection = connectSighted(whole.path, viewer)
    this.#hidden = new HiddenFrom(this.#connection, viewer)
    this.#index = new StudyIndex(this.#connection, this.#hidden)
  }

  get path(): string {
    return this.#whole.path
  }

  get fileName(): string {
    return this.#whole.fileName
  }

  get isSample(): boolean {
    return this.#whole.isSample
  }

  get warnings(): readonly Message[] {
    return this.#whole.warnings
  }

  get db(): ReadableDb {
    return this.#connection
  }

  get index(): StudyIndex {
    return this.#index
  }

  /** Which operations stand follows from their ids alone. */
  get undoLog(): UndoLog {
    return this.#whole.undoLog
  }

  get reading(): StudyReading {
    this.#reading ??= new StudyReading(this.path, { viewer: this.#viewer })
    return this.#reading
  }

  /** After a committed operation; true where something came to be hidden by it, or is hidden no longer. */
  apply(changes: readonly ChangeRow[]): boolean {
    if (!this.#hidden.apply(changes)) {
      this.#index.apply(changes)
      return false
    }
    this.renew()
    return true
  }

  /** Forgets what was derived and found under another rule. */
  renew(): void {
    this.#hidden.drop()
    this.#index = new StudyIndex(this.#connection, this.#hidden)
    this.#reading?.forget()
  }

  close(): void {
    this.#reading?.close()
    this.#connection.close()
  }
}
