import { describe, expect, test } from 'vitest'
import { isStale } from '../../../renderer/app/stale.ts'
import type { ChangedEvent } from '../../../shared/contract/envelope.ts'
import type { Topic } from '../../../shared/contract/topics.ts'

function changed(topics: Topic[], more: Partial<ChangedEvent> = {}): ChangedEvent {
  return { type: 'changed', operationId: 1, own: true, topics, history: { undo: null, redo: null }, ...more }
}

const inRange = (documentId: number): readonly unknown[] => [
  'coding.inRange',
  { documentId, layer: 'study', range: { start: 0, end: 100 } },
]
const patch = { codings: [{ documentId: 7, upserted: [], removed: [3] }] }

describe('what a change makes stale', () => {
  test('only what depends on it', () => {
    expect(isStale(['code.list', {}], changed(['codes']), true)).toBe('now')
    expect(isStale(['code.list', {}], changed(['codings:document/7']), true)).toBe('no')
  })

  test('one transcript’s episodes by its own codings, not by another’s', () => {
    const key = ['episode.inDocument', { documentId: 7, layer: 'study' }]
    expect(isStale(key, changed(['codings:document/7']), true)).toBe('now')
    expect(isStale(key, changed(['codings:document/8']), true)).toBe('no')
    expect(isStale(key, changed(['codings']), true)).toBe('now')
  })

  test('sums over all codings follow a moment later, unless something else changed too', () => {
    expect(isStale(['document.list', {}], changed(['codings:document/7', 'history']), true)).toBe('soon')
    expect(isStale(['document.list', {}], changed(['codings:document/7', 'documents']), true)).toBe('now')
  })

  test('the codings on the screen are patched, not asked again', () => {
    expect(isStale(inRange(7), changed(['codings:document/7'], patch), true)).toBe('no')
  })

  test('the list of transcripts is patched with how far they are, not asked again', () => {
    const documents = [{ id: 7, codings: [], states: [], studyCoderId: null, hiddenCoderIds: [] }]
    const topics: Topic[] = ['codings:document/7', 'episodes:document/7', 'history']
    expect(isStale(['document.list', {}], changed(topics, { documents }), true)).toBe('no')
    expect(isStale(['document.list', {}], changed(topics), true)).toBe('soon')
    expect(isStale(['document.list', {}], changed([...topics, 'documents'], { documents }), true)).toBe('now')
  })

  test('they are asked again where the event does not carry them, or nobody shows them', () => {
    expect(isStale(inRange(7), changed(['codings:document/7']), true)).toBe('now')
    expect(isStale(inRange(7), changed(['codings:document/7'], patch), false)).toBe('now')
  })

  test('they are asked again where another coder’s rows may count now', () => {
    expect(isStale(inRange(7), changed(['codings:document/7', 'documents'], patch), true)).toBe('now')
  })

  test('a key that is no question of the contract is left alone', () => {
    expect(isStale(['reader', 1], changed(['codings']), true)).toBe('no')
    expect(isStale(['__proto__', {}], changed(['codings']), true)).toBe('no')
  })
})
