import type { Span } from '../text/span.ts'
import type { Speech } from './speech.ts'

/**
 * The question–answer exchanges of a document, in order: a question (one turn of the interviewer or several in a row)
 * with everything said up to the next question. What is said before the first question is an exchange of its own. A
 * question nobody answers makes none, and the question that follows at once belongs to it.
 */
export function exchangesOf(speech: Speech): Span<number>[] {
  const exchanges: Span<number>[] = []
  let open: { start: number; end: number; answered: boolean } | null = null
  const close = (): void => {
    if (open?.answered) exchanges.push({ start: open.start, end: open.end })
    open = null
  }
  for (const turn of speech.turns) {
    if (speech.isInterviewer(turn) && open?.answered) close()
    open ??= { start: turn.start, end: turn.end, answered: false }
    open.end = Math.max(open.end, turn.end)
    if (speech.isAnswer(turn)) open.answered = true
  }
  close()
  return exchanges
}
