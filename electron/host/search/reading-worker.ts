import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import { Corpus } from './corpus.ts'
import { countFrequencies, TokenCache } from './count-frequencies.ts'
import { searchCorpus } from './search-corpus.ts'
import type { ReadingStart, TaskRequest, WorkerReply } from './tasks.ts'

/**
 * Reads through the whole study, apart from the process in which people code: it has its own connection, which only
 * reads, and keeps the texts as search wants them. One task at a time; `reading-line.ts` ends it where a task never does.
 */
const corpus = new Corpus(workerData as ReadingStart)
const tokens = new TokenCache()

function tell(reply: WorkerReply): void {
  parentPort?.postMessage(reply)
}

function run({ task, cancelled }: TaskRequest): void {
  const isWanted = () => Atomics.load(cancelled, 0) === 0
  if (task.kind === 'search') {
    searchCorpus(corpus, task.query, task.version, isWanted, tell)
    return
  }
  if (task.kind === 'prepare') {
    corpus.reading((db) => {
      for (const { textHash } of corpus.documents(task.version)) {
        if (!isWanted()) return
        corpus.texts.get(db, textHash).folded(false)
        tell({ kind: 'alive' })
      }
    })
    tell({ kind: 'end', value: null })
    return
  }
  const value = countFrequencies(corpus, tokens, task.input, task.stopWords, isWanted, tell)
  if (value !== null) tell({ kind: 'end', value })
  else tell({ kind: 'refused', code: 'cancelled', params: {} })
}

parentPort?.on('message', (request: TaskRequest) => {
  try {
    run(request)
  } catch (error) {
    if (error instanceof UserError) tell({ kind: 'refused', code: error.code, params: error.params })
    else tell({ kind: 'broke', error: error instanceof Error ? error : new Error(String(error)) })
  }
})
