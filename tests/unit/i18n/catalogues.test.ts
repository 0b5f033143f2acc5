import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { en, zhCN } from '../../../renderer/i18n/namespaces.ts'
import type { Namespace } from '../../../renderer/i18n/namespaces.ts'

const ROOT = path.resolve(import.meta.dirname, '../../..')
const NAMESPACES = Object.keys(en) as Namespace[]

/** All texts of a catalogue by their dotted keys. */
function flat(tree: object, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(tree) as [string, string | object][]) {
    if (typeof value === 'string') texts.set(prefix + key, value)
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) texts.set(inner, text)
  }
  return texts
}

/** English has two plural forms, Chinese one: keys are compared without them. */
function withoutPlural(key: string): string {
  return key.replace(/_(one|other)$/, '')
}

function placeholdersOf(texts: ReadonlyMap<string, string>, key: string): string[] {
  const all = [...texts]
    .filter(([own]) => withoutPlural(own) === key)
    .flatMap(([, text]) => text.match(/\{\{[^}]+\}\}/g) ?? [])
  return [...new Set(all.map((placeholder) => placeholder.replace(/[{} ]/g, '').replace(/,.*/, '')))].sort()
}

function sources(folder: string, ending: RegExp): string {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8'))
    .join('\n')
}

const rendererSource = sources('renderer', /\.tsx?$/)

describe.each(NAMESPACES)('%s', (namespace) => {
  const english = flat(en[namespace])
  const chinese = flat(zhCN[namespace])

  test('says the same things in both languages', () => {
    const keys = (texts: ReadonlyMap<string, string>): string[] =>
      [...new Set([...texts.keys()].map(withoutPlural))].sort()
    expect(keys(chinese)).toEqual(keys(english))
  })

  test('has both English plurals and the one Chinese one', () => {
    const one = [...english.keys()].filter((key) => key.endsWith('_one'))
    for (const key of one) expect(english.has(key.replace(/_one$/, '_other')), key).toBe(true)
    expect([...chinese.keys()].filter((key) => key.endsWith('_one'))).toEqual([])
  })

  test('names the same things in both languages', () => {
    for (const key of new Set([...english.keys()].map(withoutPlural))) {
      // A plural's "one" may do without the number, so both English forms are taken together.
      expect(placeholdersOf(chinese, key), key).toEqual(placeholdersOf(english, key))
    }
  })

  test('says nothing with an empty text', () => {
    for (const [key, text] of [...english, ...chinese]) expect(text.trim(), key).not.toBe('')
  })

  test('is used by some component', () => {
    const isUsed = ['errors', 'undo', 'warnings'].includes(namespace)
      ? rendererSource.includes(`sentenceOf('${namespace}'`)
      : rendererSource.includes(`useT('${namespace}')`)
    expect(isUsed).toBe(true)
  })
})

/** Keys as components write them: whole, or with a part put in (`activity.${id}`). */
const written = new Set([...rendererSource.matchAll(/'([\w.-]+)'/g)].map((match) => match[1]))
const templates = [...rendererSource.matchAll(/`([\w.-]+\.\$\{[^`]*)`/g)].map(
  (match) =>
    new RegExp(
      `^${(match[1] ?? '')
        .split(/\$\{[^}]*\}/)
        .map((part) => part.replaceAll('.', '\\.'))
        .join('[\\w-]+')}$`,
    ),
)

test.each(NAMESPACES.filter((namespace) => !['errors', 'undo', 'warnings'].includes(namespace)))(
  'every text of %s is shown somewhere',
  (namespace) => {
    const unused = [...flat(en[namespace]).keys()]
      .map(withoutPlural)
      .filter((key) => !written.has(key) && !templates.some((template) => template.test(key)))
    expect(unused).toEqual([])
  },
)

test('both languages have a file for every namespace, and no file belongs to none', () => {
  for (const language of ['en', 'zh-CN']) {
    const files = readdirSync(path.join(ROOT, 'renderer/i18n', language)).map((file) => file.replace(/\.json$/, ''))
    expect(files.sort()).toEqual([...NAMESPACES].sort())
  }
})
