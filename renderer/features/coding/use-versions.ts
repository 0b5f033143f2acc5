import { useMemo } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useHostQuery } from '../../app/host.ts'

/** A language version of an interview. */
export type Version = Pick<DocumentRow, 'id' | 'name' | 'language'>

/** The other language versions of the same interview: the original first. */
export function versionsOf(documents: readonly DocumentRow[], id: number): readonly Version[] {
  const row = documents.find((document) => document.id === id)
  const originalId = row?.parallelOf ?? id
  return documents
    .filter((other) => other.id !== id && (other.parallelOf ?? other.id) === originalId)
    .sort((a, b) => Number(b.id === originalId) - Number(a.id === originalId))
    .map(({ id: otherId, name, language }) => ({ id: otherId, name, language }))
}

/** The same for a transcript on the screen; the list stays the same object as long as it says the same. */
export function useVersions(id: number): readonly Version[] {
  const { data } = useHostQuery('document.list', {})
  const key = JSON.stringify(data === undefined ? [] : versionsOf(data.documents, id))
  // The list of transcripts is new after every coding.
  return useMemo(() => JSON.parse(key) as readonly Version[], [key])
}
