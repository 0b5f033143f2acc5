import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import { useCoders } from '../coding/use-coders.ts'
import { DocumentIndex } from './document-index.ts'
import { useListChoice } from './list-choice.ts'
import { listRows } from './list-rows.ts'
import type { List } from './list-rows.ts'
import { NameOrder } from './name-order.ts'

const NONE: readonly DocumentRow[] = []

/** The list of transcripts as the user looks at it now; `documents` undefined before the host has answered. */
export function useTranscripts(): { readonly documents: readonly DocumentRow[] | undefined; readonly list: List } {
  const { data } = useHostQuery('document.list', {})
  const documents = data?.documents ?? NONE
  const { typed: typedNow, grouping, sorting, stage, folded, unfolded, recent: opened } = useListChoice((all) => all)
  const typed = useDeferredValue(typedNow)
  const layer = useView((state) => state.layer)
  const { currentId } = useCoders()
  const language = useLanguage()
  const waveName = useWaveName()
  const index = useMemo(() => {
    const languages = languageNames(language)
    return new DocumentIndex((row) => [waveName(row.wave), languages(row.language)])
  }, [language, waveName])
  useEffect(() => prepareAtLeisure(index, documents), [index, documents])
  const order = useMemo(() => new NameOrder(language), [language])
  const recent = useSteadyRecent(sorting, opened)
  const list = useMemo(
    () =>
      listRows({
        documents,
        choice: { grouping, sorting, stage, folded, unfolded },
        matches: index.matcher(typed),
        coderId: currentId,
        layer,
        recent,
        rankOf: order.ranksOf(documents),
      }),
    [documents, grouping, sorting, stage, folded, unfolded, typed, index, order, currentId, layer, recent],
  )
  return { documents: data?.documents, list }
}

/** Spells names a few at a time, so that the first key in the filter need not. Milliseconds. */
const SPELLING = { before: 500, between: 30, atMost: 4 }

function prepareAtLeisure(index: DocumentIndex, documents: readonly DocumentRow[]): () => void {
  let next = 0
  let timer = setTimeout(work, SPELLING.before)
  function work(): void {
    const end = performance.now() + SPELLING.atMost
    for (; next < documents.length && performance.now() < end; next++) index.prepare(documents[next]!)
    if (next < documents.length) timer = setTimeout(work, SPELLING.between)
  }
  return () => {
    clearTimeout(timer)
  }
}

/** What languages are called, each looked up once. */
function languageNames(interfaceLanguage: string): (tag: string) => string {
  const known = new Map<string, string>()
  return (tag) => {
    const name = known.get(tag) ?? languageName(tag, interfaceLanguage)
    known.set(tag, name)
    return name
  }
}

/** The order of opening as it was when the list was sorted by it: a line must not jump away when it is clicked. */
function useSteadyRecent(sorting: string, recent: readonly number[]): readonly number[] {
  const [kept, setKept] = useState({ sorting, recent })
  if (kept.sorting === sorting) return kept.recent
  setKept({ sorting, recent })
  return recent
}
