import type { NamesOf, Out, Parsed } from '../../shared/contract/contract.ts'
import type { Settings } from '../../shared/contract/study.ts'
import type { Message } from '../../shared/contract/values.ts'
import type { ReadableDb, WritableDb } from './database/db.ts'
import type { FileHandles } from './files.ts'
import type { OpenStudy } from './open-study.ts'
import type { Study } from './study.ts'
import type { StudyHost } from './study-host.ts'

/** What a handler is given. Queries read; commands write inside one operation; jobs do both, over time. */

export interface QueryContext {
  readonly host: StudyHost
  /** The open study, as the current user may see it (`sight/`). Throws `no_study`. */
  readonly study: Study
  readonly db: ReadableDb
  /** The current user as a coder of this study; null before their first change. */
  readonly coderId: number | null
  readonly settings: Settings
}

export interface CommandContext extends QueryContext {
  /** All of it: what a command does, it does to everything that is there. */
  readonly study: OpenStudy
  readonly db: WritableDb
  /** The study as it was before the command and as the user may see it: for what a command tells. */
  readonly seen: QueryContext
  readonly coderId: number
  /** Milliseconds since 1970 UTC; one moment for the whole command. */
  readonly now: number
  /** Parameters of the undo label, e.g. `{ code: 'M.R' }`. */
  readonly describe: (params: Message['params']) => void
}

export interface JobContext {
  readonly host: StudyHost
  readonly files: FileHandles
  readonly settings: Settings
  /** The study that was open when the job began, as the user may see it. Throws `no_study`, also where another has been opened since. */
  readonly study: () => Study
  /** All of it, also what the user may not see: for jobs that copy, check or write it, not for what they tell. */
  readonly whole: () => OpenStudy
  /** Aborts when the user cancels; long loops ask `signal.throwIfAborted()`. */
  readonly signal: AbortSignal
  readonly progress: (done: number, total: number | null, message?: Message) => void
  /** Runs `body` as the job's one operation, under the job's undo label. */
  readonly write: <T>(body: (context: CommandContext) => T) => T
  /** What queries get, for jobs that only read. */
  readonly read: () => QueryContext
  /** Undoes or redoes the session coder's next operation; see `database/undo.ts`. */
  readonly undo: (name: 'history.undo' | 'history.redo') => { operationId: number; undone: number; label: Message }
}

export type QueryHandlers = { [N in NamesOf<'query'>]: (context: QueryContext, input: Parsed<N>) => Out<N> }
export type CommandHandlers = { [N in NamesOf<'command'>]: (context: CommandContext, input: Parsed<N>) => Out<N> }
export type JobHandlers = { [N in NamesOf<'job'>]: (context: JobContext, input: Parsed<N>) => Out<N> | Promise<Out<N>> }

/** One handler per entry of the contract: a missing one does not compile. */
export type Handlers = QueryHandlers & CommandHandlers & JobHandlers

/** The handlers of one file: those whose names start with one of its domains. */
export type HandlersOf<Domain extends string> = {
  [N in keyof Handlers as N extends `${Domain}.${string}` ? N : never]: Handlers[N]
}
