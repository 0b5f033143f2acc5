import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { Layer } from '../../../shared/contract/values.ts'
import type { Span } from '../../../shared/text/span.ts'
import { useHostAsk } from '../../app/host.ts'

/** How a reader asks for what several layers have in a stretch of a transcript: each coding once. */
export function useAskCodings(
  documentId: number,
  layers: readonly Layer[],
): (range: Span) => Promise<readonly CodingRow[]> {
  const ask = useHostAsk()
  return async (range) => {
    const answers = await Promise.all(layers.map((layer) => ask('coding.inRange', { documentId, layer, range })))
    return [...new Map(answers.flatMap(({ codings }) => codings).map((row) => [row.id, row])).values()]
  }
}
