import type { Settings } from '../../shared/contract/study.ts'
import type { InterfaceLanguage } from '../../shared/contract/values.ts'
import { i18n, interfaceLanguage } from '../i18n/i18n.ts'

/** The interface language a setting means on this machine. */
export function chosenLanguage(setting: Settings['language']): InterfaceLanguage {
  return setting === 'system' ? interfaceLanguage(navigator.language) : setting
}

/** Switches the interface, and says so to screen readers and to the choice of Chinese or Japanese glyphs. */
export function applyLanguage(setting: Settings['language']): void {
  const language = chosenLanguage(setting)
  document.documentElement.lang = language
  if (i18n.language !== language) void i18n.changeLanguage(language)
}

/** Without the attribute the system's choice holds (tokens.css). */
export function applyTheme(setting: Settings['theme']): void {
  if (setting === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = setting
}
