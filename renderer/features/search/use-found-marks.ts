import { useEffect } from 'react'
import { span } from '../../../shared/text/span.ts'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { useFind } from './find-state.ts'

/** Hits marked at once; of more, those around the one that one has come to. */
const MOST = 400

/** Marks what was found in a transcript, while one is there because of the search. */
export function useFoundMarks(view: ReaderView | null, opened: OpenDocument): void {
  const searchId = useFind((state) => state.summary?.searchId ?? null)
  const reveal = useView((state) => state.reveal)
  const at = reveal?.selects === true && reveal.documentId === opened.id ? reveal.start : null
  const { data } = useHostQuery(
    'search.inDocument',
    { searchId: searchId ?? 1, documentId: opened.id },
    { enabled: searchId !== null && at !== null },
  )
  useEffect(() => {
    if (view === null || at === null || data === undefined) return
    const hits = Array.from({ length: data.offsets.length / 2 }, (_, index) =>
      span(data.offsets[index * 2] ?? 0, data.offsets[index * 2 + 1] ?? 0),
    )
    const here = hits.findIndex(({ start }) => start >= at)
    const from = Math.max(0, here - MOST / 2)
    view.mark('found', hits.slice(from, from + MOST))
    return () => {
      view.mark('found', null)
    }
  }, [view, at, data])
}
