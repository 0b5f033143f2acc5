import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CodeIntervals } from '../../../shared/agreement/code-bootstrap.ts'
import type { SetAlphas, StatisticsReply, StatisticsTask } from './statistics-tasks.ts'

/** From source Node reads the TypeScript itself; a build puts the worker's bundle beside the host's. */
const WORKER = join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? 'statistics-worker.ts' : 'statistics-worker.js',
)

/** Intervals of all codes. Throws the reason of `signal` once that aborts. */
export async function intervalsApart(
  task: Omit<Extract<StatisticsTask, { kind: 'intervals' }>, 'kind'>,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<CodeIntervals> {
  const reply = await run({ kind: 'intervals', ...task }, signal, progress)
  if (reply.kind !== 'intervals') throw new Error(`asked for intervals, got ${reply.kind}`)
  return reply.intervals
}

/** The four coefficients of sets. Throws the reason of `signal` once that aborts. */
export async function setsApart(
  task: Omit<Extract<StatisticsTask, { kind: 'sets' }>, 'kind'>,
  signal: AbortSignal,
): Promise<SetAlphas> {
  const reply = await run({ kind: 'sets', ...task }, signal, () => undefined)
  if (reply.kind !== 'sets') throw new Error(`asked for sets, got ${reply.kind}`)
  return reply.sets
}

/** One worker for one task: it is not asked often, and ending it is how one is cancelled. */
function run(
  task: StatisticsTask,
  signal: AbortSignal,
  progress: (done: number) => void,
): Promise<Exclude<StatisticsReply, { kind: 'progress' }>> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER)
    const finish = (settle: () => void) => {
      signal.removeEventListener('abort', abort)
      worker.removeAllListeners()
      // A worker that is being ended may still report that it broke off.
      worker.on('error', () => undefined)
      void worker.terminate()
      settle()
    }
    const abort = () => {
      finish(() => {
        reject(signal.reason as Error)
      })
    }
    signal.addEventListener('abort', abort, { once: true })
    worker.on('message', (reply: StatisticsReply) => {
      if (reply.kind === 'progress') progress(reply.done)
      else
        finish(() => {
          resolve(reply)
        })
    })
    worker.on('error', (error: Error) => {
      finish(() => {
        reject(error)
      })
    })
    worker.postMessage(task)
  })
}
