import { beforeEach, expect, test } from 'vitest'
import { utf16 } from '../../../shared/text/offsets.ts'
import { span } from '../../../shared/text/span.ts'
import {
  skippedIn,
  startWalk,
  stopWalk,
  useEpisodeWalk,
  walkAccepted,
  walkBack,
  walkExtend,
  walkSkip,
  walkStretch,
} from '../../../renderer/features/episodes/episode-walk.ts'
import type { OpenDocument } from '../../../renderer/reader/reading-state.ts'

/** `IFIF`: interviewer and respondent in turns of nine units, ten apart. */
function transcript(id: number, voices: string): OpenDocument {
  return {
    id,
    revisionId: 1,
    text: 'x'.repeat(voices.length * 10),
    language: 'en',
    turns: [...voices].map((voice, index) => ({
      id: index + 1,
      ref: `T${index + 1}`,
      start: utf16(index * 10),
      speechStart: utf16(index * 10),
      end: utf16(index * 10 + 9),
      speakerId: voice === 'I' ? 1 : 2,
    })),
    speakers: [
      { id: 1, label: 'I', kind: 'interviewer', caseId: null, caseName: null, role: null },
      { id: 2, label: 'F', kind: 'respondent', caseId: null, caseName: null, role: null },
    ],
  }
}

const here = () => {
  const { walk } = useEpisodeWalk.getState()
  const stretch = walk === null ? null : walkStretch(walk)
  return stretch === null ? null : [stretch.start / 10, (stretch.end - 9) / 10]
}

beforeEach(() => {
  stopWalk()
})

test('the walk begins at the caret, goes on with every answer, and is over behind the last', () => {
  startWalk(transcript(1, 'IFIFIF'), [], 25)
  expect(here()).toEqual([2, 3])
  walkAccepted([])
  expect(here()).toEqual([4, 5])
  walkSkip([])
  expect(here()).toBeNull()
  expect(useEpisodeWalk.getState().walk).toMatchObject({ accepted: 1, hasQuestions: true })
})

test('what was skipped is not suggested again while the window is open, unless one goes back to it', () => {
  startWalk(transcript(2, 'IFIF'), [], 0)
  walkSkip([])
  stopWalk()
  startWalk(transcript(2, 'IFIF'), [], 0)
  expect(useEpisodeWalk.getState().walk?.suggested).toEqual([span(20, 39)])
  const other = transcript(3, 'IFIF')
  startWalk(other, [], 0)
  expect(here()).toEqual([0, 1])
  walkSkip([])
  walkBack([])
  expect(here()).toEqual([0, 1])
  const { walk, skipped } = useEpisodeWalk.getState()
  expect(skippedIn(skipped, walk!)).toBe(0)
})

test('a suggestion takes in the next one, gives it back, and goes on behind both', () => {
  startWalk(transcript(4, 'IFIFIF'), [], 0)
  expect(walkExtend([])).toBe(true)
  expect(here()).toEqual([0, 3])
  walkBack([])
  expect(here()).toEqual([0, 1])
  walkExtend([])
  walkAccepted([])
  expect(here()).toEqual([4, 5])
  expect(walkExtend([])).toBe(false)
})

test('nothing is taken in over an episode, and what was drawn by hand meanwhile is passed over', () => {
  startWalk(transcript(5, 'IFIFIF'), [span(20, 39)], 0)
  expect(walkExtend([span(20, 39)])).toBe(false)
  startWalk(transcript(6, 'IFIFIF'), [], 0)
  walkAccepted([span(0, 19), span(20, 39)])
  expect(here()).toEqual([4, 5])
})

test('where nobody asks the walk is over before it begins, and says why', () => {
  startWalk(transcript(7, 'FFF'), [], 0)
  expect(here()).toBeNull()
  expect(useEpisodeWalk.getState().walk?.hasQuestions).toBe(false)
})
