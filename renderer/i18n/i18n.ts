import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { InterfaceLanguage, Message } from '../../shared/contract/values.ts'
import { en, zhCN } from './namespaces.ts'
import type { Namespace } from './namespaces.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

/** The catalogues are part of the bundle, so this is done when it returns. */
export const i18n = i18next.createInstance()
void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'common',
  ns: Object.keys(en),
  resources: { en, 'zh-CN': zhCN },
  initAsync: false,
  // React escapes what it writes; doing it twice would show `&amp;` to the reader.
  interpolation: { escapeValue: false },
})

// `{{name, quoted}}`: a name in quotation marks with the space before it, or nothing where there is no name.
i18n.services.formatter?.add('quoted', (name: unknown, language) => {
  if (typeof name !== 'string' || name === '') return ''
  return language?.startsWith('zh') ? `“${name}”` : ` “${name}”`
})

/** The words of one feature: `const t = useT('reader')`, then `t('empty.title')`. Keys are checked by the type checker. */
export function useT<N extends Namespace>(namespace: N) {
  return useTranslation(namespace).t
}

/** The language the interface speaks now. */
export function useLanguage(): InterfaceLanguage {
  return interfaceLanguage(useTranslation().i18n.language)
}

/** The interface language nearest to a BCP 47 tag: any Chinese is 简体中文, everything else English. */
export function interfaceLanguage(tag: string): InterfaceLanguage {
  return /^zh\b/i.test(tag) ? 'zh-CN' : 'en'
}

/** Catalogues of messages that come from the host as codes. */
export type MessageCatalogue = 'errors' | 'undo' | 'warnings'

/**
 * The sentence for a code and its parameters that came from the host. A code without a sentence of its own gets the
 * catalogue's `unknown`, which names the code.
 */
export function sentenceOf(catalogue: MessageCatalogue, message: Message): string {
  const exists = i18n.exists(message.code, { ns: catalogue, ...message.params })
  // Checked to be there; the type checker knows only the keys that are written out.
  const key = (exists ? message.code : 'unknown') as 'unknown'
  return i18n.t(key, { ns: catalogue, ...message.params, code: message.params['code'] ?? message.code })
}
