import { setImmediate } from 'node:timers/promises'
import type { ProfileChange } from '../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../shared/contract/agreement-settings.ts'
import type { RequestedUnit } from '../../../shared/interaction/input.ts'
import type { VillageProfile } from '../../../shared/interaction/output.ts'
import { profile } from '../../../shared/interaction/profile.ts'
import type { JobContext } from '../context.ts'
import { interactionInput, studyFramework } from '../index/interaction-input.ts'
import { select } from './selection.ts'

/**
 * Does any village's profile change under the other coder? The same profiles as everywhere, once per coder, over the
 * transcripts that all of them worked on. Throws `agreement_one_coder`, `agreement_coder_gone`, `agreement_no_common`.
 */
export async function profileChange(
  job: JobContext,
  settings: AgreementSettings,
  unit: RequestedUnit | null,
): Promise<ProfileChange> {
  const { db } = job.read()
  const { coders, documents, leftOut } = select(job.read(), settings, true)
  const read = documents.map(({ document }) => document)
  const facts = { documents: read.map(({ id, name }) => ({ id, name })), leftOut: [...leftOut] }
  const framework = studyFramework(db)
  if (framework === null) return { frameworkId: null, ...facts, rows: [] }

  const byCoder: VillageProfile[][] = []
  for (const { id: coderId } of coders) {
    const input = interactionInput(
      db,
      framework,
      read.map((document) => ({ document, coderId })),
    )
    byCoder.push(profile(input, unit).profiles)
    job.progress(byCoder.length, coders.length)
    await setImmediate()
    job.signal.throwIfAborted()
  }
  // Villages and waves follow from the transcripts, which are the same for all coders.
  const rows = (byCoder[0] ?? []).map(({ villageId, waveId, documents: own }, index) => {
    const verdicts = coders.map(({ id: coderId }, coder) => {
      const { verdict, determinate, unit: counted } = byCoder[coder]![index]!
      return {
        coderId,
        status: verdict.status,
        cellId: verdict.cellId,
        determinate: determinate.value,
        unit: counted,
      }
    })
    return {
      villageId,
      village: read.find((document) => document.villageId === villageId)?.village ?? '',
      waveId,
      wave: read.find((document) => document.waveId === waveId)?.wave ?? null,
      documents: own.length,
      verdicts,
      cellChanges: new Set(verdicts.map(({ cellId }) => cellId)).size > 1,
      statusChanges: new Set(verdicts.map(({ status }) => status)).size > 1,
    }
  })
  return { frameworkId: framework.resolved.framework.id, ...facts, rows }
}
