import type { AgreementBy, AgreementGroup } from '../../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../../shared/contract/agreement-settings.ts'
import { useT } from '../../../i18n/i18n.ts'
import { CountedPassages } from './CountedPassages.tsx'
import { useCodeTitle } from './use-code-title.ts'
import { useGroupName } from './use-group-name.ts'

export interface DisagreementCountProps {
  readonly settings: AgreementSettings
  readonly by: AgreementBy
  readonly group: AgreementGroup
  readonly row: AgreementGroup['rows'][number]
}

/** How often one of a pair applied the code alone in the group; opens what they applied it to. */
export function DisagreementCount({ settings, by, group, row }: DisagreementCountProps) {
  const t = useT('agreement')
  const titleOf = useCodeTitle()
  const nameOf = useGroupName(by)
  const asked = { settings, codeId: row.codeId, group: { by, key: group.key } }
  return (
    <CountedPassages
      count={row.onlyFirst + row.onlySecond}
      what={t('figures.by.applied', { code: titleOf(row.codeId), group: nameOf(group) })}
      asks={[
        { ...asked, cell: 'onlyFirst' },
        { ...asked, cell: 'onlySecond' },
      ]}
    />
  )
}
