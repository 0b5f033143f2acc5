import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { In, Name } from '../../../shared/contract/contract.ts'
import type { StudyHost } from '../study-host.ts'

/**
 * Fills a new study with the fictional sample: its transcripts, then its codings and episodes, each through the import
 * that users have. `host` has the study open; `call` is a connection to it.
 */
export async function buildSampleStudy(
  host: StudyHost,
  call: <N extends Name>(name: N, input: In<N>) => Promise<unknown>,
): Promise<void> {
  const folder = join(host.options.resources, 'sample')
  const handleOf = (...parts: string[]) => host.files.issue(join(folder, ...parts))
  const transcripts = readdirSync(join(folder, 'transcripts')).sort()
  await call('import.documents', { handles: transcripts.map((name) => handleOf('transcripts', name)) })
  await call('import.codings', { handle: handleOf('segments.csv') })
  await call('import.episodes', { handle: handleOf('episodes.csv') })
}
