import type { DisagreementRow, DisagreementSide } from '../../../shared/contract/disagreement.ts'
import { useT } from '../../i18n/i18n.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { edgesOf } from '../coding/edges-of.ts'
import { useCodingWords } from '../coding/use-coding-words.ts'
import { SegmentCode } from '../evidence/SegmentCode.tsx'
import styles from './Differences.module.css'
import { useDifferenceWords } from './use-difference-words.ts'
import type { OneCoder, TwoCoders } from './use-two-coders.ts'

export interface DifferencesProps {
  readonly row: DisagreementRow
  readonly document: OpenDocument
  readonly coders: TwoCoders
}

/** What differs in a sentence or two, and what each of the coders has there. */
export function Differences({ row, document, coders }: DifferencesProps) {
  const words = useDifferenceWords(coders)
  return (
    <div className={styles['differences']}>
      <p className={styles['what']}>{words.sentencesOf(row, document).join(' · ')}</p>
      <dl className={styles['sides']}>
        <Side coder={coders.a} side={row.a} row={row} document={document} />
        <Side coder={coders.b} side={row.b} row={row} document={document} />
      </dl>
    </div>
  )
}

interface SideProps {
  readonly coder: OneCoder
  readonly side: DisagreementSide | null
  readonly row: DisagreementRow
  readonly document: OpenDocument
}

/** Of two that lie on the same words the text above shows which; of a single one there is no comparison to say it. */
function Side({ coder, side, row, document }: SideProps) {
  const t = useT('disagreements')
  const words = useCodingWords()
  const isAlone = row.a === null || row.b === null
  const [coding] = side?.codings ?? []
  const details =
    coding === undefined
      ? [side?.episode?.affair, side?.episode?.eventTime].filter((fact) => fact != null)
      : words.partsOf(coding).map((part) => part.words)
  const facts = isAlone ? details : []
  return (
    <div className={styles['side']}>
      <dt>
        <SideMark side={coder.side} /> {coder.name}
      </dt>
      <dd>
        {side === null ? (
          <span className={styles['nothing']}>{t('side.nothing')}</span>
        ) : (
          <>
            {side.codeId === null ? t('side.episode') : <SegmentCode codeId={side.codeId} />}
            {row.differs.includes('bounds') && (
              <span lang={document.language}>“{edgesOf(document.text.slice(side.start, side.end))}”</span>
            )}
            {facts.length > 0 && <span className={styles['facts']}>{facts.join(' · ')}</span>}
          </>
        )}
      </dd>
    </div>
  )
}

/** A or B: A in a filled box, B in an outlined one, as their stripes are. */
export function SideMark({ side }: { readonly side: 'A' | 'B' }) {
  return <span className={styles[side === 'A' ? 'markA' : 'markB']}>{side}</span>
}
