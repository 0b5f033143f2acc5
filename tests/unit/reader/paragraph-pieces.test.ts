import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settingOf } from '../../../renderer/reader/paragraph-pieces.ts'
import type { SpeakerKind, TurnRow } from '../../../shared/contract/document.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { paragraphSpan, paragraphStarts } from '../../../shared/text/paragraphs.ts'

function turn(text: string, label: string, ref: string, id: number): TurnRow {
  const start = text.indexOf(label)
  const next = text.indexOf('\n\n', start)
  return {
    id,
    ref,
    start: utf16(start),
    speechStart: utf16(start + label.length),
    end: utf16(next === -1 ? text.length : next),
    speakerId: id,
  }
}

const kinds: SpeakerKind[] = ['interviewer', 'respondent']

function settings(text: string, turns: readonly TurnRow[]) {
  const starts = paragraphStarts(text)
  return [...starts.keys()].map((index) => {
    const setting = settingOf(
      text,
      paragraphSpan(starts, text.length, index),
      turns,
      (id) => kinds[(id ?? 1) - 1] ?? null,
    )
    return { ...setting, pieces: setting.pieces.map(({ kind, start, end }) => [kind, text.slice(start, end)]) }
  })
}

describe('how a paragraph is set', () => {
  it('tells reference, time, label and speech apart', () => {
    const text = '[T01] [00:12:07] Interviewer: Why?\n\nF5 (12:08): Because.\nAnd so on.\n\nnotes'
    const all = settings(text, [
      turn(text, '[T01] [00:12:07] Interviewer: ', 'T01', 1),
      turn(text, 'F5 (12:08): ', 'T02', 2),
    ])
    expect(all.map(({ pieces }) => pieces)).toEqual([
      [
        ['ref', '[T01] '],
        ['time', '[00:12:07] '],
        ['label', 'Interviewer: '],
        ['speech', 'Why?'],
      ],
      [],
      [
        ['label', 'F5 '],
        ['time', '(12:08)'],
        ['label', ': '],
        ['speech', 'Because.'],
      ],
      [['speech', 'And so on.']],
      [],
      [['speech', 'notes']],
    ])
    expect(all.map(({ speaker }) => speaker)).toEqual(['interviewer', null, 'respondent', 'respondent', null, null])
    expect(all.map(({ opens }) => opens?.ref ?? null)).toEqual(['T01', null, 'T02', null, null, null])
    expect(all.map(({ refInText }) => refInText)).toEqual([true, false, false, false, false, false])
  })

  it('leaves no character out and none twice, wherever a label ends', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a[\]():0-9\n ]{0,40}$/), fc.nat(40), fc.nat(40), (text, one, other) => {
        const start = Math.min(one, other, text.length)
        const speechStart = Math.min(Math.max(one, other), text.length)
        const turns: TurnRow[] = [
          {
            id: 1,
            ref: '1',
            start: utf16(start),
            speechStart: utf16(speechStart),
            end: utf16(text.length),
            speakerId: 1,
          },
        ]
        const lines = settings(text, turns).map(({ pieces }) => pieces.map(([, words]) => words).join(''))
        expect(lines.join('\n')).toBe(text)
      }),
    )
  })
})
