import type { Out } from '../../shared/contract/contract.ts'
import { snapToGraphemes } from '../../shared/text/graphemes.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import { span, type Span } from '../../shared/text/span.ts'
import type { ReadableDb } from './database/db.ts'
import { fail } from './errors.ts'
import type { StudyIndex } from './index/study-index.ts'
import { speakersOf, turnsOf } from './index/turns.ts'

/** UTF-16 code units shown before and behind a stretch. */
const REACH = 700

/** A stretch with the turns around it: the one before, those it lies in, the one behind. Throws `document_gone`. */
export function surroundings(
  db: ReadableDb,
  index: StudyIndex,
  stretch: Span & { readonly documentId: number },
): Out<'segment.surroundings'> {
  const { documentId } = stretch
  const document = index.documents.get(documentId) ?? fail('document_gone')
  const text = index.texts.of(documentId)
  const start = Math.min(stretch.start, text.length)
  const end = Math.min(Math.max(stretch.end, start), text.length)
  const seen = snapToGraphemes(text, span(Math.max(0, start - REACH), Math.min(text.length, end + REACH)))
  const speakers = new Map(speakersOf(db, documentId).map((speaker) => [speaker.id, speaker]))
  const turns = turnsOf(db, documentId)
  const first = turns.findIndex((turn) => turn.end > start)
  const last = turns.findLastIndex((turn) => turn.start < end)
  const near =
    first < 0 || last < 0
      ? [{ ref: '', start: seen.start, end: seen.end, speakerId: null }]
      : turns.slice(Math.max(0, Math.min(first, last) - 1), Math.max(first, last) + 2)
  return {
    document: document.name,
    language: document.language,
    village: document.village,
    wave: document.wave,
    turns: near.flatMap((turn) => {
      const from = Math.max(turn.start, seen.start)
      const to = Math.min(turn.end, seen.end)
      if (from >= to) return []
      const speaker = turn.speakerId === null ? undefined : speakers.get(turn.speakerId)
      return [
        {
          ref: turn.ref,
          speaker: speaker?.caseName ?? speaker?.label ?? null,
          isInterviewer: speaker?.kind === 'interviewer',
          start: utf16(from),
          text: text.slice(from, to),
          isCutBefore: from > turn.start,
          isCutAfter: to < turn.end,
        },
      ]
    }),
  }
}
