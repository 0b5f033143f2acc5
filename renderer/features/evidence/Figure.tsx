import { useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { isEmpty } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { EvidenceButton } from './EvidenceButton.tsx'
import styles from './Figure.module.css'
import { Undefined } from './Undefined.tsx'

export interface FigureProps {
  /** As it is written; null: undefined, which is shown as “–” and is not 0. */
  readonly value: string | null
  /** What the number is, in words: read with it, and the heading of its quotations. */
  readonly what: string
  readonly evidence: Evidence
  /** Why it is undefined. */
  readonly reason?: string | undefined
  /** What it is out of, for the heading of its quotations: `20 of 38`. */
  readonly detail?: string | undefined
  readonly className?: string
}

/** A number that opens its quotations. One without any (a zero) is plain text. */
export function Figure({ value, what, evidence, reason, detail, className }: FigureProps) {
  const t = useT('evidence')
  if (value === null) return <Undefined reason={reason ?? t('undefined')} className={className} />
  if (isEmpty(evidence)) return <span className={classNames(styles['plain'], className)}>{value}</span>
  return (
    <EvidenceButton
      what={what}
      value={detail === undefined ? value : `${value} · ${detail}`}
      evidence={evidence}
      label={t('opens', { what, value })}
      title={detail}
      className={classNames(styles['figure'], className)}
    >
      {value}
    </EvidenceButton>
  )
}
