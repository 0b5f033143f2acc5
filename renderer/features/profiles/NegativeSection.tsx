import { useState } from 'react'
import type { SegmentRow } from '../../../shared/contract/segment.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { EvidenceButton } from '../evidence/EvidenceButton.tsx'
import type { SectionProps } from './Comparison.tsx'
import { languageOfQuote } from '../evidence/group-evidence.ts'
import styles from './NegativeSection.module.css'
import { evidenceIn } from './profile-evidence.ts'
import { useProfileWords } from './profiles-context.ts'
import type { Profile } from './theory.ts'

type NegativeCase = Profile['negativeCases'][number]

/** Shown before the rest is asked for; their order is the method's, the weightiest first. */
const SHOWN = 6
/** As many passages as the host gives at once. */
const QUOTED = 500

/** What speaks against the pattern, with the words. */
export function NegativeSection({ profile }: SectionProps) {
  const t = useT('profiles')
  const [isWhole, setWhole] = useState(false)
  const { negativeCases } = profile
  const shown = isWhole ? negativeCases : negativeCases.slice(0, SHOWN)
  const codingIds = [...new Set(shown.flatMap(({ evidence }) => evidence.codings))].slice(0, QUOTED)
  const { data } = useHostQuery(
    'segment.evidence',
    { codingIds, offset: 0, limit: QUOTED },
    { enabled: codingIds.length > 0, keepPrevious: true },
  )
  const segments = new Map(data?.segments.map((segment) => [segment.coding.id, segment]))
  if (negativeCases.length === 0) return <p className={styles['none']}>{t('negative.empty')}</p>
  return (
    <>
      <ul className={styles['cases']}>
        {shown.map((negative, index) => (
          <li key={index}>
            <CaseLine profile={profile} negative={negative} segments={segments} />
          </li>
        ))}
      </ul>
      {shown.length < negativeCases.length && (
        <Button
          tone="quiet"
          size="small"
          onPress={() => {
            setWhole(true)
          }}
        >
          {t('negative.showMore', { count: negativeCases.length })}
        </Button>
      )}
    </>
  )
}

interface CaseLineProps extends SectionProps {
  readonly negative: NegativeCase
  readonly segments: ReadonlyMap<number, SegmentRow>
}

function CaseLine({ profile, negative, segments }: CaseLineProps) {
  const t = useT('profiles')
  const words = useProfileWords()
  const kind = t(`negative.kind.${negative.kind}`)
  const subject = useSubject(negative)
  const voices = negative.respondents.map(words.respondent).join(', ')
  const quotes = negative.evidence.codings.flatMap((id) => segments.get(id)?.quote ?? [])
  return (
    <EvidenceButton
      what={[kind, subject, words.place(profile)].filter((part) => part !== '').join(' · ')}
      value={voices === '' ? words.document(negative.documentId) : voices}
      evidence={evidenceIn(profile, negative.evidence)}
      className={styles['case'] ?? ''}
    >
      <span className={styles['head']}>
        <span className={styles['kind']}>{kind}</span>
        <span>{subject}</span>
      </span>
      {quotes.slice(0, 2).map((quote) => (
        <span key={quote} lang={languageOfQuote(quote)} className={styles['quote']}>
          {quote}
        </span>
      ))}
      <span className={styles['voice']}>
        {[voices, words.document(negative.documentId)].filter((part) => part !== '').join(' · ')}
      </span>
    </EvidenceButton>
  )
}

/** What is denied, supposed, told of elsewhere; or the cell, with the reason. */
function useSubject({ cellId, reasonId, dimensionId, categoryId }: NegativeCase): string {
  const { theory } = useProfileWords()
  return [
    cellId === null ? null : theory.cell(cellId),
    dimensionId === null || categoryId === null ? null : theory.category(dimensionId, categoryId),
    reasonId === null ? null : theory.reason(reasonId),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}
