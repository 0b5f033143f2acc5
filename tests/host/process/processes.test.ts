import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createStudyFile, openStudyWriter } from '../../../electron/host/database/study-file.ts'
import { addCoder } from '../database/rows.ts'
import { refusal } from '../refusal.ts'
import { tempFolder } from '../temp-folder.ts'

const NOBODY = 65_534

/** Another process on the study, and the first word it says. */
async function other(
  access: 'read' | 'write',
  path: string,
): Promise<{ said: string; process: ChildProcessWithoutNullStreams }> {
  const script = join(import.meta.dirname, 'opener.ts')
  const child = spawn(process.execPath, [script, access, path])
  onTestFinished(() => void child.kill('SIGKILL'))
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const said = await Promise.race([
    once(child.stdout, 'data').then(([data]) => String(data).trim()),
    once(child, 'exit').then(() => `ended: ${errors}`),
  ])
  return { said, process: child }
}

async function study(): Promise<string> {
  const path = join(tempFolder(), 'study.tianye')
  const writer = await createStudyFile(path, { name: 'Study', languages: ['en'] })
  addCoder(writer.db, 'Ana')
  writer.close()
  return path
}

describe('one writer', () => {
  test('a second process is refused and leaves no trace; a reader is let in', async () => {
    const path = await study()
    const writer = await openStudyWriter(path)
    expect((await other('write', path)).said).toBe('study_open_elsewhere')
    expect((await other('read', path)).said).toBe('open')
    addCoder(writer.db, 'Bo')
    writer.close()
  })

  test('the lock goes with the process that held it, however that ended', async () => {
    const path = await study()
    const { said, process } = await other('write', path)
    expect(said).toBe('open')
    expect((await refusal(openStudyWriter(path))).code).toBe('study_open_elsewhere')
    const ended = once(process, 'exit')
    process.kill('SIGKILL')
    await ended
    expect(existsSync(`${path}-lock`)).toBe(true)
    const writer = await openStudyWriter(path)
    expect(writer.db.pluck('SELECT name FROM coder')).toBe('Ana')
    writer.close()
    expect(existsSync(`${path}-lock`)).toBe(false)
  })

  test('of many that come at once, one gets it', async () => {
    const path = await study()
    const said = (await Promise.all(Array.from({ length: 4 }, () => other('write', path)))).map((one) => one.said)
    expect(said.sort()).toEqual(['open', 'study_open_elsewhere', 'study_open_elsewhere', 'study_open_elsewhere'])
  })
})

/** Runs `body` as somebody to whom things can be forbidden: nothing is forbidden to root. */
async function asOrdinaryUser<T>(body: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return body()
  process.seteuid?.(NOBODY)
  try {
    return await body()
  } finally {
    process.seteuid?.(0)
  }
}

describe.skipIf(process.platform === 'win32')('without write permission', () => {
  async function lockedStudy(folderMode: number, fileMode: number): Promise<string> {
    const path = await study()
    const folder = join(path, '..')
    chmodSync(path, fileMode)
    chmodSync(folder, folderMode)
    onTestFinished(() => chmodSync(folder, 0o700))
    return path
  }

  test.each([
    ['the file', 0o777, 0o444],
    ['the folder', 0o555, 0o666],
    ['anything', 0o555, 0o444],
  ])('on %s, a study is refused and left as it was', async (_, folderMode, fileMode) => {
    const path = await lockedStudy(folderMode, fileMode)
    const before = readdirSync(join(path, '..'))
    expect((await asOrdinaryUser(() => refusal(openStudyWriter(path)))).code).toBe('no_write_permission')
    expect(readdirSync(join(path, '..'))).toEqual(before)
  })

  test('a study cannot be made', async () => {
    const path = await lockedStudy(0o555, 0o444)
    const made = join(path, '..', 'new.tianye')
    const { code } = await asOrdinaryUser(() => refusal(createStudyFile(made, { name: 'New', languages: ['en'] })))
    expect(code).toBe('no_write_permission')
    expect(existsSync(made)).toBe(false)
  })
})
