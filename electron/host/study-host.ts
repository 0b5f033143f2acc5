import { definitionOf, type Name } from '../../shared/contract/contract.ts'
import type { HostEvent } from '../../shared/contract/envelope.ts'
import type { HistoryState } from '../../shared/contract/history.ts'
import type { Settings } from '../../shared/contract/study.ts'
import type { Topic } from '../../shared/contract/topics.ts'
import type { Message } from '../../shared/contract/values.ts'
import { changedCodings, topicsOf } from './changed.ts'
import type { CommandContext, Handlers, JobContext, QueryContext } from './context.ts'
import { changesOf } from './database/change-log.ts'
import { runOperation } from './database/operation.ts'
import { undoNext } from './database/undo.ts'
import { fail } from './errors.ts'
import { FileHandles } from './files.ts'
import { historyState } from './handlers/history.ts'
import { handlers } from './handlers/handlers.ts'
import type { SettingsFile } from './settings-file.ts'
import type { Study } from './study.ts'

export interface HostOptions {
  readonly settings: SettingsFile
  /** Folder with `frameworks/` and `sample/`. */
  readonly resources: string
  /** Tianye's own folder: the sample copy, studies of the browser mode, recent list. */
  readonly userData: string
}

export interface CallOptions {
  readonly signal?: AbortSignal
  readonly progress?: (done: number, total: number | null, message: Message | null) => void
}

/**
 * The engine: one open study at most, any number of windows on it. Knows no transport; the entries (utility process,
 * loopback, command line) and the tests drive it through `connect().call(name, input)`, the only way in.
 */
export class StudyHost {
  readonly files = new FileHandles()
  readonly options: HostOptions
  readonly #connections = new Set<Connection>()
  #study: Study | null = null

  constructor(options: HostOptions) {
    this.options = options
  }

  connect(onEvent: (event: HostEvent) => void): Connection {
    const connection = new Connection(this, onEvent, () => this.#connections.delete(connection))
    this.#connections.add(connection)
    return connection
  }

  get study(): Study | null {
    return this.#study
  }

  /** Makes `study` the open one, after closing the one before; null closes. */
  setStudy(study: Study | null): void {
    this.#study?.close()
    this.#study = study
    this.announce(null, null, [
      'study',
      'coders',
      'documents',
      'text',
      'cases',
      'codes',
      'codings',
      'episodes',
      'memos',
      'history',
    ])
  }

  /** Tells every window what changed. `operationId` null: nothing logged (settings, another study). */
  announce(operationId: number | null, origin: Connection | null, extra: readonly Topic[] = []): void {
    const study = this.#study
    const changes = operationId === null || study === null ? [] : changesOf(study.db, operationId)
    if (study !== null && changes.length > 0) study.index.apply(changes)
    const topics = study === null ? extra : [...new Set([...topicsOf(study.db, changes), ...extra])]
    const codings = study === null ? undefined : changedCodings(study.db, changes)
    for (const connection of this.#connections)
      connection.send({
        type: 'changed',
        operationId,
        topics: [...topics],
        own: connection === origin,
        ...(codings === undefined ? {} : { codings }),
        history: connection.historyState(),
      })
  }

  close(): void {
    this.#study?.close()
    this.#study = null
  }
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
    return study === null || coderId === null ? { undo: null, redo: null } : historyState(study.db, coderId)
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
    const known = name as Name
    switch (definition.kind) {
      case 'query':
        return invoke(handlers, known, this.#queryContext(), parsed.data)
      case 'command':
        return this.#write(known, definition.undoLabel, (context) => invoke(handlers, known, context, parsed.data))
      case 'job':
        return invoke(handlers, known, this.#jobContext(known, definition.undoLabel, options), parsed.data)
    }
  }

  #openStudy(): Study {
    return this.#host.study ?? fail('no_study')
  }

  #queryContext(): QueryContext {
    const host = this.#host
    const settings = this.#settings
    return {
      get study() {
        return host.study ?? fail('no_study')
      },
      get db() {
        return this.study.db
      },
      get coderId() {
        return this.study.coderOf(settings.coder)
      },
      settings,
    }
  }

  #write<T>(name: string, undoLabel: string, body: (context: CommandContext) => T): T {
    const study = this.#openStudy()
    const now = Date.now()
    const coderId = study.joinAsCoder(this.#settings.coder, now)
    let params: Message['params'] = {}
    const context: CommandContext = {
      study,
      db: study.db,
      coderId,
      settings: this.#settings,
      now,
      describe: (more) => {
        params = { ...params, ...more }
      },
    }
    const result = runOperation(study.db, { coderId, name, at: now }, () => ({
      value: body(context),
      label: { code: undoLabel, params },
    }))
    if (result.operationId !== null) this.#host.announce(result.operationId, this)
    return result.value
  }

  #jobContext(name: string, undoLabel: string | null, options: CallOptions): JobContext {
    return {
      host: this.#host,
      files: this.#host.files,
      settings: this.#settings,
      study: () => this.#openStudy(),
      signal: options.signal ?? new AbortController().signal,
      progress: (done, total, message) => options.progress?.(done, total, message ?? null),
      write: (body) => {
        if (undoLabel === null) throw new Error(`${name} declares no undo label, so it may not write`)
        return this.#write(name, undoLabel, body)
      },
      read: () => this.#queryContext(),
      undo: (undoName) => {
        const study = this.#openStudy()
        const coderId =
          study.coderOf(this.#settings.coder) ??
          fail(undoName === 'history.undo' ? 'nothing_to_undo' : 'nothing_to_redo')
        const result = undoNext(study.db, { coderId, name: undoName, at: Date.now() })
        if (result.operationId === null) throw new Error('an undo that changed nothing')
        this.#host.announce(result.operationId, this)
        return { operationId: result.operationId, ...result.value }
      },
    }
  }
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
