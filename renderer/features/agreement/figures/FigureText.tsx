import type { AgreementFigure } from '../../../../shared/contract/agreement.ts'
import type { CoefficientName } from '../../../../shared/contract/agreement-settings.ts'
import { useT } from '../../../i18n/i18n.ts'
import { Undefined } from '../../evidence/Undefined.tsx'
import { useAgreementWords } from './use-agreement-words.ts'

export interface FigureTextProps {
  readonly figure: AgreementFigure
  /** How it is written; coefficients of other kinds as α is. */
  readonly as: CoefficientName
}

/** A figure, or “–” and why there is none. */
export function FigureText({ figure, as }: FigureTextProps) {
  const t = useT('agreement')
  const words = useAgreementWords()
  const value = words.value(figure, as)
  if (value === null) return <Undefined reason={t('figures.notEstimable', { why: words.why(figure) ?? '' })} />
  return value
}
