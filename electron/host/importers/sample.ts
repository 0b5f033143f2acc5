import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { In, Name, Out } from '../../../shared/contract/contract.ts'
import type { SampleDescription } from '../sample-file.ts'
import type { StudyHost } from '../study-host.ts'

type Call = <N extends Name>(name: N, input: In<N>) => Promise<unknown>

/**
 * Fills a new study with the fictional sample: its transcripts, then what each of its two coders made of them, through
 * the imports that users have. The first coded all of it and the second some, each to the end, and they say so. `host`
 * has the study open; `call` is a connection to it.
 */
export async function buildSampleStudy(
  host: StudyHost,
  { coder, second }: Pick<SampleDescription, 'coder' | 'second'>,
  call: Call,
): Promise<void> {
  const folder = join(host.options.resources, 'sample')
  const handleOf = (...parts: string[]) => host.files.issue(join(folder, ...parts))
  const importWork = async (suffix: string): Promise<void> => {
    const work = { segments: handleOf(`segments${suffix}.csv`), episodes: handleOf(`episodes${suffix}.csv`) }
    refuseFailures((await call('import.codings', { handle: work.segments })) as Out<'import.codings'>)
    refuseFailures((await call('import.episodes', { handle: work.episodes })) as Out<'import.episodes'>)
  }
  const documents = async () => ((await call('document.list', {})) as Out<'document.list'>).documents

  await call('settings.update', { coder })
  const transcripts = readdirSync(join(folder, 'transcripts')).sort()
  const handles = transcripts.map((name) => handleOf('transcripts', name))
  refuseFailures((await call('import.documents', { handles })) as Out<'import.documents'>)
  await importWork('')
  await call('document.setState', { ids: (await documents()).map(({ id }) => id), state: 'finished' })

  await call('settings.update', { coder: second })
  await importWork('-second')
  const codedTwice = (await documents()).filter(({ codings }) => codings.length > 1)
  await call('document.setState', { ids: codedTwice.map(({ id }) => id), state: 'finished' })
}

/** Half a sample would show figures that are not its own. */
function refuseFailures({ failed }: { readonly failed: readonly unknown[] }): void {
  if (failed.length > 0) throw new Error(`the sample is not in order: ${JSON.stringify(failed[0])}`)
}
