import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import type { ReadingSight, ReadingStart, ReadingTask, TaskRequest, WorkerReply } from './tasks.ts'

/** From source Node reads the TypeScript itself; a build puts the worker's bundle beside the host's. */
const WORKER = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'reading-worker.ts' : 'reading-worker.js',
)
/** Milliseconds that a cancelled task may go on. */
const PATIENCE = 1000
/** MiB of JavaScript heap. */
const HEAP = 4096

export type EndValue = Extract<WorkerReply, { kind: 'end' }>['value']

interface Waiting {
  readonly request: TaskRequest
  readonly hear: (reply: WorkerReply) => void
  readonly resolve: (value: EndValue) => void
  readonly reject: (error: Error) => void
}

/**
 * One worker that reads a study, and the tasks that wait for it. It is started when needed, keeps the texts for the next
 * task, and does not keep the process alive. One that says nothing for too long is ended and replaced.
 */
export class ReadingLine {
  readonly #begin: ReadingStart
  readonly #silence: number
  readonly #waiting: Waiting[] = []
  #worker: Worker | null = null
  #current: Waiting | null = null
  #stop: () => void = () => undefined

  /** `silence`: milliseconds a task may take for one transcript. */
  constructor(path: string, sight: ReadingSight, silence: number) {
    this.#begin = { path, sight }
    this.#silence = silence
  }

  /**
   * Runs a task; `hear` gets what it says on its way. Throws what the task throws for the user, `reading_timeout`
   * (seconds), and the reason of `signal` once that aborts.
   */
  run(task: ReadingTask, signal: AbortSignal, hear: (reply: WorkerReply) => void): Promise<EndValue> {
    return new Promise((resolve, reject) => {
      const cancelled = new Int32Array(new SharedArrayBuffer(4))
      const abort = () => {
        Atomics.store(cancelled, 0, 1)
        const at = this.#waiting.indexOf(waiting)
        if (at >= 0) this.#waiting.splice(at, 1)
        if (this.#current === waiting) this.#endUnlessOver(waiting)
        reject(signal.reason as Error)
      }
      const settled = () => {
        signal.removeEventListener('abort', abort)
      }
      const waiting: Waiting = {
        request: { task, cancelled },
        hear: (reply) => {
          if (!signal.aborted) hear(reply)
        },
        resolve: (value) => {
          settled()
          resolve(value)
        },
        reject: (error) => {
          settled()
          reject(error)
        },
      }
      if (signal.aborted) {
        reject(signal.reason as Error)
        return
      }
      signal.addEventListener('abort', abort, { once: true })
      this.#waiting.push(waiting)
      this.#next()
    })
  }

  /** Ends the worker; whoever waits hears `no_study`. */
  close(): void {
    const unanswered = [...(this.#current === null ? [] : [this.#current]), ...this.#waiting.splice(0)]
    this.#end()
    for (const { reject } of unanswered) reject(new UserError('no_study'))
  }

  /** A cancelled task stops after the transcript it reads; one that does not is not waited for. */
  #endUnlessOver(cancelled: Waiting): void {
    setTimeout(() => {
      if (this.#current !== cancelled) return
      this.#end()
      this.#next()
    }, PATIENCE).unref()
  }

  #next(): void {
    if (this.#current !== null) return
    const current = this.#waiting.shift()
    if (current === undefined) return
    const worker = (this.#worker ??= this.#start())
    let heardAt = performance.now()
    const watch = setInterval(() => {
      if (performance.now() - heardAt < this.#silence) return
      // What the worker said while this thread was busy is heard first.
      setImmediate(() => {
        if (this.#current !== current || performance.now() - heardAt < this.#silence) return
        this.#end()
        current.reject(new UserError('reading_timeout', { seconds: Math.round(this.#silence / 1000) }))
        this.#next()
      })
    }, this.#silence / 4)
    const finish = () => {
      this.#stop()
      this.#next()
    }
    const listen = (reply: WorkerReply) => {
      heardAt = performance.now()
      if (reply.kind === 'end') {
        finish()
        current.resolve(reply.value)
      } else if (reply.kind === 'refused') {
        finish()
        current.reject(new UserError(reply.code, reply.params))
      } else if (reply.kind === 'broke') {
        finish()
        current.reject(reply.error)
      } else current.hear(reply)
    }
    const broke = (error: Error) => {
      this.#end()
      current.reject(error)
      this.#next()
    }
    this.#current = current
    this.#stop = () => {
      clearInterval(watch)
      worker.off('message', listen)
      worker.off('error', broke)
      worker.unref()
      this.#current = null
      this.#stop = () => undefined
    }
    worker.ref()
    worker.on('message', listen)
    worker.on('error', broke)
    worker.postMessage(current.request)
  }

  #start(): Worker {
    const worker = new Worker(WORKER, {
      workerData: this.#begin,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    })
    worker.on('error', () => {
      if (this.#worker === worker) this.#worker = null
    })
    return worker
  }

  #end(): void {
    this.#stop()
    void this.#worker?.terminate()
    this.#worker = null
  }
}
