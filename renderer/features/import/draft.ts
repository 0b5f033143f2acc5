import type { ImportDecision, ImportItem } from '../../../shared/contract/transfer.ts'
import type { In } from '../../../shared/contract/contract.ts'

/** What the user decided on one file so far, laid over what was recognised. */
export interface Draft {
  readonly handle: string
  readonly include: boolean
  readonly name: string
  readonly language: string
  /** '' stands for nothing: fields are text boxes. */
  readonly village: string
  readonly wave: string
  readonly interviewDate: string
  readonly parallelOf: string
  readonly speakers: readonly SpeakerDraft[]
}

export type SpeakerDraft = Required<Omit<NonNullable<ImportDecision['speakers']>[number], 'name'>>

/** What was recognised, as a draft. A file with an error cannot be included. */
export function draftOf(item: ImportItem): Draft {
  return {
    handle: item.handle,
    include: item.error === null,
    name: item.name,
    language: item.language,
    village: item.village ?? '',
    wave: item.wave ?? '',
    interviewDate: item.interviewDate ?? '',
    parallelOf: item.parallelOf ?? '',
    speakers: item.speakers.map(({ label, kind, respondent, role }) => ({
      label,
      kind,
      respondent,
      role,
      ignored: false,
    })),
  }
}

/** The decision to send: only what differs from what was recognised. */
export function decisionOf(item: ImportItem, draft: Draft): NonNullable<In<'import.documents'>['decisions']>[number] {
  const recognised = draftOf(item)
  const orNull = (text: string): string | null => text.trim() || null
  return {
    handle: draft.handle,
    include: draft.include,
    ...(draft.name.trim() !== recognised.name && draft.name.trim() !== '' ? { name: draft.name } : {}),
    ...(draft.language === recognised.language ? {} : { language: draft.language }),
    ...(draft.village === recognised.village ? {} : { village: orNull(draft.village) }),
    ...(draft.wave === recognised.wave ? {} : { wave: orNull(draft.wave) }),
    ...(draft.interviewDate === recognised.interviewDate ? {} : { interviewDate: orNull(draft.interviewDate) }),
    ...(draft.parallelOf === recognised.parallelOf ? {} : { parallelOf: orNull(draft.parallelOf) }),
    ...(JSON.stringify(draft.speakers) === JSON.stringify(recognised.speakers)
      ? {}
      : { speakers: draft.speakers.map((speaker) => ({ ...speaker })) }),
  }
}
