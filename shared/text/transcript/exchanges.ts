import type { SpeakerKind } from '../../contract/document.ts'
import type { Span } from '../span.ts'

/** An interviewer's question and the answers up to the next one; its span runs from the first turn to the last. */
export interface Exchange extends Span {
  /** Indices of the interviewer's turns, several where no one answers in between. Empty for answers before any question. */
  questions: number[]
  /** Indices of the answer turns; never empty. */
  answers: number[]
}

/**
 * Cuts an interview into question-and-answer exchanges (unit of analysis E3). Questions nobody answers make none, and
 * answers before the first question make one of their own, so that nothing said is lost. Without an interviewer there
 * is no telling where a question is asked: no exchanges. Turns in the order of the text.
 */
export function exchanges(
  turns: readonly (Span & { readonly speakerLabel: string | null })[],
  speakers: readonly { readonly label: string; readonly kind: SpeakerKind }[],
): Exchange[] {
  const interviewers = new Set(speakers.filter(({ kind }) => kind === 'interviewer').map(({ label }) => label))
  const found: Exchange[] = []
  let questions: number[] = []
  let answers: number[] = []
  const close = (): void => {
    const first = turns[questions[0] ?? answers[0] ?? -1]
    const last = turns[answers.at(-1) ?? -1]
    if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end, questions, answers })
  }
  let anyQuestion = false
  turns.forEach(({ speakerLabel }, index) => {
    if (speakerLabel === null || !interviewers.has(speakerLabel)) {
      answers.push(index)
      return
    }
    anyQuestion = true
    if (answers.length > 0) {
      close()
      questions = []
      answers = []
    }
    questions.push(index)
  })
  close()
  return anyQuestion ? found : []
}
