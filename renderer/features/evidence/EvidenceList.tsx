import { useState } from 'react'
import { useHostPages } from '../../app/host.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { DocumentQuotations } from './DocumentQuotations.tsx'
import { evidencePages, isEmpty } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import styles from './EvidenceList.module.css'
import { groupEvidence } from './group-evidence.ts'

/** Every quotation of an evidence, grouped by transcript, in reading order. null: still being asked. */
export function EvidenceList({ evidence }: { readonly evidence: Evidence | null }) {
  const t = useT('evidence')
  const common = useT('common')
  if (evidence === null) return <p className={styles['calm']}>{common('loading')}</p>
  if (isEmpty(evidence)) return <p className={styles['calm']}>{t('nothing')}</p>
  return <Quotations key={keyOf(evidence)} evidence={evidence} />
}

/** Another evidence begins at its first page. */
function keyOf({ codingIds, stretches }: Evidence): string {
  return `${codingIds.length}:${codingIds[0] ?? ''}:${stretches.length}:${stretches[0]?.start ?? ''}`
}

function Quotations({ evidence }: { readonly evidence: Evidence }) {
  const t = useT('evidence')
  const common = useT('common')
  const [pages, setPages] = useState(1)
  const answers = useHostPages('segment.evidence', evidencePages(evidence, pages))
  const failed = answers.find((answer) => answer.error)
  if (failed?.error) {
    return <p role="alert">{t('failed', { why: sentenceOf('errors', failed.error) })}</p>
  }
  const [first] = answers
  if (!first?.data) return <p className={styles['calm']}>{common('loading')}</p>
  const { total } = first.data
  const segments = answers.flatMap((answer) => answer.data?.segments ?? [])
  const isWhole = segments.length >= total
  const namesCoders = new Set(segments.map(({ coding }) => coding.coderId)).size > 1
  const groups = groupEvidence(
    segments,
    // An episode comes when its first passage has come; at the end, those without any.
    first.data.stretches.filter(
      (stretch) =>
        isWhole ||
        segments.some(
          ({ coding }) =>
            coding.documentId === stretch.documentId && coding.start < stretch.end && coding.end > stretch.start,
        ),
    ),
  )
  if (groups.length === 0) return <p className={styles['calm']}>{t('gone')}</p>
  const episodes = first.data.stretches.length
  const documents = t('documents', { count: groups.length })
  return (
    <>
      <p className={styles['count']}>
        {total > 0 || episodes === 0 ? t('passages', { count: total, documents }) : documents}
        {episodes > 0 && ` · ${t('episodes', { count: episodes })}`}
      </p>
      {groups.map((group) => (
        <DocumentQuotations key={group.documentId} group={group} namesCoders={namesCoders} />
      ))}
      {!isWhole && (
        <Button
          size="small"
          isPending={answers.some((answer) => answer.isPending)}
          onPress={() => {
            setPages(pages + 1)
          }}
        >
          {t('showMore', { shown: segments.length, total })}
        </Button>
      )}
    </>
  )
}
