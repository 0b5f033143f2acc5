import { useMemo } from 'react'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { ReaderLook } from '../../reader/reader-interface.ts'
import { codeName, codeTitle } from './code-names.ts'
import type { Codebook } from './use-codebook.ts'
import type { Coders } from './use-coders.ts'
import type { ShownLayers } from './use-shown-layers.ts'

/** Units of a passage that its stripe reads out. */
const QUOTE = 60
/** For a code that has been deleted a moment ago. */
const NO_COLOUR = '#808080'

/** How codings look and what their stripes say, in the interface language. */
export function useReaderLook(text: string, codebook: Codebook, coders: Coders, shown: ShownLayers): ReaderLook {
  const t = useT('coding')
  const common = useT('common')
  const language = useLanguage()
  return useMemo(() => {
    const known = new WeakMap<CodingRow, ReturnType<ReaderLook['stripeOf']>>()
    const describe = (coding: CodingRow): ReturnType<ReaderLook['stripeOf']> => {
      const code = codebook.byId.get(coding.codeId)
      const coder = coders.byId.get(coding.coderId)
      const isForeign = shown.layers.length > 1 && coding.coderId !== shown.layerCoderId
      const quote = text.slice(coding.start, Math.min(coding.end, coding.start + QUOTE))
      return {
        label: code?.label ?? '',
        name: code === undefined ? '' : codeName(code, language),
        note: [
          coding.polarity === 'affirmed' ? '' : t(`polarityMark.${coding.polarity}`),
          isForeign ? (coder?.initials ?? '') : '',
        ]
          .filter((part) => part !== '')
          .join(' '),
        description: t('stripe', {
          code: code === undefined ? '' : codeTitle(code, language),
          coder: coder?.name ?? '',
          polarity: common(`polarity.${coding.polarity}`),
          quote: coding.end - coding.start > QUOTE ? `${quote}…` : quote,
        }),
      }
    }
    return {
      colours: codebook.codes.map(({ colour }) => colour),
      colourOf: (codeId) => codebook.byId.get(codeId)?.colour ?? NO_COLOUR,
      stripeOf(coding) {
        let stripe = known.get(coding)
        if (stripe === undefined) {
          stripe = describe(coding)
          known.set(coding, stripe)
        }
        return stripe
      },
    }
  }, [text, codebook, coders, shown, language, t, common])
}
