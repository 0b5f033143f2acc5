import { definitionOf, type Name } from '../../shared/contract/contract.ts'
import type { Definition } from '../../shared/contract/define.ts'
import type { HostEvent } from '../../shared/contract/envelope.ts'
import type { HistoryState } from '../../shared/contract/history.ts'
import type { Settings } from '../../shared/contract/study.ts'
import type { Message } from '../../shared/contract/values.ts'
import type { CommandContext, Handlers, JobContext, QueryContext } from './context.ts'
import type { WritableDb } from './database/db.ts'
import { asUserError, isDiskError } from './database/file-errors.ts'
import { runOperation, type OperationResult } from './database/operation.ts'
import { undoNext } from './database/undo.ts'
import { fail } from './errors.ts'
import { historyState } from './handlers/history.ts'
import { handlers } from './handlers/handlers.ts'
import type { OpenStudy } from './open-study.ts'
import type { Study } from './study.ts'
import type { StudyHost } from './study-host.ts'

export interface CallOptions {
  readonly signal?: AbortSignal
  readonly progress?: (done: number, total: number | null, message: Message | null) => void
}

/** One window's (or one command line's) access. */
export class Connection {
  readonly #host: StudyHost
  readonly #onEvent: (event: HostEvent) => void
  readonly #onClose: () => void

  constructor(host: StudyHost, onEvent: (event: HostEvent) => void, onClose: () => void) {
    this.#host = host
    this.#onEvent = onEvent
    this.#onClose = onClose
  }

  send(event: HostEvent): void {
    this.#onEvent(event)
  }

  close(): void {
    this.#onClose()
  }

  historyState(): HistoryState {
    const study = this.#host.study
    const coderId = study?.coderOf(this.#settings.coder) ?? null
    return study === null || coderId === null ? { undo: null, redo: null } : historyState(study, coderId)
  }

  get #settings(): Settings {
    return this.#host.options.settings.value
  }

  /**
   * Calls a handler. Every input is validated, always; outputs where tests or development ask for it. Errors for the
   * user are `UserError`s; `no_such_method` and `bad_input` are a caller's mistakes.
   */
  async call(name: string, input: unknown, options: CallOptions = {}): Promise<unknown> {
    const definition = definitionOf(name)
    if (definition === undefined) fail('no_such_method', { name: name.slice(0, 100) })
    const parsed = definition.input.safeParse(input)
    if (!parsed.success)
      fail('bad_input', {
        name,
        problem: parsed.error.issues
          .map((i) => `${i.path.join('.')}: ${i.message}`)
          .join('; ')
          .slice(0, 500),
      })
    const value = await this.#invoke(name as Name, definition, parsed.data, options)
    if (this.#host.options.validateOutputs === true) refuseForeignShape(name, definition, value)
    return value
  }

  #invoke(name: Name, definition: Definition, input: unknown, options: CallOptions): unknown {
    switch (definition.kind) {
      case 'query':
        return invoke(handlers, name, this.#queryContext(), input)
      case 'command':
        return this.#write(this.#openStudy(), name, definition.undoLabel, (context) =>
          invoke(handlers, name, context, input),
        )
      case 'job':
        return invoke(handlers, name, this.#jobContext(name, definition.undoLabel, options), input)
    }
  }

  #openStudy(): OpenStudy {
    return this.#host.study ?? fail('no_study')
  }

  /** Whose eyes it reads with is asked once: handlers take the study from it for each document they look at. */
  #queryContext(): QueryContext {
    const host = this.#host
    const settings = this.#settings
    let coder: { readonly id: number | null } | undefined
    let study: Study | undefined
    const whole = (): OpenStudy => host.study ?? fail('no_study')
    return {
      host,
      get study() {
        return (study ??= whole().seenBy(this.coderId))
      },
      get db() {
        return this.study.db
      },
      get coderId() {
        return (coder ??= { id: whole().coderOf(settings.coder) }).id
      },
      settings,
    }
  }

  #write<T>(study: OpenStudy, name: string, undoLabel: string, body: (context: CommandContext) => T): T {
    const settings = this.#settings
    const now = Date.now()
    return this.#saving(study, (db) => {
      const { coderId, operationId } = study.joinAsCoder(settings.coder, now)
      if (operationId !== null) this.#host.announce(operationId, this)
      let params: Message['params'] = {}
      const context: CommandContext = {
        host: this.#host,
        study,
        db,
        seen: this.#queryContext(),
        coderId,
        settings,
        now,
        describe: (more) => {
          params = { ...params, ...more }
        },
      }
      return runOperation(db, { coderId, name, at: now }, () => ({
        value: body(context),
        label: { code: undoLabel, params },
      }))
    }).value
  }

  /** Runs one operation between the events that say so, and tells what it changed. */
  #saving<T>(study: OpenStudy, operate: (db: WritableDb) => OperationResult<T>): OperationResult<T> {
    const host = this.#host
    host.announceSaved('saving')
    try {
      const result = operate(study.writable())
      study.checkpointSoon()
      host.announceSaved('saved')
      if (result.operationId !== null) host.announce(result.operationId, this)
      return result
    } catch (error) {
      study.dropIndex()
      const reported = asUserError(error, study.fileName)
      // A refused command has changed nothing: what was done before is still saved. A refusing disk is another matter.
      host.announceSaved(reported === error && !isDiskError(error) ? 'saved' : 'failed')
      throw reported
    }
  }

  #jobContext(name: string, undoLabel: string | null, options: CallOptions): JobContext {
    const begunWith = this.#host.study
    const whole = (): OpenStudy => {
      const open = this.#openStudy()
      return begunWith === null || open === begunWith ? open : fail('no_study')
    }
    return {
      host: this.#host,
      files: this.#host.files,
      settings: this.#settings,
      study: () => whole().seenBy(whole().coderOf(this.#settings.coder)),
      whole,
      signal: options.signal ?? new AbortController().signal,
      progress: (done, total, message) => options.progress?.(done, total, message ?? null),
      write: (body) => {
        if (undoLabel === null) throw new Error(`${name} declares no undo label, so it may not write`)
        return this.#write(whole(), name, undoLabel, body)
      },
      read: () => this.#queryContext(),
      undo: (undoName) => {
        const at = Date.now()
        const coderId =
          whole().coderOf(this.#settings.coder) ??
          fail(undoName === 'history.undo' ? 'nothing_to_undo' : 'nothing_to_redo')
        const result = this.#saving(whole(), (db) =>
          undoNext(db, whole().undoLog, { coderId, name: undoName, at, seen: whole().seenBy(coderId).db }),
        )
        if (result.operationId === null) throw new Error('an undo that changed nothing')
        return { operationId: result.operationId, ...result.value }
      },
    }
  }
}

function refuseForeignShape(name: string, definition: Definition, value: unknown): void {
  const parsed = definition.output.safeParse(JSON.parse(JSON.stringify(value ?? null)))
  if (!parsed.success) throw new Error(`${name} answered in another shape: ${parsed.error.message}`)
}

/** Calls the handler of `name`. The contract has paired name, context and input already; types cannot follow that far. */
function invoke(
  all: Handlers,
  name: Name,
  context: QueryContext | CommandContext | JobContext,
  input: unknown,
): unknown {
  const handler = all[name] as (context: QueryContext | CommandContext | JobContext, input: unknown) => unknown
  return handler(context, input)
}
