import { z } from 'zod'

/**
 * A splice list says how one text became another, with the text that went, so that it can be read in both directions.
 * Offsets are UTF-16 code units of the old text. The splices are in order and never touch: at least one unit that stayed
 * lies between two of them. A revision of a transcript is stored as such a list (`document_revision.splices`).
 */
export const spliceSchema = z.strictObject({ at: z.int().min(0), removed: z.string(), inserted: z.string() })
export type Splice = z.output<typeof spliceSchema>

export const splicesSchema = z.array(spliceSchema).refine(isInOrder, 'splices out of order')

/** A splice list that does not fit the text it is applied to. */
export class SpliceError extends RangeError {
  constructor(at: number) {
    super(`the text at ${at} is not what the splice removes`)
    this.name = 'SpliceError'
  }
}

/** The new text. Throws SpliceError where the old one is not what the list was made from. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = []
  let from = 0
  for (const { at, removed, inserted } of splices) {
    if (at < from || at + removed.length > text.length || !text.startsWith(removed, at)) throw new SpliceError(at)
    parts.push(text.slice(from, at), inserted)
    from = at + removed.length
  }
  parts.push(text.slice(from))
  return parts.join('')
}

/** The list that leads back from the new text to the old one. */
export function invertSplices(splices: readonly Splice[]): Splice[] {
  let shift = 0
  return splices.map(({ at, removed, inserted }) => {
    const inverse = { at: at + shift, removed: inserted, inserted: removed }
    shift += inserted.length - removed.length
    return inverse
  })
}

/** One list for two that follow each other: `second` begins with the text that `first` ends with. */
export function composeSplices(first: readonly Splice[], second: readonly Splice[]): Splice[] {
  const earlier = stepsOf(first)
  const later = stepsOf(second)
  const out = createCollector()
  for (;;) {
    const one = earlier.peek()
    if (one?.kind === 'remove') {
      out.remove(one.text)
      earlier.take(one.text.length)
      continue
    }
    const other = later.peek()
    if (other?.kind === 'insert') {
      out.insert(other.text)
      later.take(other.text.length)
      continue
    }
    if (one === undefined && other === undefined) return out.splices()
    const length = Math.min(lengthOf(one), lengthOf(other))
    if (one?.kind === 'insert') {
      if (other?.kind !== 'remove') out.insert(one.text.slice(0, length))
    } else if (other?.kind === 'remove') out.remove(other.text.slice(0, length))
    else out.keep(length)
    earlier.take(length)
    later.take(length)
  }
}

function isInOrder(splices: readonly Splice[]): boolean {
  return splices.every((splice, index) => {
    const before = splices[index - 1]
    return before === undefined || before.at + before.removed.length < splice.at
  })
}

type Step =
  { readonly kind: 'keep'; readonly length: number } | { readonly kind: 'insert' | 'remove'; readonly text: string }

/** Past the last splice everything stays: no step. */
function lengthOf(step: Step | undefined): number {
  if (step === undefined) return Number.MAX_SAFE_INTEGER
  return step.kind === 'keep' ? step.length : step.text.length
}

/** Reads a list as steps through the old text, of which parts can be taken. */
function stepsOf(splices: readonly Splice[]): { peek(): Step | undefined; take(length: number): void } {
  const steps: Step[] = []
  let from = 0
  for (const { at, removed, inserted } of splices) {
    if (at > from) steps.push({ kind: 'keep', length: at - from })
    if (removed !== '') steps.push({ kind: 'remove', text: removed })
    if (inserted !== '') steps.push({ kind: 'insert', text: inserted })
    from = at + removed.length
  }
  let index = 0
  return {
    peek: () => steps[index],
    take(length) {
      const step = steps[index]
      if (step === undefined) return
      if (length >= lengthOf(step)) index++
      else if (step.kind === 'keep') steps[index] = { kind: 'keep', length: step.length - length }
      else steps[index] = { kind: step.kind, text: step.text.slice(length) }
    },
  }
}

/** Gathers steps into splices that do not touch; what goes and comes back unchanged is none. */
export function createCollector(): {
  keep(length: number): void
  remove(text: string): void
  insert(text: string): void
  splices(): Splice[]
} {
  const done: Splice[] = []
  let at = 0
  let removed = ''
  let inserted = ''
  const close = (): void => {
    if (removed !== inserted) done.push({ at, removed, inserted })
    at += removed.length
    removed = ''
    inserted = ''
  }
  return {
    keep(length) {
      if (length === 0) return
      close()
      at += length
    },
    remove(text) {
      removed += text
    },
    insert(text) {
      inserted += text
    },
    splices() {
      close()
      return done
    },
  }
}
