import { useMemo } from 'react'
import { useHostQuery } from '../../app/host.ts'
import type { MentionChoice } from '../../editor/mention.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { folded, spoken } from '../../i18n/spoken.ts'
import { matchCodes } from '../coding/match-codes.ts'
import { codeTitle } from '../coding/code-names.ts'
import { recentCodes } from '../coding/recent-codes.ts'
import { useCodebook } from '../coding/use-codebook.ts'

/** Of each kind, so that no kind hides the others. */
const MOST = 6

/** Finds what a memo may mention by what is typed: codes as in the code box, cases and transcripts by their names. */
export function useMentions(): (typed: string) => readonly MentionChoice[] {
  const t = useT('memos')
  const language = useLanguage()
  const { index } = useCodebook()
  const cases = useHostQuery('case.list', {}).data?.cases
  const documents = useHostQuery('document.list', {}).data?.documents
  return useMemo(() => {
    // Prepared with the first mention: the sound of two thousand names takes a tenth of a second.
    const prepared = () =>
      [
        ...(cases ?? []).map((row): Named => {
          const above = cases?.find(({ id }) => id === row.parentId)
          return { target: 'case', id: row.id, name: row.name, note: above?.name ?? t('kind.case') }
        }),
        ...(documents ?? []).map((row): Named => ({
          target: 'document',
          id: row.id,
          name: row.name,
          note: row.village ?? t('kind.document'),
        })),
      ].map((choice) => ({ ...choice, words: folded(choice.name), said: spoken(choice.name) }))
    let named: ReturnType<typeof prepared> | null = null
    return (typed) => {
      const choices = (named ??= prepared())
      const wanted = folded(typed)
      const fits = ({ words, said }: (typeof choices)[number]) =>
        words.includes(wanted) || said?.initials.startsWith(wanted) === true || said?.sound.startsWith(wanted) === true
      const of = (target: 'case' | 'document') =>
        choices
          .filter((choice) => choice.target === target && fits(choice))
          .sort((a, b) => Number(b.words.startsWith(wanted)) - Number(a.words.startsWith(wanted)))
          .slice(0, MOST)
      const codes = matchCodes(index, typed, recentCodes())
        .slice(0, MOST)
        .map((code) => ({
          target: 'code' as const,
          id: code.id,
          name: codeTitle(code, language),
          note: t('kind.code'),
        }))
      return [...codes, ...of('case'), ...of('document')]
    }
  }, [cases, documents, index, language, t])
}

type Named = Omit<MentionChoice, 'target'> & { readonly target: 'case' | 'document' }
