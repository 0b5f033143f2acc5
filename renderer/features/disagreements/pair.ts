import { z } from 'zod'
import type { DocumentRow } from '../../../shared/contract/document.ts'

/** Coders A and B. */
export type Pair = readonly [number, number]

/**
 * The two coders one most likely wants to compare: those who worked on the most transcripts together, of equals those
 * who come first; null where nobody shares a transcript.
 *
 * @param coderIds persons, in the study's order
 */
export function likelyPair(
  documents: readonly Pick<DocumentRow, 'codings' | 'states'>[],
  coderIds: readonly number[],
): Pair | null {
  const shared = new Map<string, number>()
  for (const document of documents) {
    const workers = coderIds.filter((id) => hasWorked(document, id))
    for (const [index, a] of workers.entries())
      for (const b of workers.slice(index + 1)) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1)
  }
  let best: { pair: Pair; count: number } | null = null
  for (const [index, a] of coderIds.entries())
    for (const b of coderIds.slice(index + 1)) {
      const count = shared.get(`${a} ${b}`) ?? 0
      if (count > (best?.count ?? 0)) best = { pair: [a, b], count }
    }
  return best?.pair ?? null
}

/** Who is only assigned has not worked yet. */
function hasWorked({ codings, states }: Pick<DocumentRow, 'codings' | 'states'>, coderId: number): boolean {
  return (
    codings.some((own) => own.coderId === coderId && own.count > 0) ||
    states.some((own) => own.coderId === coderId && own.state !== 'assigned')
  )
}

const keptSchema = z.tuple([z.int(), z.int()])

/** The pair that was compared last in this study, on this computer; null where there is none, or nobody understands it. */
export function recallPair(studyGuid: string): Pair | null {
  try {
    return keptSchema.parse(JSON.parse(localStorage.getItem(keyOf(studyGuid)) ?? 'null'))
  } catch {
    return null
  }
}

export function rememberPair(studyGuid: string, pair: Pair): void {
  localStorage.setItem(keyOf(studyGuid), JSON.stringify(pair))
}

function keyOf(studyGuid: string): string {
  return `tianye-disagreements-${studyGuid}`
}
