import type { Message } from '../../shared/contract/values.ts'
import type { ReadableDb } from './database/db.ts'
import type { UndoLog } from './database/undo-log.ts'
import type { StudyIndex } from './index/study-index.ts'
import type { StudyReading } from './search/study-reading.ts'

/** An open study as it is read: all of it (`OpenStudy`), or what one coder may see of it (`sight/`). */
export interface Study {
  readonly path: string
  readonly fileName: string
  readonly isSample: boolean
  readonly warnings: readonly Message[]
  readonly db: ReadableDb
  readonly index: StudyIndex
  readonly undoLog: UndoLog
  /** What reads through the whole study, apart from this thread; started when it is first asked for. */
  readonly reading: StudyReading
}
