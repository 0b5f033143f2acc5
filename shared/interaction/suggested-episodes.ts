import { overlaps, type Span } from '../text/span.ts'
import { exchangesOf } from './exchange.ts'
import type { Turn } from './input.ts'
import type { Speech } from './speech.ts'

/**
 * Stretches that could be marked as episodes: the exchanges of an interview (unit of analysis E3) as far as no episode
 * lies there yet, in the order of the text. Of an exchange that an episode covers in part, what is left is suggested
 * where somebody answers in it. An interview in which nobody asks has no exchanges, so nothing is suggested.
 */
export function suggestedEpisodes(speech: Speech, drawn: readonly Span<number>[]): Span<number>[] {
  if (!speech.turns.some((turn) => speech.isInterviewer(turn))) return []
  const suggested: Span<number>[] = []
  let at = 0
  for (const exchange of exchangesOf(speech)) {
    let run: Turn[] = []
    const close = (): void => {
      const [first] = run
      if (first !== undefined && run.some((turn) => speech.isAnswer(turn)))
        suggested.push({ start: first.start, end: Math.max(...run.map(({ end }) => end)) })
      run = []
    }
    for (; at < speech.turns.length; at++) {
      const turn = speech.turns[at]!
      if (turn.start >= exchange.end) break
      if (turn.start < exchange.start) continue
      if (drawn.some((episode) => overlaps(episode, turn))) close()
      else run.push(turn)
    }
    close()
  }
  return suggested
}
