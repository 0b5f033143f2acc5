import { basename } from 'node:path'
import type { ImportDecision } from '../../../shared/contract/transfer.ts'
import type { Message } from '../../../shared/contract/values.ts'
import type { JobContext } from '../context.ts'
import { UserError } from '../errors.ts'
import { parsers } from '../jobs/parser-pool.ts'
import type { ReadTranscript } from './read-transcript.ts'

/** One file of a batch, read, or the reason why it could not be. */
export type BatchFile = {
  readonly handle: string
  readonly fileName: string
  readonly decision: ImportDecision | undefined
} & ({ readonly error: null; readonly read: ReadTranscript } | { readonly error: Message })

/** Reads the files of a batch in the workers; those that the user took out are passed over. */
export async function readBatch(
  { files, progress, signal }: JobContext,
  handles: readonly string[],
  decisions: readonly ImportDecision[],
  withContent: boolean,
): Promise<BatchFile[]> {
  const byHandle = new Map(decisions.map((decision) => [decision.handle, decision]))
  const wanted = [...new Set(handles)].filter((handle) => byHandle.get(handle)?.include !== false)
  let done = 0
  progress(0, wanted.length)
  return Promise.all(
    wanted.map(async (handle): Promise<BatchFile> => {
      const path = files.pathOf(handle)
      const decision = byHandle.get(handle)
      const labels = (ignored: boolean) =>
        decision?.speakers?.filter((speaker) => speaker.ignored === ignored).map(({ label }) => label) ?? []
      const options = { speakers: labels(false), ignoredLabels: labels(true) }
      const outcome = await parsers
        .run<'transcript'>({ kind: 'transcript', path, options, withContent }, signal)
        .then((read) => ({ error: null, read }))
        .catch((error: unknown) => {
          if (error instanceof UserError) return { error: { code: error.code, params: error.params } }
          throw error
        })
      progress(++done, wanted.length)
      return { handle, fileName: basename(path), decision, ...outcome }
    }),
  )
}
