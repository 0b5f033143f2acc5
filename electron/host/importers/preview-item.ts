import type { ImportItem } from '../../../shared/contract/transfer.ts'
import type { Message } from '../../../shared/contract/values.ts'
import type { DocumentPlan } from './plan-documents.ts'

/** A file of a batch as the user sees it before anything is imported. */
export function previewItem(handle: string, plan: DocumentPlan): ImportItem {
  const { facts } = plan
  return {
    handle,
    fileName: facts.fileName,
    error: plan.error,
    warnings: [...plan.warnings],
    name: plan.name,
    language: plan.language,
    encoding: facts.encoding,
    length: facts.length,
    village: plan.village,
    wave: plan.wave,
    interviewDate: plan.interviewDate,
    parallelOf: plan.original?.name ?? null,
    speakers: plan.speakers.map(({ label, kind, respondent, role, turns }) => ({
      label,
      kind,
      respondent,
      role,
      turns,
    })),
    sample: facts.sample.map((turn) => ({ ...turn })),
    turns: facts.turns,
  }
}

/** A file that could not be read. */
export function unreadableItem(handle: string, fileName: string, error: Message): ImportItem {
  return {
    handle,
    fileName,
    error,
    warnings: [],
    name: fileName,
    language: '',
    encoding: '',
    length: 0,
    village: null,
    wave: null,
    interviewDate: null,
    parallelOf: null,
    speakers: [],
    sample: [],
    turns: 0,
  }
}
