import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { i18n, interfaceLanguage, sentenceOf } from '../../../renderer/i18n/i18n.ts'
import { en } from '../../../renderer/i18n/namespaces.ts'
import { contract } from '../../../shared/contract/contract.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')

/** Codes written as literals wherever the engine speaks to the user. */
function codesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(path.join(ROOT, folder, file), 'utf8').matchAll(pattern)])
    .map((match) => match[1] ?? '')
}

beforeEach(async () => {
  await i18n.changeLanguage('en')
})

describe('every code has a sentence', () => {
  const errors = [
    ...codesIn('electron/host', /\bfail\(\s*'([a-z_]+)'/g),
    ...codesIn('electron/host', /new UserError\(\s*'([a-z_]+)'/g),
    ...codesIn('electron/host', /\breport\('([a-z_]+)'/g),
    ...codesIn('electron/entry', /\b(?:fail|new UserError)\(\s*'([a-z_]+)'/g),
    ...codesIn('renderer/app', /new BridgeError\('([a-z_]+)'/g),
  ]
  test.each([...new Set(errors)].sort())('error %s', (code) => {
    expect(en.errors).toHaveProperty(code)
  })

  const labels = Object.values(contract).flatMap((entry) =>
    'undoLabel' in entry && entry.undoLabel !== null ? [entry.undoLabel] : [],
  )
  const logged = codesIn('electron/host', /label: \{ code: '(\w+)'/g)
  test.each([...new Set([...labels, ...logged])].sort())('undo label %s', (code) => {
    expect(Object.keys(en.undo).map((key) => key.replace(/_(one|other)$/, ''))).toContain(code)
  })
})

test('a code without a sentence is named', () => {
  expect(sentenceOf('errors', { code: 'from_the_future', params: {} })).toBe('Something went wrong (from_the_future).')
})

test('parameters are put in as they are, and a parameter called code is no error code', () => {
  expect(sentenceOf('undo', { code: 'codingApply', params: { code: '<M.R> & {{x}}', document: 'F5' } })).toBe(
    'Apply <M.R> & {{x}} in F5',
  )
})

test('plurals follow the count', () => {
  expect(sentenceOf('undo', { code: 'importDocuments', params: { count: 1, document: 'F5' } })).toBe('Import F5')
  expect(sentenceOf('undo', { code: 'importDocuments', params: { count: 12, document: 'F5, F6' } })).toBe(
    'Import 12 transcripts (F5, F6)',
  )
})

test('an undo that is blocked names the object, with its name where it has one', async () => {
  const blocked = (name: string): string =>
    sentenceOf('errors', { code: 'undo_blocked', params: { object: 'code', name, coder: '李兰' } })
  expect(blocked('Trust')).toBe('Cannot be undone: 李兰 has since worked on this code “Trust”.')
  expect(blocked('')).toBe('Cannot be undone: 李兰 has since worked on this code.')
  await i18n.changeLanguage('zh-CN')
  expect(blocked('信任')).toBe('无法撤销：李兰 之后又改动了这个编码“信任”。')
})

test.each([
  ['zh', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['en-GB', 'en'],
  ['de', 'en'],
])('an interface for %s is %s', (tag, language) => {
  expect(interfaceLanguage(tag)).toBe(language)
})
