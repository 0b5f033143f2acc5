import { parentPort } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import { readTable } from '../importers/read-table.ts'
import { readTranscript } from '../importers/read-transcript.ts'
import type { ParserReply, ParserTask } from './parser-tasks.ts'

/**
 * Reads files that people got from elsewhere, apart from the process that has the study open: a file that takes for ever
 * or all memory costs this thread, and `parser-pool.ts` starts another. One task at a time.
 */
async function run(task: ParserTask): Promise<ParserReply> {
  try {
    const value =
      task.kind === 'table'
        ? await readTable(task.path)
        : await readTranscript(task.path, task.options, task.withContent)
    return { ok: true, value }
  } catch (error) {
    if (error instanceof UserError) return { ok: false, code: error.code, params: error.params }
    return { ok: false, error: error instanceof Error ? error : new Error(String(error)) }
  }
}

parentPort?.on('message', (task: ParserTask) => {
  void run(task).then((reply) => parentPort?.postMessage(reply))
})
