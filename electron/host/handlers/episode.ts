import { overlaps, span, type Span } from '../../../shared/text/span.ts'
import type { CommandContext, HandlersOf } from '../context.ts'
import { insert, remove, update } from '../database/rows.ts'
import { fail } from '../errors.ts'
import { readEpisodes } from '../index/episode-rows.ts'
import { studyFramework } from '../index/interaction-input.ts'
import { turnsOf } from '../index/turns.ts'
import { maySee } from '../sight/hidden-rows.ts'
import { affairName, affairsNear, renameAffair } from './affairs.ts'
import { affairCalled } from './cases.ts'
import { nameOf } from '../code-rows.ts'
import { openedText, passageOf } from './coding.ts'
import { deleteEpisodes } from './dependants.ts'
import { documentOf } from './document.ts'

export const episodeHandlers: HandlersOf<'episode'> = {
  'episode.inDocument': ({ db, study }, { documentId, layer }) => {
    const coderId = study.index.coderIdIn(layer, documentId)
    return { episodes: coderId === null ? [] : readEpisodes(db, documentOf(study, documentId), coderId) }
  },

  'episode.affairs': ({ db, study }, { documentId }) => ({
    affairs: affairsNear(db, study.index.documents, documentOf(study, documentId)),
  }),

  'episode.create': (context, { documentId, revisionId, range, affair, eventTime }) => {
    const { text, name } = openedText(context, documentId, revisionId)
    const stretch = wholeTurns(context, documentId, passageOf(text, range))
    refuseOverlap(context, documentId, stretch, null)
    context.describe({ document: name, ...(affair !== null && { context: 'named', affair }) })
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
    context.describe({ document: documentOf(study, documentId).name, ...whatChanges({ range, affair }) })
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

  'episode.setPrimary': (context, { id, dimension, codeId }) => {
    const { db, study } = context
    const { documentId } = ownEpisode(context, id)
    const known = db.get<{ id: number; codeId: number }>(
      'SELECT id, code_id AS codeId FROM episode_primary WHERE episode_id = ? AND dimension = ?',
      id,
      dimension,
    )
    const named = codeId ?? known?.codeId
    context.describe({
      document: documentOf(study, documentId).name,
      context: codeId === null ? 'none' : 'code',
      ...(named !== undefined && { code: nameOf(db, named) }),
    })
    if (codeId === null) {
      if (known !== undefined) remove(db, 'episode_primary', known.id)
      return {}
    }
    const categories = studyFramework(db)?.resolved.dimensions.find((candidate) => candidate.id === dimension)
    if (categories?.categoryByCode.has(codeId) !== true) fail('primary_not_in_dimension')
    if (known === undefined) insert(db, 'episode_primary', { episode_id: id, dimension, code_id: codeId })
    else if (known.codeId !== codeId) update(db, 'episode_primary', known.id, { code_id: codeId })
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

  'episode.renameAffair': (context, { affairId, name }) => {
    context.describe({ affair: affairName(context.db, affairId), name })
    return { id: renameAffair(context.db, affairId, name) }
  },
}

/** For the undo label: what of an episode was changed. */
function whatChanges({
  range,
  affair,
}: {
  range?: Span | undefined
  affair?: string | null | undefined
}): Record<string, string> {
  if (range !== undefined) return { context: 'extent' }
  return affair === undefined || affair === null ? {} : { context: 'named', affair }
}

/** Episodes go by whole turns where they touch any: a question belongs to its answer. */
export function wholeTurns({ db }: CommandContext, documentId: number, range: Span): Span {
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

function ownEpisode({ db, seen, coderId }: CommandContext, id: number): { documentId: number } {
  const row =
    db.get<{ documentId: number; coderId: number; coder: string }>(
      `SELECT e.document_id AS documentId, e.coder_id AS coderId, c.name AS coder
       FROM episode e JOIN coder c ON c.id = e.coder_id WHERE e.id = ?`,
      id,
    ) ?? fail('episode_gone')
  if (row.coderId !== coderId && !maySee(seen.db, 'episode', id)) fail('episode_gone')
  if (row.coderId !== coderId) fail('not_your_episode', { coder: row.coder })
  return row
}
