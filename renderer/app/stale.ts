import { definitionOf } from '../../shared/contract/contract.ts'
import type { ChangedEvent } from '../../shared/contract/envelope.ts'
import { concerns } from '../../shared/contract/topics.ts'
import type { Topic } from '../../shared/contract/topics.ts'

/** When an answer is to be asked again: at once, a moment later, or not at all. */
export type Staleness = 'no' | 'now' | 'soon'

/**
 * What a change means for the answer under a key `[name, input]`.
 *
 * `coding.inRange` of what is on the screen is patched by the reader from the rows in the event, so codings make it
 * stale only where the event does not carry them, or where nobody is there to patch it. The list of transcripts is
 * patched with how far they are (`followChanges`). Sums over the codings of all documents are asked again a moment
 * later, everything else at once.
 */
export function isStale(key: readonly unknown[], event: ChangedEvent, isShown: boolean): Staleness {
  const [name, input] = key
  if (typeof name !== 'string') return 'no'
  const definition = definitionOf(name)
  // The event itself carries the new answer to history.state.
  if (definition?.kind !== 'query' || name === 'history.state') return 'no'
  const parsed = definition.input.safeParse(input)
  if (!parsed.success) return 'no'
  const wanted = definition.touches(parsed.data)
  const isPatched =
    (name === 'coding.inRange' && event.codings !== undefined && isShown) ||
    (name === 'document.list' && event.documents !== undefined)
  const concerned = event.topics.filter(
    (topic) => !(isPatched && isAboutWork(topic)) && wanted.some((own) => concerns(topic, own)),
  )
  if (concerned.length === 0) return 'no'
  const isSum = wanted.includes('codings') || wanted.includes('history')
  return isSum && concerned.every((topic) => isAboutWork(topic) || topic === 'history') ? 'soon' : 'now'
}

function isAboutWork(topic: Topic): boolean {
  return /^(codings|episodes)(:|$)/.test(topic)
}
