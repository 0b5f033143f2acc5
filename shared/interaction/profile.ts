import type { ClassifiedEpisode } from './classify.ts'
import { classifyEpisode } from './classify.ts'
import { buildEpisodes } from './episode.ts'
import type { GridCoding } from './grid-coding.ts'
import { readGridCodings } from './grid-coding.ts'
import type { EpisodeUnit, InteractionInput, InterviewDocument, RequestedUnit, Speaker } from './input.ts'
import type { InteractionProfiles } from './output.ts'
import { overlapIndex } from './overlap-index.ts'
import { parseRespondentKey } from './respondent-key.ts'
import { readSpeech } from './speech.ts'
import type { Interviewed } from './tally.ts'
import type { VillageReading } from './village-profile.ts'
import { villageProfile } from './village-profile.ts'

/**
 * The interaction profiles of all villages and waves. Pure and repeatable: the same rows in any order give the same
 * figures. `unit` null: as the framework's rules say.
 */
export function profile(input: InteractionInput, unit: RequestedUnit | null = null): InteractionProfiles {
  const { framework } = input.framework
  const requestedUnit = unit ?? framework.rules.unit
  const readDocument = documentReader(input)
  const drawn = new Set(input.episodes.map((episode) => episode.documentId))
  return {
    frameworkId: framework.id,
    requestedUnit,
    profiles: groupByVillageAndWave(input.documents).map((group) => {
      const isDrawn = group.documents.some((document) => drawn.has(document.id))
      const chosen = requestedUnit === 'auto' ? (isDrawn ? 'E1' : 'E3') : requestedUnit
      return villageProfile(framework, readVillage(group, chosen, readDocument))
    }),
    unplacedDocuments: input.documents
      .filter((document) => document.villageId === null)
      .map(({ id }) => id)
      .sort(byValue),
  }
}

interface DocumentReading {
  interviewed: Interviewed[]
  episodes: ClassifiedEpisode[]
  codings: GridCoding[]
}

type ReadDocument = (document: InterviewDocument, unit: EpisodeUnit) => DocumentReading

/** Reads and classifies one document; rows are grouped once for all documents. */
export function documentReader(input: InteractionInput): ReadDocument {
  const speakers = new Map<number, Speaker>(input.speakers.map((speaker) => [speaker.id, speaker]))
  const roles = new Map(input.respondents.map((respondent) => [respondent.id, respondent.role]))
  const turns = Map.groupBy(input.turns, (turn) => turn.documentId)
  const codings = Map.groupBy(input.codings, (coding) => coding.documentId)
  const explicit = Map.groupBy(input.episodes, (episode) => episode.documentId)
  return (document, unit) => {
    const speech = readSpeech(document, turns.get(document.id) ?? [], speakers)
    const gridCodings = readGridCodings(input.framework, document, speech, codings.get(document.id) ?? [])
    const codingsIn = overlapIndex(gridCodings)
    const episodes = buildEpisodes(unit, document.id, speech, explicit.get(document.id) ?? [])
    return {
      interviewed: speech.respondents.map((key) => {
        const { kind, id } = parseRespondentKey(key)
        const role = speech.roles.get(key) ?? (kind === 'case' ? (roles.get(id) ?? null) : null)
        return { key, documentId: document.id, role }
      }),
      episodes: episodes.map((episode) => classifyEpisode(input.framework, episode, speech, codingsIn(episode))),
      codings: gridCodings,
    }
  }
}

interface VillageDocuments {
  villageId: number
  waveId: number | null
  documents: InterviewDocument[]
}

function readVillage(
  { villageId, waveId, documents }: VillageDocuments,
  unit: EpisodeUnit,
  readDocument: ReadDocument,
): VillageReading {
  const readings = documents.map((document) => readDocument(document, unit))
  const episodes = readings.flatMap((reading) => reading.episodes)
  return {
    villageId,
    waveId,
    unit,
    documents: documents.map((document) => document.id),
    interviewed: readings.flatMap((reading) => reading.interviewed),
    episodes,
    codings: readings.flatMap((reading) => reading.codings),
    inEpisodes: new Set(
      episodes.flatMap((e) => e.dimensions.flatMap((d) => d.present.flatMap((category) => category.codings))),
    ),
  }
}

/** Documents with a village, by village and wave; groups and their documents in order of ids. */
function groupByVillageAndWave(documents: readonly InterviewDocument[]): VillageDocuments[] {
  const groups = new Map<string, VillageDocuments>()
  for (const document of documents.toSorted((a, b) => a.id - b.id)) {
    const { villageId, waveId } = document
    if (villageId === null) continue
    const key = `${villageId}/${waveId ?? ''}`
    const group = groups.get(key) ?? { villageId, waveId, documents: [] }
    groups.set(key, group)
    group.documents.push(document)
  }
  return [...groups.values()].sort((a, b) => a.villageId - b.villageId || (a.waveId ?? 0) - (b.waveId ?? 0))
}

function byValue(a: number, b: number): number {
  return a - b
}
