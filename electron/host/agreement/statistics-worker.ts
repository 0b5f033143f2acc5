import { parentPort } from 'node:worker_threads'
import { bootstrapCodes } from '../../../shared/agreement/code-bootstrap.ts'
import { setAlpha } from '../../../shared/agreement/set-alpha.ts'
import type { StatisticsReply, StatisticsTask } from './statistics-tasks.ts'

/** Long sums apart from the process in which people code. It is handed counts, and reads no study. */

function tell(reply: StatisticsReply): void {
  parentPort?.postMessage(reply)
}

parentPort?.on('message', (task: StatisticsTask) => {
  if (task.kind === 'intervals') {
    const { patterns, options } = task
    const onProgress = (done: number) => {
      tell({ kind: 'progress', done })
    }
    tell({ kind: 'intervals', intervals: bootstrapCodes(patterns, { ...options, onProgress }) })
  } else {
    const { ratings, codedOnly } = task
    const of = (kind: 'exact' | 'jaccard' | 'dice' | 'masi') => setAlpha(ratings, kind, codedOnly)
    tell({
      kind: 'sets',
      sets: { exact: of('exact'), jaccard: of('jaccard'), dice: of('dice'), masi: of('masi') },
    })
  }
})
