import { create } from 'zustand'
import { readSpeech } from '../../../shared/interaction/speech.ts'
import { suggestedEpisodes } from '../../../shared/interaction/suggested-episodes.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { overlaps, type Span } from '../../../shared/text/span.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'

/** A walk through the episodes that the questions of a transcript suggest. View state: nothing of it is in the study. */
export interface EpisodeWalk {
  readonly documentId: number
  readonly revisionId: number
  /** False: nobody in the transcript is marked as asking. */
  readonly hasQuestions: boolean
  readonly suggested: readonly Span[]
  /** Index of the suggestion one is at, and of the last that it was extended by; beyond the end: the walk is over. */
  readonly at: number
  readonly until: number
  readonly accepted: number
}

interface WalkState {
  readonly walk: EpisodeWalk | null
  /** Counts up with every wish to walk on, so that the bar takes the focus again. */
  readonly serial: number
  /** Starts of suggestions that were skipped, by transcript and revision, while the window is open. */
  readonly skipped: ReadonlyMap<string, ReadonlySet<number>>
}

export const useEpisodeWalk = create<WalkState>()(() => ({ walk: null, serial: 0, skipped: new Map() }))

/** The stretch one is asked about; null when the walk is over. */
export function walkStretch(walk: EpisodeWalk): Span | null {
  const first = walk.suggested[walk.at]
  const last = walk.suggested[walk.until]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end }
}

export function skippedIn(skipped: WalkState['skipped'], { documentId, revisionId }: EpisodeWalk): number {
  return skipped.get(keyOf(documentId, revisionId))?.size ?? 0
}

/** Begins a walk at the first suggestion at or behind `from`; `drawn`: one's own episodes. */
export function startWalk(document: OpenDocument, drawn: readonly Span[], from: number): void {
  useEpisodeWalk.setState(({ skipped, serial }) => {
    const speech = readSpeech(
      { id: document.id, villageId: null, waveId: null, respondents: [] },
      document.turns.map((turn) => ({ ...turn, documentId: document.id })),
      new Map(document.speakers.map((speaker) => [speaker.id, speaker])),
    )
    const passed = skipped.get(keyOf(document.id, document.revisionId))
    const suggested = suggestedEpisodes(speech, drawn)
      .filter(({ start }) => passed?.has(start) !== true)
      .map(({ start, end }) => ({ start: utf16(start), end: utf16(end) }))
    const behind = suggested.findIndex(({ end }) => end > from)
    const at = Math.max(0, behind)
    return {
      serial: serial + 1,
      walk: {
        documentId: document.id,
        revisionId: document.revisionId,
        hasQuestions: speech.turns.some((turn) => speech.isInterviewer(turn)),
        suggested,
        at,
        until: at,
        accepted: 0,
      },
    }
  })
}

/** Takes the focus back to the walk that is under way. */
export function resumeWalk(): void {
  useEpisodeWalk.setState(({ serial }) => ({ serial: serial + 1 }))
}

export function stopWalk(): void {
  useEpisodeWalk.setState({ walk: null })
}

/** Goes on behind what was just marked. */
export function walkAccepted(drawn: readonly Span[]): void {
  change((walk) => ({ ...goOn(walk, drawn), accepted: walk.accepted + 1 }))
}

/** Goes on, and does not come back to this one while the window is open. */
export function walkSkip(drawn: readonly Span[]): void {
  const { walk, skipped } = useEpisodeWalk.getState()
  const first = walk?.suggested[walk.at]
  if (walk === null || first === undefined) return
  const key = keyOf(walk.documentId, walk.revisionId)
  useEpisodeWalk.setState({ skipped: new Map(skipped).set(key, new Set([...(skipped.get(key) ?? []), first.start])) })
  change((now) => ({ ...goOn({ ...now, until: now.at }, drawn) }))
}

/** Takes the next suggestion in; says whether there is one, with no episode in between. */
export function walkExtend(drawn: readonly Span[]): boolean {
  const { walk } = useEpisodeWalk.getState()
  const wider = walk === null ? null : walkStretch({ ...walk, until: walk.until + 1 })
  if (wider === null || drawn.some((episode) => overlaps(episode, wider))) return false
  change((now) => ({ ...now, until: now.until + 1 }))
  return true
}

/** Gives the last extension back, else goes to the suggestion before, which then is not skipped any more. */
export function walkBack(drawn: readonly Span[]): void {
  const { walk, skipped } = useEpisodeWalk.getState()
  if (walk === null) return
  if (walk.until > walk.at) {
    change((now) => ({ ...now, until: now.until - 1 }))
    return
  }
  let at = walk.at - 1
  while (at >= 0 && isTaken(walk.suggested[at], drawn)) at--
  const before = walk.suggested[at]
  if (before === undefined) return
  const key = keyOf(walk.documentId, walk.revisionId)
  const left = new Set(skipped.get(key))
  left.delete(before.start)
  useEpisodeWalk.setState({ skipped: new Map(skipped).set(key, left) })
  change((now) => ({ ...now, at, until: at }))
}

/** Forgets what was skipped in the transcript. */
export function forgetSkipped({ documentId, revisionId }: EpisodeWalk): void {
  useEpisodeWalk.setState(({ skipped }) => {
    const left = new Map(skipped)
    left.delete(keyOf(documentId, revisionId))
    return { skipped: left }
  })
}

function goOn(walk: EpisodeWalk, drawn: readonly Span[]): EpisodeWalk {
  let at = walk.until + 1
  // What was drawn by hand meanwhile is not asked about.
  while (isTaken(walk.suggested[at], drawn)) at++
  return { ...walk, at, until: at }
}

function isTaken(suggestion: Span | undefined, drawn: readonly Span[]): boolean {
  return suggestion !== undefined && drawn.some((episode) => overlaps(episode, suggestion))
}

function change(next: (walk: EpisodeWalk) => EpisodeWalk): void {
  useEpisodeWalk.setState(({ walk }) => (walk === null ? {} : { walk: next(walk) }))
}

function keyOf(documentId: number, revisionId: number): string {
  return `${documentId} ${revisionId}`
}
