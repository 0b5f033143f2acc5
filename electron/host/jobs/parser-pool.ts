import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import type { ParserReply, ParserTask, TaskResults } from './parser-tasks.ts'

export interface ParserLimits {
  readonly workers: number
  /** Milliseconds for one file. */
  readonly timeout: number
  /** MiB of JavaScript heap of one worker. */
  readonly heap: number
}

const LIMITS: ParserLimits = { workers: 2, timeout: 60_000, heap: 1024 }

/** From source Node reads the TypeScript itself; a build puts the worker's bundle beside the host's. */
const WORKER = join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'parser-worker.ts' : 'parser-worker.js')

interface Job {
  readonly task: ParserTask
  readonly settle: (outcome: ParserReply) => void
  readonly refuse: (error: Error) => void
  /** Ends the worker that has taken it up. */
  stop: () => void
}

/**
 * The workers that read files. They are started when needed, kept for the next batch, and do not keep the process alive
 * while they have nothing to do. One that runs over its time or memory, or is no longer wanted, is ended and replaced.
 */
export class ParserPool {
  readonly #limits: ParserLimits
  readonly #waiting: Job[] = []
  readonly #idle: Worker[] = []
  #running = 0

  constructor(limits: Partial<ParserLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits }
  }

  /**
   * Runs a task. Throws what the task throws for the user, `parse_timeout`, `parse_memory`, and the reason of `signal`
   * once that aborts.
   */
  run<K extends keyof TaskResults>(
    task: Extract<ParserTask, { kind: K }>,
    signal: AbortSignal,
  ): Promise<TaskResults[K]> {
    return new Promise((resolve, reject) => {
      const refuse = (error: Error) => {
        signal.removeEventListener('abort', abort)
        reject(error)
      }
      const abort = () => {
        const at = this.#waiting.indexOf(job)
        if (at >= 0) this.#waiting.splice(at, 1)
        job.stop()
        refuse(signal.reason as Error)
      }
      const job: Job = {
        task,
        settle: (reply) => {
          if (!reply.ok) refuse('code' in reply ? new UserError(reply.code, reply.params) : reply.error)
          signal.removeEventListener('abort', abort)
          if (reply.ok) resolve(reply.value as TaskResults[K])
        },
        refuse,
        stop: () => undefined,
      }
      if (signal.aborted) {
        refuse(signal.reason as Error)
        return
      }
      signal.addEventListener('abort', abort, { once: true })
      this.#waiting.push(job)
      this.#next()
    })
  }

  #next(): void {
    if (this.#running >= this.#limits.workers) return
    const job = this.#waiting.shift()
    if (job === undefined) return
    this.#running++
    this.#work(this.#idle.pop() ?? this.#start(), job)
  }

  #start(): Worker {
    const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.heap } })
    // One that breaks while it has nothing to do is only missed.
    worker.on('error', () => {
      const at = this.#idle.indexOf(worker)
      if (at >= 0) this.#idle.splice(at, 1)
    })
    return worker
  }

  #work(worker: Worker, job: Job): void {
    const file = basename(job.task.path)
    const done = (isFit: boolean) => {
      clearTimeout(timer)
      worker.off('message', reply)
      worker.off('error', broke)
      this.#running--
      if (isFit) {
        worker.unref()
        this.#idle.push(worker)
      } else void worker.terminate()
      this.#next()
    }
    const reply = (outcome: ParserReply) => {
      done(true)
      job.settle(outcome)
    }
    const broke = (error: Error) => {
      done(false)
      const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      job.refuse(isMemory ? new UserError('parse_memory', { file }) : error)
    }
    const timer = setTimeout(() => {
      done(false)
      job.refuse(new UserError('parse_timeout', { file, seconds: Math.round(this.#limits.timeout / 1000) }))
    }, this.#limits.timeout)
    job.stop = () => {
      done(false)
    }
    worker.ref()
    worker.on('message', reply)
    worker.on('error', broke)
    worker.postMessage(job.task)
  }
}

/** The workers of this process. */
export const parsers = new ParserPool()
