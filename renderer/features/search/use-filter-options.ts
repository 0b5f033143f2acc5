import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import type { MultiOption } from '../../ui/MultiSelect.tsx'

/** Lists of choices know numbers and words only; ids begin at 1. */
export const NO_VILLAGE = 0

export interface FilterOptions {
  readonly villages: readonly MultiOption<number>[]
  readonly documents: readonly MultiOption<number>[]
  readonly respondents: readonly MultiOption<number>[]
  readonly roles: readonly MultiOption<string>[]
}

/** Whose words can be searched: what the study's transcripts are of. */
export function useFilterOptions(): FilterOptions {
  const common = useT('common')
  const { data } = useHostQuery('document.list', {})
  const documents = data?.documents ?? []
  const villages = new Map(
    documents.map(({ villageId, village }) => [villageId ?? NO_VILLAGE, village ?? common('notStated')]),
  )
  const people = documents.flatMap(({ respondents }) => respondents)
  return {
    villages: optionsOf(villages).sort((a, b) => Number(a.value === NO_VILLAGE) - Number(b.value === NO_VILLAGE)),
    documents: optionsOf(new Map(documents.map(({ id, name }) => [id, name]))),
    respondents: optionsOf(new Map(people.map(({ caseId, name }) => [caseId, name]))),
    roles: [...new Set(people.flatMap(({ role }) => role ?? []))].sort().map((role) => ({ value: role, label: role })),
  }
}

function optionsOf(names: ReadonlyMap<number, string>): MultiOption<number>[] {
  return [...names].map(([value, label]) => ({ value, label }))
}
