import { useMemo } from 'react'
import type { AgreementEstimate, AgreementFigure, AgreementResult } from '../../../../shared/contract/agreement.ts'
import type { AgreementUnit, CoefficientName } from '../../../../shared/contract/agreement-settings.ts'
import { agreementTermsIn } from '../../../../shared/agreement/agreement-terms.ts'
import { figureText } from '../../../../shared/agreement/figure-text.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'

export interface AgreementWords {
  /** As a heading. */
  coefficient(name: CoefficientName): string
  /** What it says and what it does not, with its source, in a sentence. */
  explain(name: CoefficientName): string
  unit(unit: AgreementUnit): string
  /** Why there is no figure, as part of a sentence; null where there is one. */
  why(figure: AgreementFigure): string | null
  leftOut(reason: AgreementResult['leftOut'][number]['reason']): string
  warning(warning: AgreementResult['warnings'][number]): string
  /** `0.71`, `91.7%`; null where it cannot be estimated. */
  value(figure: AgreementFigure, name: CoefficientName): string | null
  /** One after the other, as the language has it; what is absent is left out. */
  sentences(...parts: readonly (string | false | null)[]): string
  /** `[0.58, 0.83]`; empty where it has no interval. */
  interval(estimate: AgreementEstimate, name: CoefficientName): string
}

/** The words of agreement in the interface language. */
export function useAgreementWords(): AgreementWords {
  const t = useT('agreement')
  const language = useLanguage()
  return useMemo(() => {
    const terms = agreementTermsIn(language)
    return {
      // Terms stand inside lines of exported files; here they head columns. A κ stays small.
      coefficient: (name) => terms.figures[name].replace(/^[a-z]/, (letter) => letter.toUpperCase()),
      explain: (name) => t(`figures.explain.${name}`),
      unit: (unit) => terms.unitNames[unit],
      why: ({ reason }) => (reason === null ? null : terms.reasons[reason]),
      leftOut: (reason) => terms.leftOutReasons[reason],
      warning: (warning) => terms.warningTexts[warning],
      value: ({ value }, name) => (value === null ? null : figureText(value, name)),
      sentences: (...parts) => parts.filter(Boolean).join(language === 'zh-CN' ? '' : ' '),
      interval: ({ low, high }, name) =>
        low === null || high === null ? '' : `[${figureText(low, name)}, ${figureText(high, name)}]`,
    }
  }, [t, language])
}
