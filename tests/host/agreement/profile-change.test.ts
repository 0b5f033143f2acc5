import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHost, type TestHost } from '../open-host.ts'
import { RESOURCES } from '../resources.ts'

const SAMPLE = join(RESOURCES, 'sample')

/** The sample's codings and episodes once more, as another coder's, with some words changed. */
async function importAs(host: TestHost, coder: string, change: (line: string) => string): Promise<void> {
  for (const [name, command] of [
    ['segments.csv', 'import.codings'],
    ['episodes.csv', 'import.episodes'],
  ] as const) {
    const lines = readFileSync(join(SAMPLE, name), 'utf8').split('\n')
    const path = join(host.folder, `${coder}-${name}`)
    writeFileSync(path, lines.map((line) => change(line.replace('示例 Sample', coder))).join('\n'))
    const { failed } = await host.call(command, { handle: host.handle(path) })
    expect(failed).toEqual([])
  }
}

test('a village whose mobilization the other coder reads otherwise has another profile; the others stay', async () => {
  const host = await openHost({ framework: 'mobilization-participation' })
  const handles = readdirSync(join(SAMPLE, 'transcripts')).map((name) => host.handle(join(SAMPLE, 'transcripts', name)))
  await host.call('import.documents', { handles })
  await importAs(host, 'First', (line) => line)
  await importAs(host, 'Second', (line) => (/^LW-\w+-w1,/.test(line) ? line.replaceAll('M.A', 'M.R') : line))
  const { coders } = await host.call('coder.list', {})
  const coderIds = ['First', 'Second'].map((name) => coders.find((coder) => coder.name === name)!.id)
  const change = await host.call('agreement.profileChange', { settings: { coderIds }, unit: 'E1' })
  expect(
    change.rows.map(({ village, wave, verdicts, cellChanges, statusChanges }) => [
      village,
      wave,
      ...verdicts.map(({ cellId }) => cellId),
      cellChanges,
      statusChanges,
    ]),
  ).toEqual([
    ['LW 柳湾', '1', 'T4', 'T3', true, false],
    ['LW 柳湾', '2', 'T1', 'T1', false, false],
    ['SG 沙岗', '1', 'T3', 'T3', false, false],
    ['SP 石坡', '1', 'T2', 'T2', false, false],
  ])
  // The same verdicts as the profile of each layer by itself, where only these transcripts are coded.
  for (const [place, layer] of coderIds.entries()) {
    const { result } = await host.call('profile.compute', { unit: 'E1', layer })
    for (const { villageId, waveId, verdict } of result!.profiles) {
      const row = change.rows.find((candidate) => candidate.villageId === villageId && candidate.waveId === waveId)
      expect(row?.verdicts[place]).toMatchObject({ status: verdict.status, cellId: verdict.cellId })
    }
  }
})
