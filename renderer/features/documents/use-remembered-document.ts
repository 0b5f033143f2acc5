import { useEffect } from 'react'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'

/** Opens the transcript that was open last time in this study, else the first, and leaves one that is gone. */
export function useRememberedDocument(studyGuid: string): void {
  const key = `tianye-document-${studyGuid}`
  const { data } = useHostQuery('document.list', {})
  const documentId = useView((state) => state.documentId)
  // Only a new list can say that a transcript is gone: one just imported is opened before the list knows it.
  useEffect(() => {
    if (!data) return
    const { documents } = data
    const current = useView.getState().documentId
    if (documents.some((row) => row.id === current)) return
    const remembered = documents.find((row) => String(row.id) === localStorage.getItem(key))
    const next = remembered ?? documents.find((row) => row.parallelOf === null)
    useView.setState({ documentId: next?.id ?? null, reveal: null })
  }, [data, key])
  useEffect(() => {
    if (documentId !== null) localStorage.setItem(key, String(documentId))
  }, [documentId, key])
}
