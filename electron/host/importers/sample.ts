import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { In, Name, Out } from '../../../shared/contract/contract.ts'
import type { StudyHost } from '../study-host.ts'

/**
 * Fills a new study with the fictional sample: its transcripts, then its codings and episodes, each through the import
 * that users have. It is coded to the end, and says so. `host` has the study open; `call` is a connection to it.
 */
export async function buildSampleStudy(
  host: StudyHost,
  call: <N extends Name>(name: N, input: In<N>) => Promise<unknown>,
): Promise<void> {
  const folder = join(host.options.resources, 'sample')
  const handleOf = (...parts: string[]) => host.files.issue(join(folder, ...parts))
  const transcripts = readdirSync(join(folder, 'transcripts')).sort()
  const handles = transcripts.map((name) => handleOf('transcripts', name))
  refuseFailures((await call('import.documents', { handles })) as Out<'import.documents'>)
  refuseFailures((await call('import.codings', { handle: handleOf('segments.csv') })) as Out<'import.codings'>)
  refuseFailures((await call('import.episodes', { handle: handleOf('episodes.csv') })) as Out<'import.episodes'>)
  const { documents } = (await call('document.list', {})) as Out<'document.list'>
  await call('document.setState', { ids: documents.map(({ id }) => id), state: 'finished' })
}

/** Half a sample would show figures that are not its own. */
function refuseFailures({ failed }: { readonly failed: readonly unknown[] }): void {
  if (failed.length > 0) throw new Error(`the sample is not in order: ${JSON.stringify(failed[0])}`)
}
