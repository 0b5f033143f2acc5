import { useMemo } from 'react'
import { useHostQuery } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeSwatch } from '../../ui/CodeChip.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { codeTree, flatten } from '../codebook/code-tree.ts'
import { branchRoots, hasFilters, includedCodes, NO_FILTERS, NO_VILLAGE, POLARITIES } from './segment-filters.ts'
import type { SegmentFilters } from './segment-filters.ts'

export interface SegmentFilterBarProps {
  readonly filters: SegmentFilters
  readonly onChange: (filters: SegmentFilters) => void
}

export function SegmentFilterBar({ filters, onChange }: SegmentFilterBarProps) {
  const t = useT('segments')
  const common = useT('common')
  const { villages, roles } = usePlacesAndRoles()
  return (
    <>
      <CodeFilter
        chosen={filters.codeIds}
        onChange={(codeIds) => {
          onChange({ ...filters, codeIds })
        }}
      />
      <MultiSelect
        label={t('village')}
        options={villages}
        values={filters.villageIds}
        onChange={(villageIds) => {
          onChange({ ...filters, villageIds })
        }}
      />
      <MultiSelect
        label={t('role')}
        options={roles}
        values={filters.roles}
        onChange={(chosen) => {
          onChange({ ...filters, roles: chosen })
        }}
      />
      <MultiSelect
        label={t('polarity')}
        options={POLARITIES.map((value) => ({ value, label: common(`polarity.${value}`) }))}
        values={filters.polarity}
        onChange={(polarity) => {
          onChange({ ...filters, polarity })
        }}
      />
      {hasFilters(filters) && (
        <Button
          tone="quiet"
          onPress={() => {
            onChange(NO_FILTERS)
          }}
        >
          {t('clearFilters')}
        </Button>
      )}
    </>
  )
}

interface CodeFilterProps {
  readonly chosen: readonly number[]
  readonly onChange: (chosen: number[]) => void
}

export function CodeFilter({ chosen, onChange }: CodeFilterProps) {
  const t = useT('segments')
  const language = useLanguage()
  const { codes } = useCodebook()
  const nodes = useMemo(() => flatten(codeTree(codes)), [codes])
  const included = includedCodes(nodes, chosen)
  return (
    <MultiSelect
      label={t('code')}
      filterLabel={t('findCode')}
      options={nodes.map(({ code, level }) => ({
        value: code.id,
        label: codeTitle(code, language),
        level,
        isIncluded: included.has(code.id),
        mark: <CodeSwatch colour={code.colour} />,
      }))}
      values={chosen}
      onChange={(ids) => {
        onChange(branchRoots(nodes, ids))
      }}
    />
  )
}

/** What can be chosen: the study's villages and the roles of its respondents, as they are stated. */
function usePlacesAndRoles() {
  const common = useT('common')
  const { data } = useHostQuery('document.list', {})
  const documents = data?.documents ?? []
  const villages = new Map(
    documents.map(({ villageId, village }) => [villageId ?? NO_VILLAGE, village ?? common('notStated')]),
  )
  const roles = new Set(documents.flatMap(({ respondents }) => respondents.flatMap(({ role }) => role ?? [])))
  return {
    villages: [...villages]
      .map(([value, label]) => ({ value, label }))
      .sort((a, b) => Number(a.value === NO_VILLAGE) - Number(b.value === NO_VILLAGE)),
    roles: [...roles].sort().map((role) => ({ value: role, label: role })),
  }
}
