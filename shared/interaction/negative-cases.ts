import type { Framework } from '../framework/framework-schema.ts'
import type { ClassifiedEpisode } from './classify.ts'
import { evidenceOf } from './figure.ts'
import type { ExclusionCause, GridCoding } from './grid-coding.ts'
import type { ExcludedCoding, NegativeCase, NegativeCaseKind } from './output.ts'
import type { RespondentKey } from './respondent-key.ts'
import { compareRespondentKeys } from './respondent-key.ts'

/**
 * What speaks against the pattern, so that nobody has to look for it: cells on which the theory is silent, reasons
 * contrary to the expected one, then denials and talk of other villages, hearsay and suppositions. An episode or a
 * passage stands once under each kind that fits; a passage under the first only.
 */
export function negativeCases(
  framework: Framework,
  episodes: readonly ClassifiedEpisode[],
  codings: readonly GridCoding[],
): NegativeCase[] {
  const offTypology = new Set(framework.cells.filter((cell) => cell.kind === 'off-typology').map((cell) => cell.id))
  return [
    ...episodes
      .filter((episode) => episode.cellId !== null && offTypology.has(episode.cellId))
      .map((episode) => ({ ...episodeCase('off_typology', episode), evidence: evidenceOf([episode]) })),
    ...episodes.flatMap((episode) => contraryReasons(framework, episode)),
    ...codingKinds.flatMap(({ kind }) =>
      codings.filter((coding) => kindOf(coding.causes) === kind).map((coding) => codingCase(kind, coding, episodes)),
    ),
  ]
}

/** In the order in which they are listed, and in which a passage with several causes is placed. */
const codingKinds: { kind: NegativeCaseKind; cause: ExclusionCause }[] = [
  { kind: 'denial', cause: 'negated' },
  { kind: 'other_village', cause: 'other_village' },
  { kind: 'hearsay', cause: 'hearsay' },
  { kind: 'hypothetical', cause: 'hypothetical' },
]

function kindOf(causes: readonly ExclusionCause[]): NegativeCaseKind | undefined {
  const isNobodys = causes.some(
    (cause) => cause === 'interviewer' || cause === 'other_speaker' || cause === 'no_speaker',
  )
  return isNobodys ? undefined : codingKinds.find(({ cause }) => causes.includes(cause))?.kind
}

function contraryReasons(framework: Framework, episode: ClassifiedEpisode): NegativeCase[] {
  return framework.expectedReasons
    .filter((expected) => expected.cell === episode.cellId)
    .flatMap(({ reason, among }) =>
      episode.reasons
        .filter(({ reasonId }) => reasonId !== reason && among.includes(reasonId))
        .map(({ reasonId, codings }) => ({
          ...episodeCase('contrary_reason', episode),
          reasonId,
          evidence: { episodes: [episode.key], codings },
        })),
    )
}

function episodeCase(kind: NegativeCaseKind, episode: ClassifiedEpisode): Omit<NegativeCase, 'evidence'> {
  return {
    kind,
    documentId: episode.documentId,
    cellId: episode.cellId,
    reasonId: null,
    dimensionId: null,
    categoryId: null,
    respondents: episode.respondents.map(({ key }) => key),
  }
}

function codingCase(kind: NegativeCaseKind, coding: GridCoding, episodes: readonly ClassifiedEpisode[]): NegativeCase {
  return {
    kind,
    documentId: coding.documentId,
    cellId: null,
    reasonId: coding.reasonId,
    dimensionId: coding.dimensionId,
    categoryId: coding.categoryId,
    respondents: respondentsOf(coding),
    evidence: {
      episodes: episodes.filter((e) => e.excluded.some((x) => x.codingId === coding.id)).map((e) => e.key),
      codings: [coding.id],
    },
  }
}

/** The codings that speak to the grid and do not count, with the causes. */
export function excludedCodings(codings: readonly GridCoding[]): ExcludedCoding[] {
  return codings
    .filter((coding) => coding.causes.length > 0)
    .map((coding) => ({
      codingId: coding.id,
      documentId: coding.documentId,
      codeId: coding.codeId,
      dimensionId: coding.dimensionId,
      categoryId: coding.categoryId,
      causes: coding.causes,
      respondents: respondentsOf(coding),
    }))
}

function respondentsOf(coding: GridCoding): RespondentKey[] {
  return [...new Set(coding.parts.map((part) => part.respondent))].sort(compareRespondentKeys)
}
