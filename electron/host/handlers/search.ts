import type { SearchHit } from '../../../shared/contract/search.ts'
import { patternFault } from '../../../shared/search/pattern.ts'
import { contextOf } from '../../../shared/text/quote.ts'
import { span } from '../../../shared/text/span.ts'
import type { HandlersOf, QueryContext } from '../context.ts'
import { fail } from '../errors.ts'
import { speakersOf, turnsOf, type SpeakerFacts } from '../index/turns.ts'
import { codeHits, previewCoding } from '../search/code-hits.ts'
import { searchedDocument } from '../search/plan-coding.ts'
import type { PlacedHit } from '../search/running-search.ts'
import type { TurnRow } from '../../../shared/contract/document.ts'
import { turnAt } from './segment.ts'

/** UTF-16 code units shown on either side of a hit, at most. */
const CONTEXT = 80

export const searchHandlers: HandlersOf<'search'> = {
  'search.prepare': async (context, { version }) => {
    await context.study().reading.prepare(version)
    return {}
  },

  'search.start': async (context, { query, version }) => {
    context.signal.throwIfAborted()
    const { reading } = context.study()
    if (patternFault(query) !== null) fail('regex_invalid', { pattern: query.text })
    const search = reading.search(query, version)
    const cancel = () => {
      search.cancel()
    }
    context.signal.addEventListener('abort', cancel, { once: true })
    await search.begun((done, total) => {
      context.progress(done, total)
    })
    context.signal.removeEventListener('abort', cancel)
    return search.summary()
  },

  'search.finish': async (context, { searchId }) => {
    const search = context.study().reading.found(searchId)
    context.signal.addEventListener(
      'abort',
      () => {
        search.cancel()
      },
      { once: true },
    )
    await search.ended((done, total) => {
      context.progress(done, total)
    })
    return search.summary()
  },

  'search.page': (context, { searchId, offset, limit }) => {
    const hits = context.study.reading.found(searchId).between(offset, offset + limit)
    return { hits: hitRows(context, hits) }
  },

  'search.inDocument': ({ study }, { searchId, documentId }) => {
    const found = study.reading.find(searchId)?.inDocument(documentId) ?? null
    if (found === null || study.index.documents.get(documentId)?.revisionId !== found.document.revisionId)
      return { first: 0, offsets: [] }
    return { first: found.first, offsets: [...found.document.offsets] }
  },

  'search.previewCoding': (context, input) => previewCoding(context, input),
  'search.codeHits': (context, input) => codeHits(context, input),
}

/** Hits with their words and whose they are. */
function hitRows({ db, study }: QueryContext, hits: readonly PlacedHit[]): SearchHit[] {
  const voices = new Map<number, { text: string; turns: TurnRow[]; speakers: Map<number, SpeakerFacts> }>()
  return hits.map(({ document: found, start, end }) => {
    const { id } = searchedDocument(study, found)
    let voice = voices.get(id)
    if (voice === undefined) {
      const speakers = new Map(speakersOf(db, id).map((speaker) => [speaker.id, speaker]))
      voice = { text: study.index.texts.of(id), turns: turnsOf(db, id), speakers }
      voices.set(id, voice)
    }
    const hit = span(start, end)
    const turn = turnAt(voice.turns, start)
    const isInside = turn !== undefined && turn.start <= start
    const speaker = !isInside || turn.speakerId === null ? undefined : voice.speakers.get(turn.speakerId)
    const { prefix, suffix } = contextOf(voice.text, hit, CONTEXT)
    // What one speaker says: no label before it, no other speaker behind.
    const from = isInside ? Math.max(0, turn.speechStart - (start - prefix.length)) : 0
    const to = isInside ? Math.max(0, turn.end - end) : suffix.length
    return {
      documentId: id,
      ...hit,
      turnRef: isInside ? turn.ref : null,
      speaker: speaker?.caseName ?? speaker?.label ?? null,
      role: speaker?.role ?? null,
      before: prefix.slice(from),
      hit: voice.text.slice(start, end),
      after: suffix.slice(0, to),
    }
  })
}
