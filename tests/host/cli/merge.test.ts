import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { mergeOutputSchema } from '../../../shared/contract/cli.ts'
import { openHost, TestHost } from '../open-host.ts'
import { importTexts, INTERVIEW, SECOND_INTERVIEW } from '../transcripts.ts'
import { runCli, runJson } from './run-cli.ts'

// Every command is a process of its own.
vi.setConfig({ testTimeout: 60_000 })

const WORDS = '我们几户没签'

/** Ana's study and the file that she handed out to Li, who coded a passage there and proposes a code. */
async function handedOut(): Promise<{ folder: string; ana: TestHost }> {
  const ana = await openHost()
  const { folder } = ana
  const [first] = await importTexts(ana, INTERVIEW, SECOND_INTERVIEW)
  if (first === undefined) throw new Error('no transcript')
  const { id: codeId } = await ana.call('code.create', { parentId: null, name: 'Trust', language: 'en' })
  await ana.call('merge.handOut', {
    handle: ana.handle(join(folder, 'li.tianye')),
    coder: 'Li',
    documentIds: [first.id],
  })

  const li = new TestHost({ coder: 'Li' })
  await li.open(join(folder, 'li.tianye'))
  const { id: documentId, revisionId } = first
  await li.call('coding.apply', { documentId, revisionId, range: first.range(WORDS), codeIds: [codeId] })
  await li.call('code.create', { parentId: null, name: 'Distrust', language: 'en' })
  await li.call('document.setState', { ids: [documentId], state: 'finished' })
  await li.call('study.close', {})
  return { folder, ana }
}

const args = ['merge', 'Study.tianye', 'li.tianye']

test('a dry run says what would come, beside the open app, and writes nothing; then it comes; then nothing is new', async () => {
  const { folder, ana } = await handedOut()
  const theirs = readFileSync(join(folder, 'li.tianye'))
  const dry = await runJson(folder, mergeOutputSchema, [...args, '--dry-run'])
  expect([dry.code, dry.err]).toEqual([0, ''])
  expect(dry.json).toMatchObject({ tianye: 1, command: 'merge', dryRun: true, file: 'li.tianye', coders: ['Li'] })
  expect(dry.json.counts).toContainEqual({ table: 'coding', added: 1, changed: 0, removed: 0 })
  expect(dry.json.documents).toMatchObject([{ name: 'SP-F5-w1', added: 1, state: 'finished' }])
  expect(dry.json.proposals).toMatchObject([{ table: 'code', change: 'added', name: 'Distrust', accepted: false }])
  expect(ana.study.db.pluck('SELECT count(*) FROM coding')).toBe(0)

  const busy = await runCli(folder, args)
  expect([busy.code, busy.out]).toEqual([1, ''])
  expect(busy.err).toContain('open in another window or program')
  await ana.call('study.close', {})

  const done = await runJson(folder, mergeOutputSchema, args)
  expect([done.code, done.err]).toEqual([0, ''])
  expect(done.json).toMatchObject({ dryRun: false, counts: dry.json.counts })
  const again = await runCli(folder, [...args, '--accept', 'all'])
  expect(again.out).toMatch(/code +1 +0 +0/)
  const third = await runCli(folder, args)
  expect([third.code, third.out]).toEqual([0, expect.stringContaining('Nothing to bring in')])

  await ana.open(join(folder, 'Study.tianye'))
  const coded = `SELECT r.name FROM coding c JOIN coder r ON r.id = c.coder_id`
  expect(ana.study.db.pluckAll(coded)).toEqual(['Li'])
  expect(readFileSync(join(folder, 'li.tianye')).equals(theirs)).toBe(true)
  expect((await runCli(folder, ['check', 'Study.tianye'])).code).toBe(0)
})

test('proposals are accepted by key; a key that the file does not propose is refused, and nothing is written', async () => {
  const { folder, ana } = await handedOut()
  await ana.call('study.close', {})
  const wrong = await runCli(folder, [...args, '--accept', 'code:nobody'])
  expect([wrong.code, wrong.out]).toEqual([1, ''])
  expect(wrong.err).toContain('proposes nothing called "code:nobody"')
  const { out } = await runCli(folder, [...args, '--dry-run'])
  expect(out).toContain('added code Distrust')
  const key = /\[ \] (\S+)/.exec(out)?.[1] ?? ''
  const { json } = await runJson(folder, mergeOutputSchema, [...args, '--accept', key])
  expect(json.proposals).toMatchObject([{ key, accepted: true }])
  await ana.open(join(folder, 'Study.tianye'))
  expect(ana.study.db.pluckAll('SELECT name FROM code_text ORDER BY name')).toEqual(['Distrust', 'Trust'])
})

test('while coding is blind, nobody’s work is handed out to others', async () => {
  const { folder, ana } = await handedOut()
  await ana.call('study.setBlind', { blind: true })
  await ana.call('study.close', {})
  const { code, err } = await runCli(folder, [
    'hand-out',
    'Study.tianye',
    'shown.tianye',
    '--coder',
    'Li',
    '--with-others',
  ])
  expect([code, err]).toEqual([1, expect.stringContaining('While coding is blind')])
  expect(existsSync(join(folder, 'shown.tianye'))).toBe(false)
  expect((await runCli(folder, ['hand-out', 'Study.tianye', 'blind.tianye', '--coder', 'Li'])).code).toBe(0)
})

test('a file of another study, a copy made otherwise and a file that is none are refused with a sentence', async () => {
  const { folder, ana } = await handedOut()
  await ana.call('study.saveCopy', { handle: ana.handle(join(folder, 'copy.tianye')) })
  await ana.create('blank', 'Other')
  await ana.call('study.close', {})
  for (const [file, why] of [
    ['Other.tianye', 'another study'],
    ['copy.tianye', 'was not handed out'],
    ['user-data/settings.json', 'not a Tianye study'],
    ['nowhere.tianye', 'no longer there'],
  ] as const) {
    const { code, out, err } = await runCli(folder, ['merge', 'Study.tianye', file])
    expect([file, code, out]).toEqual([file, 1, ''])
    expect(err).toContain(why)
  }
})
