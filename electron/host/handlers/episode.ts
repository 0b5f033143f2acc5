import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { ClassifiedEpisode } from '../../../shared/interaction/classify.ts'
import { documentReader } from '../../../shared/interaction/profile.ts'
import { overlaps, span, type Span } from '../../../shared/text/span.ts'
import type { CommandContext, HandlersOf, QueryContext } from '../context.ts'
import type { ReadableDb } from '../database/db.ts'
import { insert, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { interactionInput, studyFramework } from '../index/interaction-input.ts'
import { turnsOf } from '../index/turns.ts'
import { affairCalled } from './cases.ts'
import { openedText, passageOf } from './coding.ts'
import { deleteEpisodes } from './dependants.ts'
import { documentOf } from './document.ts'

export const episodeHandlers: HandlersOf<'episode'> = {
  'episode.inDocument': (context, { documentId, layer }) => {
    const coderId = context.study.index.coderIdIn(layer, documentId)
    if (coderId === null) return { episodes: [] }
    const classified = classify(context, documentId, coderId)
    return {
      episodes: episodeRows(context.db, documentId, coderId).map((row) => ({
        ...row,
        ...reading(classified === null ? null : classified.get(row.id)),
      })),
    }
  },

  'episode.create': (context, { documentId, revisionId, range, affair, eventTime }) => {
    const { text, name } = openedText(context, documentId, revisionId)
    const stretch = wholeTurns(context, documentId, passageOf(text, range))
    refuseOverlap(context, documentId, stretch, null)
    context.describe({ document: name })
    return {
      id: insert(context.db, 'episode', {
        document_id: documentId,
        start: stretch.start,
        end: stretch.end,
        coder_id: context.coderId,
        affair_id: affair === null ? null : affairCalled(context.db, affair),
        event_time: eventTime,
        decision_id: null,
      }),
    }
  },

  'episode.update': (context, { id, range, affair, eventTime }) => {
    const { db, study } = context
    const { documentId } = ownEpisode(context, id)
    context.describe({ document: documentOf(study, documentId).name })
    if (range !== undefined) {
      const stretch = wholeTurns(context, documentId, passageOf(study.index.texts.of(documentId), range))
      refuseOverlap(context, documentId, stretch, id)
      update(db, 'episode', id, { start: stretch.start, end: stretch.end })
    }
    update(db, 'episode', id, {
      ...(affair !== undefined && { affair_id: affair === null ? null : affairCalled(db, affair) }),
      ...(eventTime !== undefined && { event_time: eventTime }),
    })
    return {}
  },

  'episode.remove': (context, { ids }) => {
    const episodes = ids.map((id) => ownEpisode(context, id))
    const [first] = episodes
    if (first !== undefined) context.describe({ document: documentOf(context.study, first.documentId).name })
    context.describe({ count: episodes.length })
    deleteEpisodes(context.db, ids)
    return {}
  },
}

type EpisodeTableRow = Pick<
  EpisodeRow,
  'id' | 'documentId' | 'start' | 'end' | 'coderId' | 'affairId' | 'affair' | 'eventTime'
>

function episodeRows(db: ReadableDb, documentId: number, coderId: number): EpisodeTableRow[] {
  return db.all<EpisodeTableRow>(
    `SELECT e.id, e.document_id AS documentId, e.start, e."end", e.coder_id AS coderId, e.affair_id AS affairId,
            a.name AS affair, e.event_time AS eventTime
     FROM episode e LEFT JOIN affair a ON a.id = e.affair_id
     WHERE e.document_id = ? AND e.coder_id = ? ORDER BY e.start, e.id`,
    documentId,
    coderId,
  )
}

/** What the framework makes of a coder's episodes in one document; null without a framework. */
function classify(
  { db, study }: QueryContext,
  documentId: number,
  coderId: number,
): Map<number, ClassifiedEpisode> | null {
  const framework = studyFramework(db)
  if (framework === null) return null
  const input = interactionInput(db, framework, [{ document: documentOf(study, documentId), coderId }])
  const [document] = input.documents
  if (document === undefined) return new Map()
  const { episodes } = documentReader(input)(document, 'E1')
  return new Map(episodes.flatMap((episode) => (episode.episodeId === null ? [] : [[episode.episodeId, episode]])))
}

function reading(episode: ClassifiedEpisode | null | undefined): Pick<EpisodeRow, 'categories' | 'cell' | 'status'> {
  if (episode === null || episode === undefined) return { categories: {}, cell: null, status: 'no_framework' }
  return {
    categories: Object.fromEntries(episode.dimensions.map((d) => [d.dimensionId, d.categoryId])),
    cell: episode.cellId,
    status: episode.status === 'empty' ? 'incomplete' : episode.status,
  }
}

/** Episodes go by whole turns where they touch any: a question belongs to its answer. */
function wholeTurns({ db }: CommandContext, documentId: number, range: Span): Span {
  const touched = turnsOf(db, documentId).filter((turn) => overlaps(turn, range))
  return span(
    Math.min(range.start, ...touched.map((turn) => turn.start)),
    Math.max(range.end, ...touched.map((turn) => turn.end)),
  )
}

function refuseOverlap(
  { db, coderId }: CommandContext,
  documentId: number,
  stretch: Span,
  except: number | null,
): void {
  const taken = db.get<{ id: number }>(
    `SELECT id FROM episode WHERE document_id = ? AND coder_id = ? AND start < ? AND "end" > ? AND id IS NOT ?`,
    documentId,
    coderId,
    stretch.end,
    stretch.start,
    except,
  )
  if (taken !== undefined) fail('episode_overlaps')
}

function ownEpisode({ db, coderId }: CommandContext, id: number): { documentId: number } {
  const row =
    db.get<{ documentId: number; coderId: number; coder: string }>(
      `SELECT e.document_id AS documentId, e.coder_id AS coderId, c.name AS coder
       FROM episode e JOIN coder c ON c.id = e.coder_id WHERE e.id = ?`,
      id,
    ) ?? fail('episode_gone')
  if (row.coderId !== coderId) fail('not_your_episode', { coder: row.coder })
  return row
}
