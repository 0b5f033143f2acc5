import type { SearchQuery } from '../../../shared/contract/search.ts'
import { finderFor } from '../../../shared/search/find-in-text.ts'
import type { Corpus } from './corpus.ts'
import { findObjects } from './find-objects.ts'
import type { FoundInDocument, LeftOut, WorkerReply } from './tasks.ts'
import { isWithin } from './voices.ts'

/** More hits nobody reads; the search stops and says so. */
export const MAX_HITS = 200_000
/** Milliseconds between two pieces of news. */
const NEWS_AFTER = 60

/** Looks through the study; what it finds goes out piece by piece. `isWanted` is asked between two transcripts. */
export function searchCorpus(
  corpus: Corpus,
  query: SearchQuery,
  version: string,
  isWanted: () => boolean,
  tell: (reply: WorkerReply) => void,
): void {
  const finder = finderFor(query, query.wordCount)
  corpus.reading((db) => {
    tell({ kind: 'objects', objects: findObjects(db, finder) })
    const documents = corpus.documents(version).filter((document) => isWithin(query.filter, document))
    const leftOut: Record<keyof LeftOut, number> = { interviewers: 0, otherSpeakers: 0, labels: 0 }
    let found: FoundInDocument[] = []
    let hits = 0
    let told = 0
    const report = (done: number) => {
      tell({ kind: 'news', news: { found, leftOut: { ...leftOut }, done, total: documents.length } })
      found = []
      told = performance.now()
    }
    report(0)
    for (const [index, document] of documents.entries()) {
      if (!isWanted()) break
      const voices = corpus.voicesOf(document)
      const offsets: number[] = []
      for (const { start, end } of finder.findIn(corpus.texts.get(db, document.textHash).in(document.language))) {
        const reason = voices.reasonAt(start, query.filter)
        if (reason !== null) leftOut[reason]++
        else if (offsets.push(start, end) / 2 + hits >= MAX_HITS) break
      }
      hits += offsets.length / 2
      if (offsets.length > 0) {
        const { id: documentId, revisionId, name, villageId, village } = document
        found.push({ documentId, revisionId, name, villageId, village, offsets: Int32Array.from(offsets) })
      }
      if (hits >= MAX_HITS || index === documents.length - 1 || performance.now() - told > NEWS_AFTER) report(index + 1)
      if (hits >= MAX_HITS) break
    }
    tell({ kind: 'end', value: { isTruncated: hits >= MAX_HITS } })
  })
}
