import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import type { Message } from '../../../shared/contract/values.ts'
import { ROOT } from './root.ts'

/** The English sentences of the window, read as data: one wording for both. */
const catalogue = i18next.createInstance()
void catalogue.init({
  lng: 'en',
  ns: ['errors', 'warnings'],
  resources: { en: { errors: sentencesIn('errors'), warnings: sentencesIn('warnings') } },
  initAsync: false,
  interpolation: { escapeValue: false },
})
catalogue.services.formatter?.add('quoted', (name: unknown) =>
  typeof name === 'string' && name !== '' ? ` “${name}”` : '',
)

function sentencesIn(name: string): Record<string, string> {
  return JSON.parse(readFileSync(join(ROOT, 'renderer', 'i18n', 'en', `${name}.json`), 'utf8')) as Record<
    string,
    string
  >
}

/** A message of the host in English. */
export function sentence({ code, params }: Message): string {
  const key = catalogue.exists(code, { ns: 'errors', ...params }) ? code : 'unknown'
  return catalogue.t(key, { ns: 'errors', ...params, code: params['code'] ?? code })
}
