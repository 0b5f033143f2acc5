import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import type { CodeCount } from './code-count.ts'
import { CodeCountsContext, CodeReviewsContext } from './code-count.ts'
import { useReviews } from './use-reviews.ts'

/** Counts for the rows of the tree inside: in one transcript (null: none) and in the study, in the window's layer. */
export function CodeCounts({
  documentId,
  children,
}: {
  readonly documentId: number | null
  readonly children: ReactNode
}) {
  const layer = useView((state) => state.layer)
  const { data: here } = useHostQuery(
    'code.counts',
    { layer, documentId },
    { enabled: documentId !== null, keepPrevious: true },
  )
  const { data: study } = useHostQuery('code.counts', { layer, documentId: null }, { keepPrevious: true })
  const counts = useMemo(() => {
    const inDocument = new Map(here?.counts.map(({ codeId, branch }) => [codeId, branch]))
    return new Map<number, CodeCount>(
      study?.counts.map(({ codeId, branch }) => [
        codeId,
        { here: documentId === null ? null : (inDocument.get(codeId) ?? 0), study: branch },
      ]),
    )
  }, [documentId, here, study])
  const reviews = useReviews()
  return (
    <CodeCountsContext value={counts}>
      <CodeReviewsContext value={reviews}>{children}</CodeReviewsContext>
    </CodeCountsContext>
  )
}
