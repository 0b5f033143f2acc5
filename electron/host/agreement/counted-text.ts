import { firstIndex } from '../../../shared/text/offsets.ts'
import { paragraphSpan, paragraphStarts } from '../../../shared/text/paragraphs.ts'
import { sentencesIn } from '../../../shared/text/sentences.ts'
import { span } from '../../../shared/text/span.ts'
import type { Bounds } from '../../../shared/agreement/types.ts'
import type { DocumentFacts } from '../index/document-facts.ts'
import { roleOf } from '../index/role-of.ts'
import type { Study } from '../study.ts'

/** Whose words count: everybody's, all but the interviewers', or one role's (null: respondents without one). */
export type Voices =
  | { readonly kind: 'all' }
  | { readonly kind: 'no_interviewers' }
  | { readonly kind: 'role'; readonly role: string | null }

/**
 * The stretches of a transcript that are rated: speech turn by turn, without labels; paragraphs of one without turns.
 * Sorted, disjoint, none empty; UTF-16 code units.
 */
export function countedStretches(study: Study, document: DocumentFacts, voices: Voices): Bounds[] {
  const speech = study.index.speechOf(document)
  if (speech.turns.length === 0) {
    if (voices.kind === 'role' && soleRole(study, document) !== voices.role) return []
    return paragraphs(study.index.texts.of(document.id))
  }
  const spoken =
    voices.kind === 'role'
      ? speech
          .partsOf(span(0, document.length))
          .filter(({ respondent }) => roleOf(speech, document, respondent) === voices.role)
      : speech.turns
          .filter((turn) => voices.kind === 'all' || !speech.isInterviewer(turn))
          .map(({ speechStart, end }) => ({ start: speechStart, end }))
  const stretches: Bounds[] = []
  for (const { start, end } of spoken) {
    const from = Math.max(start, stretches.at(-1)?.end ?? 0)
    if (from < end) stretches.push({ start: from, end })
  }
  return stretches
}

/** Roles of the people who speak in a transcript; null for those without one. */
export function rolesIn(study: Study, document: DocumentFacts): Set<string | null> {
  const speech = study.index.speechOf(document)
  if (speech.turns.length === 0) return new Set([soleRole(study, document)])
  return new Set(speech.partsOf(span(0, document.length)).map(({ respondent }) => roleOf(speech, document, respondent)))
}

export function sentenceUnits(study: Study, document: DocumentFacts, stretches: readonly Bounds[]): Bounds[] {
  const text = study.index.texts.of(document.id)
  return stretches.flatMap(({ start, end }) => sentencesIn(text, span(start, end), document.language))
}

/** A place in the text that counts, when its stretches are put one behind the other. */
export function compactor(stretches: readonly Bounds[]): { readonly length: number; at: (offset: number) => number } {
  const before = new Float64Array(stretches.length)
  let length = 0
  stretches.forEach(({ start, end }, index) => {
    before[index] = length
    length += end - start
  })
  return {
    length,
    at: (offset) => {
      const index = firstIndex(stretches.length, (i) => stretches[i]!.end > offset)
      const stretch = stretches[index]
      return stretch === undefined ? length : before[index]! + Math.max(0, offset - stretch.start)
    },
  }
}

/** What is left of a passage without the text at its ends that does not count; null where nothing is left. */
export function trimmed<S extends Bounds>(passage: S, stretches: readonly Bounds[]): S | null {
  const first = stretches[firstIndex(stretches.length, (index) => stretches[index]!.end > passage.start)]
  const last = stretches[firstIndex(stretches.length, (index) => stretches[index]!.start >= passage.end) - 1]
  if (first === undefined || last === undefined) return null
  const start = Math.max(passage.start, first.start)
  const end = Math.min(passage.end, last.end)
  return start < end ? { ...passage, start, end } : null
}

function soleRole(study: Study, document: DocumentFacts): string | null {
  const speech = study.index.speechOf(document)
  const [part] = speech.partsOf(span(0, document.length))
  return part === undefined ? null : roleOf(speech, document, part.respondent)
}

function paragraphs(text: string): Bounds[] {
  const starts = paragraphStarts(text)
  const found: Bounds[] = []
  for (let index = 0; index < starts.length; index++) {
    const { start, end } = paragraphSpan(starts, text.length, index)
    if (text.slice(start, end).trim() !== '') found.push({ start, end })
  }
  return found
}
