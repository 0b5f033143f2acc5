import type { Difference, DisagreementRow, DisagreementSide } from '../../../shared/contract/disagreement.ts'
import type { Span } from '../../../shared/text/span.ts'
import { amountUnit, countWords } from '../../../shared/text/words.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { codeTitle } from '../coding/code-names.ts'
import type { Attribute } from '../coding/coding-attributes.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { useCodingWords } from '../coding/use-coding-words.ts'
import type { TwoCoders } from './use-two-coders.ts'

const ATTRIBUTE_OF = {
  polarity: 'polarity',
  evidence: 'evidence',
  actor: 'actor',
  referent: 'referent',
  affair: 'affair',
  event_time: 'eventTime',
} as const satisfies Partial<Record<Difference, Attribute>>

type Stated = keyof typeof ATTRIBUTE_OF

export interface DifferenceWords {
  /** `Polarity`, `Extent`. */
  nameOf(difference: Difference): string
  /** What differs, a sentence each. */
  sentencesOf(row: DisagreementRow, document: OpenDocument): string[]
}

/** What two coders differ in, said in words. */
export function useDifferenceWords({ a, b }: TwoCoders): DifferenceWords {
  const t = useT('disagreements')
  const amounts = useT('coding')
  const passages = useT('passages')
  const language = useLanguage()
  const { byId } = useCodebook()
  const words = useCodingWords()

  function isStated(difference: Difference): difference is Stated {
    return difference in ATTRIBUTE_OF
  }

  function nameOf(difference: Difference): string {
    return isStated(difference) ? passages(`attribute.${ATTRIBUTE_OF[difference]}`) : t(`difference.${difference}`)
  }

  function amountOf({ text, language: spoken }: OpenDocument, stretch: Span): string {
    const count = countWords(text, spoken, [stretch])
    return amountUnit(spoken) === 'characters'
      ? amounts('amount.characters', { count })
      : amounts('amount.words', { count })
  }

  function boundsOf(one: DisagreementSide, other: DisagreementSide, document: OpenDocument): string[] {
    const names = { a: a.name, b: b.name }
    const between = (from: typeof one.start, to: typeof one.start): string =>
      amountOf(document, from < to ? { start: from, end: to } : { start: to, end: from })
    return [
      ...(one.start === other.start
        ? []
        : [
            t(other.start < one.start ? 'says.beginsEarlier' : 'says.beginsLater', {
              ...names,
              amount: between(one.start, other.start),
            }),
          ]),
      ...(one.end === other.end
        ? []
        : [
            t(other.end < one.end ? 'says.endsEarlier' : 'says.endsLater', {
              ...names,
              amount: between(one.end, other.end),
            }),
          ]),
    ]
  }

  function valueOf({ codings: [coding], episode }: DisagreementSide, difference: Difference): string | null {
    if (episode !== null) {
      if (difference === 'affair') return episode.affair
      if (difference === 'event_time') return episode.eventTime
      const codes = episode.primaries.flatMap(({ codeId }) => byId.get(codeId) ?? [])
      return codes.length === 0 ? null : codes.map((code) => codeTitle(code, language)).join(', ')
    }
    return coding === undefined || !isStated(difference) ? null : words.valueOf(coding, ATTRIBUTE_OF[difference])
  }

  return {
    nameOf,
    sentencesOf({ a: one, b: other, differs }, document) {
      if (one === null && other === null) return [t('says.agreeByNow')]
      if (one === null || other === null) {
        const coder = one === null ? b.name : a.name
        return [t((one ?? other)?.episode == null ? 'says.only' : 'says.onlyEpisode', { coder })]
      }
      return differs.flatMap((difference) => {
        if (difference === 'bounds') return boundsOf(one, other, document)
        if (difference === 'code') return [t('says.codes')]
        return [
          t('says.value', {
            name: nameOf(difference),
            a: valueOf(one, difference) ?? t('says.none'),
            b: valueOf(other, difference) ?? t('says.none'),
            coderA: a.name,
            coderB: b.name,
          }),
        ]
      })
    },
  }
}
