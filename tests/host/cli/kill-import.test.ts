import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openHost } from '../open-host.ts'
import { startCli } from './run-cli.ts'

const FILES = 200

test('an import that is killed while it writes has brought in nothing, and the next one everything', async () => {
  const host = await openHost({ framework: 'mobilization-participation' })
  const { path } = host.study
  await host.call('study.close', {})
  const files = Array.from({ length: FILES }, (_, index) => {
    const file = join(host.folder, `t${index}.txt`)
    writeFileSync(
      file,
      `doc: T${index} | respondent: F${index} | lang: en\n\n${`F${index}: We voted on it, number ${index}. `.repeat(800)}\n`,
    )
    return file
  })
  // The log of the file grows while the one transaction is under way: that is when the process is killed.
  for (const grown of [1, 1_000_000, 3_000_000]) {
    const child = startCli(host.folder, ['import', path, ...files])
    const over = new Promise<void>((done) => child.on('exit', () => done()))
    while (child.exitCode === null && child.signalCode === null && sizeOf(`${path}-wal`) < grown) await sleep(1)
    child.kill('SIGKILL')
    await over
    await host.open(path)
    const { documents } = await host.call('document.list', {})
    expect([0, FILES]).toContain(documents.length)
    expect((await host.call('study.check', {})).problems).toEqual([])
    if (documents.length > 0) await host.call('history.undo', {})
    await host.call('study.close', {})
  }
  await host.open(path)
  const { imported, failed } = await host.call('import.documents', { handles: files.map((file) => host.handle(file)) })
  expect([imported.length, failed]).toEqual([FILES, []])
}, 120_000)

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
