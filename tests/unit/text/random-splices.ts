import fc from 'fast-check'
import type { Splice } from '../../../shared/text/splices.ts'
import { createCollector } from '../../../shared/text/splices.ts'
import { unicodeText } from './unicode.ts'

/** A text and a splice list that fits it. */
export const textWithSplices: fc.Arbitrary<{ text: string; splices: Splice[] }> = fc
  .record({ text: unicodeText(), cuts: cuts() })
  .map(({ text, cuts }) => ({ text, splices: splicesFor(text, cuts) }))

interface Cut {
  readonly kept: number
  readonly removed: number
  readonly inserted: string
}

export function cuts(): fc.Arbitrary<Cut[]> {
  return fc.array(
    fc.record({
      kept: fc.nat(6),
      removed: fc.oneof(fc.constant(0), fc.nat(5)),
      inserted: fc.oneof(fc.constant(''), unicodeText()),
    }),
    { maxLength: 6 },
  )
}

/** Reads the cuts from the left, as far as the text goes; some take words away that they put back in part. */
export function splicesFor(text: string, cuts: readonly Cut[]): Splice[] {
  const out = createCollector()
  let at = 0
  for (const { kept, removed, inserted } of cuts) {
    if (at >= text.length) break
    out.keep(Math.min(kept, text.length - at))
    at = Math.min(text.length, at + kept)
    const gone = text.slice(at, at + removed)
    out.remove(gone)
    out.insert(kept % 3 === 2 ? gone.slice(0, 2) + inserted + gone.slice(-1) : inserted)
    at += gone.length
  }
  return out.splices()
}
