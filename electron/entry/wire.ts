import { requestSchema } from '../../shared/contract/envelope.ts'
import type { HostEvent, Reply, WireError } from '../../shared/contract/envelope.ts'
import { UserError } from '../host/errors.ts'
import type { Log } from '../host/log.ts'
import type { StudyHost } from '../host/study-host.ts'

/** One window's line to the host, whatever carries it. */
export interface Wire {
  /** A message of the window, as it came: checked here. */
  receive(message: unknown): void
  /** The window is gone: its jobs are cancelled, it hears of nothing any more. */
  close(): void
}

/**
 * Serves one window: the messages of `shared/contract/envelope.ts` in, replies and events out through `post`. The same
 * for the port of the desktop and the socket of the browser mode.
 */
export function serve(host: StudyHost, post: (message: Reply | HostEvent) => void, log: Log): Wire {
  const running = new Map<number, AbortController>()
  let isClosed = false

  function send(message: Reply | HostEvent): void {
    if (!isClosed) post(message)
  }
  const connection = host.connect(send)

  async function answer(id: number, name: string, input: unknown): Promise<void> {
    const controller = new AbortController()
    running.set(id, controller)
    try {
      const value = await connection.call(name, input, {
        signal: controller.signal,
        progress: (done, total, message) => {
          send({ type: 'progress', id, done, total, message })
        },
      })
      send({ type: 'reply', id, ok: true, value: value ?? null })
    } catch (error) {
      const wireError = toWireError(error, controller.signal)
      if (wireError.code === 'internal') log.error(name.slice(0, 100), error)
      send({ type: 'reply', id, ok: false, error: wireError })
    } finally {
      running.delete(id)
    }
  }

  return {
    receive(message) {
      const request = requestSchema.safeParse(message)
      if (!request.success) {
        log.write('bad_request')
        const id = idOf(message)
        if (id !== null) send({ type: 'reply', id, ok: false, error: { code: 'bad_request', params: {} } })
        return
      }
      const { id } = request.data
      if (request.data.type === 'cancel') running.get(id)?.abort()
      else if (running.has(id)) send({ type: 'reply', id, ok: false, error: { code: 'bad_request', params: {} } })
      else void answer(id, request.data.name, request.data.input)
    },
    close() {
      isClosed = true
      for (const controller of running.values()) controller.abort()
      connection.close()
    },
  }
}

/** Errors cross the wire as codes. What is no `UserError` is a defect, and its message stays here. */
function toWireError(error: unknown, signal: AbortSignal): WireError {
  if (error instanceof UserError) return { code: error.code, params: error.params }
  if (signal.aborted && error === signal.reason) return { code: 'cancelled', params: {} }
  return { code: 'internal', params: {} }
}

/** The id of a message that is otherwise not understood, so that its sender does not wait forever. */
function idOf(message: unknown): number | null {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null
  return Number.isSafeInteger(message.id) ? (message.id as number) : null
}
