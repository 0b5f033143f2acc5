import { useMemo } from 'react'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { ReaderLook } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { codeName, codeTitle } from './code-names.ts'
import { signsOf } from './coding-attributes.ts'
import { painted } from './paint-filter.ts'
import type { Codebook } from './use-codebook.ts'
import type { Coders } from './use-coders.ts'
import { useCodingReferences, useCodingWords } from './use-coding-words.ts'
import { useMemoed } from './use-memoed.ts'
import { usePaintFilter } from './use-paint-filter.ts'
import type { ShownLayers } from './use-shown-layers.ts'

/** Units of a passage that its stripe reads out. */
const QUOTE = 60
/** For a code that has been deleted a moment ago. */
const NO_COLOUR = '#808080'

/** How codings look and what their stripes say, in the interface language. */
export function useReaderLook(
  { id, text }: OpenDocument,
  codebook: Codebook,
  coders: Coders,
  shown: ShownLayers,
): ReaderLook {
  const t = useT('passages')
  const common = useT('common')
  const language = useLanguage()
  const words = useCodingWords()
  const references = useCodingReferences()
  const memos = useMemoed(id)
  const filter = usePaintFilter((state) => state.filter)
  return useMemo(() => {
    const list = new Intl.ListFormat(language, { type: 'conjunction' })
    const known = new WeakMap<CodingRow, ReturnType<ReaderLook['stripeOf']>>()
    const describe = (coding: CodingRow): ReturnType<ReaderLook['stripeOf']> => {
      const code = codebook.byId.get(coding.codeId)
      const coder = coders.byId.get(coding.coderId)
      const isForeign = shown.layers.length > 1 && coding.coderId !== coders.currentId
      const hasMemo = memos.has(coding.id)
      const quote = text.slice(coding.start, Math.min(coding.end, coding.start + QUOTE))
      const facts = [
        ...(coding.polarity === 'affirmed' ? [common('polarity.affirmed')] : []),
        ...words.partsOf(coding).map((part) => part.words),
        ...(hasMemo ? [t('hasMemo')] : []),
      ]
      return {
        label: code?.label ?? '',
        name: code === undefined ? '' : codeName(code, language),
        note: isForeign ? (coder?.initials ?? '') : '',
        signs: signsOf(coding, references, hasMemo),
        isForeign,
        description: t('stripe', {
          code: code === undefined ? '' : codeTitle(code, language),
          coder: coder?.name ?? '',
          facts: list.format(facts),
          quote: coding.end - coding.start > QUOTE ? `${quote}…` : quote,
        }),
      }
    }
    return {
      colours: codebook.codes.map(({ colour }) => colour),
      colourOf: (codeId) => codebook.byId.get(codeId)?.colour ?? NO_COLOUR,
      isPainted: painted(filter, codebook.codes),
      isOwn: ({ coderId }) => coderId === coders.currentId,
      stripeOf(coding) {
        let stripe = known.get(coding)
        if (stripe === undefined) {
          stripe = describe(coding)
          known.set(coding, stripe)
        }
        return stripe
      },
    }
  }, [text, codebook, coders, shown, language, words, references, memos, filter, t, common])
}
