import { describe, expect, test } from 'vitest'
import { correctableAt, forbiddenSplice, type TurnEdges } from '../../../shared/text/correctable.ts'
import { diffText } from '../../../shared/text/splice-diff.ts'

const TEXT = `doc: SP-F5

[T01] Q：修路的事呢？
[T02] F5：没签。
后来签了。

第二天
[T03] Q：
谢谢。`

function turn(ref: string, label: string, speech: string): TurnEdges {
  const start = TEXT.indexOf(ref)
  const speechStart = TEXT.indexOf(label, start) + label.length
  return { start, speechStart, end: TEXT.indexOf(speech) + speech.length }
}

const TURNS = [
  turn('[T01]', 'Q：', '修路的事呢？'),
  turn('[T02]', 'F5：', '后来签了。'),
  turn('[T03]', 'Q：\n', '谢谢。'),
]

describe('what is opened at an offset', () => {
  const opened = (words: string): [string, number | null] => {
    const { start, end, turn: index } = correctableAt(TEXT, TURNS, TEXT.indexOf(words))
    return [TEXT.slice(start, end), index]
  }

  test.each([
    ['the paragraph without its label', '没签', ['没签。', 1]],
    ['also from within the label', 'F5：', ['没签。', 1]],
    ['a later paragraph of the turn', '后来', ['后来签了。', 1]],
    ['the speech, where the label has a line of its own', '[T03]', ['谢谢。', 2]],
    ['a line outside the turns', '第二天', ['第二天', null]],
    ['a line of the header', 'SP-F5', ['doc: SP-F5', null]],
  ])('%s', (_, words, expected) => {
    expect(opened(words)).toEqual(expected)
  })
})

describe('what may be changed', () => {
  const forbidden = (from: string, to: string): number | null =>
    forbiddenSplice(TEXT, TURNS, diffText(TEXT, TEXT.replace(from, to)))?.turn ?? null

  test.each([
    ['words', '没签。', '没有签。'],
    ['the beginning of a speech', '没签。', '嗯没签。'],
    ['the end of a speech', '后来签了。', '后来签了。对。'],
    ['all of a speech', '修路的事呢？', ''],
    ['a line break within a turn, gone', '没签。\n后来', '没签。后来'],
    ['a line break within a turn, come', '没签。', '没\n签。'],
    ['lines outside the turns', '第二天', '第三天\n下午'],
    ['the header', 'doc: SP-F5', 'doc: SP-F6'],
    ['the last words of the text', '谢谢。', '谢谢您。'],
  ])('%s', (_, from, to) => {
    expect(forbidden(from, to)).toBeNull()
  })

  test.each([
    ['a label', 'F5：', 'F6：', 1],
    ['a reference', '[T01]', '[T1]', 0],
    ['the line break before a turn', '呢？\n[T02]', '呢？[T02]', 1],
    ['a line that comes between a turn and the next', '呢？\n', '呢？\n（笑）\n', 1],
    ['the line breaks behind a turn', '签了。\n\n第二天', '签了。第二天', 1],
  ])('not %s', (_, from, to, turn) => {
    expect(forbidden(from, to)).toBe(turn)
  })
})
