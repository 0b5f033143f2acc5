import type { SegmentRow } from '../../../shared/contract/segment.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import { CodeSwatch } from '../../ui/CodeChip.tsx'
import { useCoders } from '../coding/use-coders.ts'
import styles from './DocumentQuotations.module.css'
import { languageOfQuote, lineAfter, lineBefore, markedPieces } from './group-evidence.ts'
import type { DocumentEvidence, StretchRow } from './group-evidence.ts'
import { CodingMarks } from './CodingMarks.tsx'
import { SegmentCode } from './SegmentCode.tsx'

export interface DocumentQuotationsProps {
  readonly group: DocumentEvidence
  /** The evidence is of several coders: each passage says whose it is. */
  readonly namesCoders: boolean
}

/** The quotations of one transcript. Each leads to its place there. */
export function DocumentQuotations({ group, namesCoders }: DocumentQuotationsProps) {
  const waveName = useWaveName()
  const place = [group.village, waveName(group.wave)].filter((name) => name !== null).join(' · ')
  return (
    <section className={styles['document']} aria-label={group.document}>
      <h3 className={styles['heading']}>
        <span className={styles['name']}>{group.document}</span>
        <span className={styles['place']}>{place}</span>
      </h3>
      <ul className={styles['entries']}>
        {group.entries.map((entry) =>
          entry.kind === 'stretch' ? (
            <li key={`stretch ${entry.stretch.start} ${entry.stretch.end}`}>
              <Episode stretch={entry.stretch} segments={entry.segments} />
            </li>
          ) : (
            <li key={entry.segment.coding.id}>
              <Passage segment={entry.segment} namesCoder={namesCoders} />
            </li>
          ),
        )}
      </ul>
    </section>
  )
}

interface PassageProps {
  readonly segment: SegmentRow
  readonly namesCoder: boolean
}

function Passage({ segment, namesCoder }: PassageProps) {
  const goTo = useView((state) => state.goTo)
  const { coding } = segment
  return (
    <button
      type="button"
      className={styles['entry']}
      onClick={() => {
        goTo({ documentId: coding.documentId, start: coding.start, end: coding.end, codingId: coding.id })
      }}
    >
      <Voice segment={segment} />
      <span lang={languageOfQuote(segment.quote)} className={styles['quote']}>
        <span className={styles['context']}>{lineBefore(segment.before)}</span>
        {segment.quote}
        <span className={styles['context']}>{lineAfter(segment.after)}</span>
      </span>
      <span className={styles['foot']}>
        <SegmentCode codeId={coding.codeId} />
        <CodingMarks coding={coding} />
        {namesCoder && <CoderName coderId={coding.coderId} />}
      </span>
    </button>
  )
}

/** Who coded it. */
function CoderName({ coderId }: { readonly coderId: number }) {
  const coder = useCoders().byId.get(coderId)
  return (
    coder && (
      <span className={styles['coder']}>
        <CodeSwatch colour={coder.colour} />
        {coder.name}
      </span>
    )
  )
}

function Episode({ stretch, segments }: { readonly stretch: StretchRow; readonly segments: readonly SegmentRow[] }) {
  const t = useT('evidence')
  const goTo = useView((state) => state.goTo)
  const pieces = markedPieces(
    stretch.text,
    stretch.start,
    segments.map((segment) => segment.coding),
  )
  return (
    <div className={styles['episode']}>
      <button
        type="button"
        className={styles['entry']}
        onClick={() => {
          goTo({ documentId: stretch.documentId, start: stretch.start, end: stretch.end })
        }}
      >
        <span className={styles['voice']}>
          {t('episode')}
          {stretch.turnRef !== null && ` · ${stretch.turnRef}`}
        </span>
        <span lang={languageOfQuote(stretch.text)} className={styles['quote']}>
          {pieces.map((piece, index) =>
            piece.isMarked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
          )}
        </span>
      </button>
      {segments.length > 0 && (
        <ul className={styles['codings']}>
          {segments.map((segment) => (
            <li key={segment.coding.id}>
              <button
                type="button"
                className={styles['coding']}
                title={segment.quote}
                onClick={() => {
                  const { documentId, start, end, id } = segment.coding
                  goTo({ documentId, start, end, codingId: id })
                }}
              >
                <SegmentCode codeId={segment.coding.codeId} />
                <CodingMarks coding={segment.coding} />
                <Voice segment={segment} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Who says it, in which turn. */
function Voice({ segment }: { readonly segment: SegmentRow }) {
  const t = useT('evidence')
  const { turnRef, speaker, role } = segment
  return (
    <span className={styles['voice']}>
      {[turnRef, speaker ?? t('unknownSpeaker'), role].filter((part) => part !== null).join(' · ')}
    </span>
  )
}
