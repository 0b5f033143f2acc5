import { primaryLanguage } from '../../../shared/text/primary-language.ts'
import type { DocumentFacts } from './document-facts.ts'

/**
 * The documents an analysis reads: the originals, or of each interview its version in one language. Never both, so that
 * an interview counts once. `zh` and `zh-CN` are one language here.
 */
export function documentsInVersion<T extends DocumentFacts>(documents: Iterable<T>, version: string): T[] {
  if (version === 'originals') return [...documents].filter((document) => document.parallelOf === null)
  const chosen = new Map<number, T>()
  for (const document of documents) {
    if (primaryLanguage(document.language) !== primaryLanguage(version)) continue
    const known = chosen.get(document.originalId)
    if (known === undefined || (known.language !== version && document.language === version))
      chosen.set(document.originalId, document)
  }
  return [...chosen.values()]
}
