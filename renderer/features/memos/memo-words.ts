import type { MemoOwner, MemoPlace } from '../../../shared/contract/memo.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'

/** What a memo is called. */
export interface NamedMemo {
  readonly owner: MemoOwner
  readonly day: string | null
  readonly title: string
}

/** Names memos after what they are on, in the language of the interface. */
export function useMemoName(): (memo: NamedMemo, place: MemoPlace) => string {
  const t = useT('memos')
  const language = useLanguage()
  const { byId } = useCodebook()
  return ({ owner, day, title }, place) => {
    if (day !== null) return t('journalOf', { day: dayText(day, language) })
    if (title !== '') return title
    const code = place.codeId === null ? undefined : byId.get(place.codeId)
    const name = place.name ?? (owner.kind === 'episode' ? t('untitledEpisode') : null)
    const parts = [code === undefined ? null : codeTitle(code, language), name, place.document, place.turnRef]
    return [...new Set(parts)].filter((part) => part !== null && part !== '').join(' · ')
  }
}

/** A day as people write it. */
export function dayText(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(new Date(`${day}T12:00:00`))
}

/** A moment, as short as it can be told. */
export function momentText(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}
