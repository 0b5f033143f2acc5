import { useId, useRef } from 'react'
import type { In } from '../../../../shared/contract/contract.ts'
import { useHostAnswers } from '../../../app/host.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { EvidencePane } from '../../evidence/EvidencePane.tsx'
import { closeFigure, openFigure, useOpenFigure } from '../../evidence/open-figure.ts'
import styles from './figures.module.css'

export interface CountedPassagesProps {
  readonly count: number
  readonly what: string
  /** What is asked of the host; the passages of all answers are behind the count. */
  readonly asks: readonly In<'agreement.evidence'>[]
}

/** A count that opens what it counts; a 0 has nothing to open. */
export function CountedPassages(props: CountedPassagesProps) {
  const t = useT('evidence')
  const format = useFormat()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const isOpen = useOpenFigure((state) => state.id === id)
  const value = format.count(props.count)
  if (props.count === 0) return value
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={t('opens', { what: props.what, value })}
        aria-expanded={isOpen}
        className={styles['link']}
        onClick={() => {
          openFigure(id)
        }}
      >
        {value}
      </button>
      {isOpen && (
        <Passages
          {...props}
          value={value}
          onClose={() => {
            closeFigure(id)
            button.current?.focus()
          }}
        />
      )}
    </>
  )
}

interface PassagesProps extends CountedPassagesProps {
  readonly value: string
  readonly onClose: () => void
}

function Passages({ asks, what, value, onClose }: PassagesProps) {
  const answers = useHostAnswers('agreement.evidence', asks)
  const codingIds = [...new Set(answers.flatMap((answer) => answer.codingIds))]
  const evidence = answers.length < asks.length ? null : { codingIds, stretches: [] }
  return <EvidencePane what={what} value={value} evidence={evidence} onClose={onClose} />
}
