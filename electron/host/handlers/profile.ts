import type { ProfileOutput } from '../../../shared/contract/profile.ts'
import type { Layer } from '../../../shared/contract/values.ts'
import { profile } from '../../../shared/interaction/profile.ts'
import type { RequestedUnit } from '../../../shared/interaction/input.ts'
import type { HandlersOf, QueryContext } from '../context.ts'
import { interactionInput, studyFramework } from '../index/interaction-input.ts'
import { documentsInVersion } from '../index/versions.ts'

export const profileHandlers: HandlersOf<'profile'> = {
  'profile.framework': ({ db }) => ({ framework: studyFramework(db)?.resolved.framework ?? null }),
  'profile.compute': (context, { unit, layer, version }) => computeProfile(context, unit, layer, version),
}

export function computeProfile(
  { db, study }: QueryContext,
  unit: RequestedUnit | null,
  layer: Layer,
  version: string,
): ProfileOutput {
  const all = documentsInVersion(study.index.documents.values(), version)
  const leftOut = all.filter((document) => study.index.layerCoder(layer, document).kind === 'undecided')
  const read = all.filter((document) => !leftOut.includes(document))
  const framework = studyFramework(db)
  const names = <Id>(rows: Iterable<readonly [Id, string | null]>) =>
    [...new Map(rows)].map(([id, name]) => ({ id, name: name ?? '' }))
  return {
    framework: framework?.resolved.framework ?? null,
    result:
      framework === null
        ? null
        : profile(
            interactionInput(
              db,
              framework,
              read.map((document) => ({ document, coderId: study.index.coderIdIn(layer, document.id) })),
            ),
            unit,
          ),
    villages: names(
      read.flatMap(({ villageId, village }) => (villageId === null ? [] : [[villageId, village] as const])),
    ),
    waves: names(read.flatMap(({ waveId, wave }) => (waveId === null ? [] : [[waveId, wave] as const]))),
    documents: names(all.map(({ id, name }) => [id, name] as const)),
    respondents: names([
      ...read.map(({ id, name }) => [`document:${id}` as const, name] as const),
      ...db
        .rows<[number, string]>('SELECT id, label FROM speaker')
        .map(([id, label]) => [`speaker:${id}` as const, label] as const),
      ...read.flatMap(({ respondents }) =>
        respondents.map(({ caseId, name }) => [`case:${caseId}` as const, name] as const),
      ),
    ]),
    leftOut: leftOut.map(({ id, name }) => ({ id, name })),
    unfinished: read
      .filter(({ id }) => {
        const coderId = study.index.coderIdIn(layer, id)
        return coderId === null || !study.index.isFinished(id, coderId)
      })
      .map(({ id, name }) => ({ id, name })),
    missingCodes: framework?.missing.map((code) => code.label) ?? [],
  }
}
