import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHost, type TestHost } from '../open-host.ts'
import { RESOURCES } from '../resources.ts'
import { codesByLabel } from '../transcripts.ts'

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
    await host.call(command, { handle: host.handle(path) })
  }
}

test('profile, matrix and passages of the study read the consensus once it is finished, and no longer after undo', async () => {
  const host = await openHost({ framework: 'mobilization-participation' })
  const handles = readdirSync(join(SAMPLE, 'transcripts')).map((name) => host.handle(join(SAMPLE, 'transcripts', name)))
  await host.call('import.documents', { handles })
  await importAs(host, 'First', (line) => line)
  // The other coder reads the mobilization of one village otherwise.
  await importAs(host, 'Second', (line) => (/^LW-\w+-w1,/.test(line) ? line.replaceAll('M.A', 'M.R') : line))
  const { coders } = await host.call('coder.list', {})
  const coderIds = ['First', 'Second'].map((name) => coders.find((coder) => coder.name === name)!.id) as [
    number,
    number,
  ]
  const { documents } = await host.call('document.list', {})
  host.signInAs('First')
  await host.call('document.setState', { ids: documents.map(({ id }) => id), state: 'finished' })

  const codes = await codesByLabel(host)
  const village = documents.find(({ name }) => name.startsWith('LW-F1-w1'))!.villageId!
  const told = async () => {
    const { result } = await host.call('profile.compute', { unit: 'E1', layer: 'study' })
    const matrix = await host.call('matrix.compute', {
      rows: 'code',
      columns: 'village',
      measure: 'passages',
      layer: 'study',
    })
    const { total } = await host.call('segment.list', {
      filter: { layer: 'study', codeIds: [codes.get('M.A')!] },
      offset: 0,
      limit: 1,
    })
    return {
      verdicts: result!.profiles.map((profile) => [profile.villageId, profile.waveId, profile.verdict.cellId]),
      matrix,
      total,
      readers: (await host.call('document.list', {})).documents.map(({ studyCoderId }) => studyCoderId),
    }
  }
  const before = await told()
  const wave = documents.find(({ name }) => name.startsWith('LW-F1-w1'))!.waveId
  expect(before.verdicts).toContainEqual([village, wave, 'T4'])

  const list = (more: object = {}) => host.call('disagreement.list', { coderIds, limit: 500, ...more })
  const { rows, total } = await list()
  expect(rows).toHaveLength(total)
  expect(new Set(rows.map(({ document }) => document.slice(0, 2)))).toEqual(new Set(['LW']))
  host.signInAs('Third')
  // All but one transcript's: those are in progress, and count for nothing yet.
  const last = rows[0]!.documentId
  const inLast = rows.filter(({ documentId }) => documentId === last)
  const { finished } = await host.call('disagreement.decide', {
    coderIds,
    keys: rows.filter((row) => row !== inLast[0]).map(({ key }) => key),
    verdict: 'b',
    note: 'door to door',
  })
  expect(finished).not.toContain(last)
  const almost = await told()
  expect(almost.readers.filter((id) => id === coderIds[0])).toHaveLength(documents.length - finished.length)
  await host.call('disagreement.decide', { coderIds, keys: [inLast[0]!.key], verdict: 'b' })
  const after = await told()
  expect(after.verdicts).toContainEqual([village, wave, 'T3'])
  expect(after.verdicts.filter((row) => !before.verdicts.some((old) => String(old) === String(row)))).toHaveLength(1)
  expect(after.total).toBeLessThan(before.total)
  expect(after.matrix).not.toEqual(before.matrix)
  expect((await list({ status: ['undecided', 'outdated', 'left_open'] })).total).toBe(0)

  // What the consensus says there is what the second coder says.
  const consensus = (await host.call('coder.list', {})).coders.find(({ kind }) => kind === 'consensus')!.id
  for (const layer of [consensus, 'study'] as const)
    expect(
      (await host.call('episode.inDocument', { documentId: last, layer })).episodes.map(({ cell }) => cell),
    ).toEqual(
      (await host.call('episode.inDocument', { documentId: last, layer: coderIds[1] })).episodes.map(
        ({ cell }) => cell,
      ),
    )

  await host.call('history.undo', {})
  expect(await told()).toEqual(almost)
  await host.call('history.undo', {})
  expect(await told()).toEqual(before)
  host.study.dropIndex()
  expect(await told()).toEqual(before)
  expect((await host.call('study.check', {})).problems).toEqual([])
})
