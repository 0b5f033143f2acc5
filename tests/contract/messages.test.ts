import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract } from '../../shared/contract/contract.ts'

const ROOT = resolve(import.meta.dirname, '../..')

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
}

function found(texts: readonly string[], pattern: RegExp): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))].sort()
}

function keysOf(language: string, namespace: string): Set<string> {
  const file = join(ROOT, 'renderer/i18n', language, `${namespace}.json`)
  const keys = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)
  return new Set(keys.map((key) => key.replace(/_(one|other)$/, '')))
}

const engine = [...sources('electron'), ...sources('shared')]

/** Codes of errors, as the program throws them. */
const thrown = [
  ...found(engine, /\bfail\(\s*'(\w+)'/g),
  ...found(engine, /\bnew UserError\(\s*'(\w+)'/g),
  ...found([readFileSync(join(ROOT, 'electron/host/database/file-errors.ts'), 'utf8')], /\/, '(\w+)'\]/g),
  ...found([readFileSync(join(ROOT, 'electron/host/check-study.ts'), 'utf8')], /report\('(\w+)'/g),
]

const labels = Object.values(contract).flatMap((definition) =>
  'undoLabel' in definition && definition.undoLabel !== null ? [definition.undoLabel] : [],
)

describe.each(['en', 'zh-CN'])('in %s', (language) => {
  test('every error has its words', () => {
    expect(thrown.length).toBeGreaterThan(40)
    const known = keysOf(language, 'errors')
    expect(thrown.filter((code) => !known.has(code))).toEqual([])
  })

  test('every command has the words for its undo', () => {
    expect(labels.length).toBeGreaterThan(10)
    const known = keysOf(language, 'undo')
    expect(labels.filter((label) => !known.has(label))).toEqual([])
  })

  test('what Tianye itself does has a line in the history', () => {
    const known = keysOf(language, 'undo')
    expect(
      ['studyCreate', 'studyCopy', 'mergeHandOut', 'studyMigrate', 'coderJoin'].filter((label) => !known.has(label)),
    ).toEqual([])
  })

  test('every message about a study has its words', () => {
    const known = keysOf(language, 'warnings')
    expect(['network_folder', 'backup_failed'].filter((code) => !known.has(code))).toEqual([])
  })
})
