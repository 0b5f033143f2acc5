import { expect, test } from 'vitest'
import { openHost } from '../open-host.ts'
import { seedTranscript } from '../seed.ts'
import {
  anasStudy,
  bringBack,
  code,
  codesOf,
  codingsOf,
  expectSound,
  handOut,
  NOTHING,
  preview,
  quotes,
} from './two-copies.ts'

test('changes of the codebook are proposals, with the codings that wait for them', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  const { id: hope } = await li.call('code.create', { parentId: null, label: 'H', name: 'Hope', language: 'en' })
  await li.call('code.setText', { id: codes[0], language: 'en', name: 'Trust', definition: 'Relies on somebody.' })
  await code(li, documents[0], [3, 7], hope)
  await code(li, documents[0], [3, 7], codes[0])

  const shown = await preview(ana, path)
  const [added, changed] = shown.proposals
  expect(added).toMatchObject({ table: 'code', change: 'added', name: 'H', waiting: 1, rows: 1, blocked: null })
  expect(changed).toMatchObject({ table: 'code', change: 'changed', name: 'Trust', waiting: 0, accepted: false })
  expect(changed?.fields).toContainEqual({
    table: 'code_text',
    part: 'en',
    column: 'definition',
    ours: '',
    theirs: 'Relies on somebody.',
  })
  expect(await bringBack(ana, path)).toEqual(shown)
  expect(codesOf(ana)).toEqual(['Trust', 'Fear'])
  expect(codingsOf(ana, 'Li')).toEqual(['Trust'])

  const keys = shown.proposals.map(({ key }) => key)
  const accepted = await bringBack(ana, path, keys)
  expect(accepted.proposals.map((proposal) => proposal.accepted)).toEqual([true, true])
  expect(codesOf(ana)).toEqual(['Trust', 'Fear', 'Hope'])
  expect(codingsOf(ana, 'Li')).toEqual(['Hope', 'Trust'])
  expect(ana.study.db.pluck(`SELECT definition FROM code_text WHERE name = 'Trust'`)).toBe('Relies on somebody.')
  expectSound(ana)
  expect(await preview(ana, path, 'all')).toMatchObject(NOTHING)
})

test('a label that another code has here, and a code that is used here, block their proposals', async () => {
  const { ana, documents, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  await li.call('code.update', { id: codes[1], label: 'F' })
  await li.call('code.delete', { ids: [codes[0]] })
  await ana.call('code.create', { parentId: null, label: 'F', name: 'Faith', language: 'en' })
  await code(ana, documents[1], [3, 7], codes[0])
  const shown = await bringBack(ana, path, 'all')
  expect(shown.proposals.map(({ name, change, blocked, accepted }) => [name, change, blocked, accepted])).toEqual([
    ['Trust', 'removed', 'in_use', false],
    ['Fear', 'changed', 'label_taken', false],
  ])
  expect(codesOf(ana)).toEqual(['Trust', 'Fear', 'Faith'])
})

test('codes that exchange their labels are brought back so', async () => {
  const { ana, codes } = await anasStudy()
  for (const [index, id] of codes.entries()) await ana.call('code.update', { id, label: `L${index}` })
  const { copy: li, path } = await handOut(ana, 'Li')
  for (const [id, label] of [
    [codes[0], null],
    [codes[1], 'L0'],
    [codes[0], 'L1'],
  ] as const)
    await li.call('code.update', { id, label })
  await bringBack(ana, path, 'all')
  expect(ana.study.db.pluckAll('SELECT label FROM code ORDER BY id')).toEqual(['L1', 'L0'])
})

test('a code that the framework names goes with a framework that names it no more, or not at all', async () => {
  const ana = await openHost({ framework: 'mobilization-participation' })
  seedTranscript(ana, 'SP F4')
  const { copy: li, path } = await handOut(ana, 'Li')
  const named = `FROM code c WHERE NOT EXISTS (SELECT 1 FROM code k WHERE k.parent_id = c.id)
    AND instr((SELECT body FROM framework), c.guid) > 0`
  const id = li.study.db.pluck<number>(`SELECT id ${named}`) ?? 0
  const count = ana.study.db.pluck<number>('SELECT count(*) FROM code') ?? 0
  await li.call('code.delete', { ids: [id] })
  const shown = await preview(ana, path)
  expect(shown.proposals.map(({ table, change, blocked }) => [table, change, blocked])).toEqual([
    ['code', 'removed', null],
    ['framework', 'changed', null],
  ])
  const [removal] = shown.proposals
  const alone = await bringBack(ana, path, [removal?.key ?? ''])
  expect(alone.proposals.map(({ blocked }) => blocked)).toEqual(['in_use', null])
  await bringBack(ana, path, 'all')
  expect(ana.study.db.pluck('SELECT count(*) FROM code')).toBe(count - 1)
  expectSound(ana)
  expect(await preview(ana, path, 'all')).toMatchObject(NOTHING)
})

test('a transcript that was added in the copy is a proposal, for which the work on it waits', async () => {
  const { ana, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  const added = seedTranscript(li, 'SG F9')
  await li.call('document.updateMany', { ids: [added], village: '沙岗', wave: 'w2' })
  await code(li, added, [3, 7], codes[0])
  await li.call('document.setState', { ids: [added], state: 'finished' })
  const shown = await bringBack(ana, path)
  expect(shown.proposals.map(({ table, change, name, waiting }) => [table, change, name, waiting])).toEqual([
    ['wave', 'added', 'w2', 0],
    ['case_unit', 'added', '沙岗', 0],
    ['document', 'added', 'SG F9', 2],
  ])
  expect(quotes(ana, 'Li')).toEqual([])
  const document = shown.proposals.find(({ table }) => table === 'document')
  const alone = await preview(ana, path, [document?.key ?? ''])
  expect(alone.proposals.map(({ blocked }) => blocked)).toEqual([null, null, 'missing'])
  await bringBack(ana, path, 'all')
  expect(quotes(ana, 'Li')).toEqual(quotes(li, 'Li'))
  expectSound(ana)
  const { documents } = await ana.call('document.list', {})
  expect(documents.find(({ name }) => name === 'SG F9')).toMatchObject({ village: '沙岗', wave: 'w2', turns: 4 })
  expect(await preview(ana, path, 'all')).toMatchObject(NOTHING)
  await ana.call('history.undo', {})
  expect(quotes(ana, 'Li')).toEqual([])
})

test('a code that was deleted here and changed there comes again with its wording', async () => {
  const { ana, codes } = await anasStudy()
  const { copy: li, path } = await handOut(ana, 'Li')
  await li.call('code.update', { id: codes[1], colour: '#aa0000' })
  await ana.call('code.delete', { ids: [codes[1]] })
  expect((await preview(ana, path)).proposals).toMatchObject([{ table: 'code', change: 'added', name: 'Fear' }])
  await bringBack(ana, path, 'all')
  expect(codesOf(ana)).toEqual(['Trust', 'Fear'])
  expectSound(ana)
})
