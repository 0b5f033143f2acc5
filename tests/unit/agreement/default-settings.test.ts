import { describe, expect, test } from 'vitest'
import { defaultSettings, pairToCompare } from '../../../renderer/features/agreement/default-settings.ts'

type State = 'assigned' | 'in_progress' | 'finished'

const doc = (...states: [number, State][]) => ({ states: states.map(([coderId, state]) => ({ coderId, state })) })

describe('whom an analysis begins with', () => {
  test('the two who finished the most transcripts together, not the two with the most work', () => {
    const documents = [
      doc([1, 'finished'], [2, 'in_progress']),
      doc([1, 'finished'], [2, 'in_progress']),
      doc([2, 'finished'], [3, 'finished']),
    ]
    expect(pairToCompare(documents, [1, 2, 3])).toEqual([2, 3])
  })

  test('where none is finished, the two who began the most; to be assigned is no beginning', () => {
    const documents = [
      doc([1, 'in_progress'], [2, 'assigned']),
      doc([1, 'in_progress'], [2, 'assigned']),
      doc([1, 'in_progress'], [3, 'in_progress']),
    ]
    expect(pairToCompare(documents, [1, 2, 3])).toEqual([1, 3])
  })

  test('where nobody shares any, the first two', () => {
    expect(pairToCompare([doc([2, 'finished'])], [1, 2, 3])).toEqual([1, 2])
  })
})

test('the version of the header is that of the analysis', () => {
  const settings = defaultSettings([], [4, 7], 'en')
  expect(settings).toMatchObject({ coderIds: [4, 7], version: 'en', unit: 'turn', documents: { kind: 'all' } })
})
