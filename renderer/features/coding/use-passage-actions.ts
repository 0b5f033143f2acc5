import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { In, Out } from '../../../shared/contract/contract.ts'
import type { Span } from '../../../shared/text/span.ts'
import { announce } from '../../app/announce.ts'
import { useHostTell } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { useReading } from '../../reader/reading-state.ts'
import { codeTitle } from './code-names.ts'
import type { Attribute } from './coding-attributes.ts'
import { edgesOf } from './edges-of.ts'
import { rememberCodes } from './recent-codes.ts'
import { storedIds } from './stored-ids.ts'
import { useCodebook } from './use-codebook.ts'

export type AttributeChange = Omit<In<'coding.setAttributes'>, 'ids'>
export type CodeGoal = In<'coding.recode'>['to']

export interface PassageActions {
  /** Says of the codings what `change` says; `words` is how that is read out. */
  qualify(codings: readonly CodingRow[], attribute: Attribute, change: AttributeChange, words: string): Promise<void>
  /** Puts another code in the place of theirs. */
  recode(codings: readonly CodingRow[], to: CodeGoal): Promise<void>
  /** Puts another code beside theirs. */
  duplicate(codings: readonly CodingRow[], to: CodeGoal): Promise<void>
  /** Gives a coding another extent. False where the host refused. */
  resize(coding: CodingRow, stretch: Span): Promise<boolean>
}

/** What one does to codings that are there, from wherever it is asked for. The caller sees to it that they are one's own. */
export function usePassageActions(): PassageActions {
  const t = useT('passages')
  const language = useLanguage()
  const { byId } = useCodebook()
  const tell = useHostTell()

  function titleOf(to: CodeGoal): string {
    if (!('codeId' in to)) return to.name
    const code = byId.get(to.codeId)
    return code === undefined ? '' : codeTitle(code, language)
  }

  function done(
    answer: Out<'coding.recode'> | null,
    to: CodeGoal,
    said: 'recoded' | 'duplicated',
    count: number,
  ): void {
    if (answer === null) return
    if ('codeId' in to) rememberCodes([to.codeId])
    announce(t(said, { count, code: titleOf(to) }))
  }

  return {
    async qualify(codings, attribute, change, words) {
      const ids = await storedIds(codings)
      if (ids.length === 0 || (await tell('coding.setAttributes', { ids, ...change })) === null) return
      announce(t('qualified', { name: t(`attribute.${attribute}`), value: words, count: ids.length }))
    },
    async recode(codings, to) {
      const ids = await storedIds(codings)
      if (ids.length > 0) done(await tell('coding.recode', { ids, to }), to, 'recoded', ids.length)
    },
    async duplicate(codings, to) {
      const ids = await storedIds(codings)
      if (ids.length > 0) done(await tell('coding.duplicate', { ids, to }), to, 'duplicated', ids.length)
    },
    async resize(coding, stretch) {
      const [id] = await storedIds([coding])
      if (id === undefined) return false
      const answer = await tell('coding.resize', { id, range: { start: stretch.start, end: stretch.end } })
      if (answer === null) return false
      const { document } = useReading.getState()
      const { start, end } = answer.coding
      announce(t('resized', { quote: document === null ? '' : edgesOf(document.text.slice(start, end)) }))
      return true
    },
  }
}
