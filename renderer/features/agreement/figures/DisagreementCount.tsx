import { useId, useRef } from 'react'
import type { AgreementBy, AgreementGroup } from '../../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../../shared/contract/agreement-settings.ts'
import { useHostQuery } from '../../../app/host.ts'
import { useLanguage, useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { codeTitle } from '../../coding/code-names.ts'
import { useCodebook } from '../../coding/use-codebook.ts'
import { EvidencePane } from '../../evidence/EvidencePane.tsx'
import { closeFigure, openFigure, useOpenFigure } from '../../evidence/open-figure.ts'
import styles from './figures.module.css'
import { useGroupName } from './use-group-name.ts'

export interface DisagreementCountProps {
  readonly settings: AgreementSettings
  readonly by: AgreementBy
  readonly group: AgreementGroup
  readonly row: AgreementGroup['rows'][number]
}

/** How often one of a pair applied the code alone in the group; opens what they applied it to. */
export function DisagreementCount(props: DisagreementCountProps) {
  const t = useT('agreement')
  const evidence = useT('evidence')
  const format = useFormat()
  const language = useLanguage()
  const { byId } = useCodebook()
  const nameOf = useGroupName(props.by)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const isOpen = useOpenFigure((state) => state.id === id)
  const { group, row } = props
  const value = format.count(row.onlyFirst + row.onlySecond)
  if (row.onlyFirst + row.onlySecond === 0) return value
  const code = byId.get(row.codeId)
  const what = t('figures.by.applied', { code: code ? codeTitle(code, language) : '', group: nameOf(group) })
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={evidence('opens', { what, value })}
        aria-expanded={isOpen}
        className={styles['link']}
        onClick={() => {
          openFigure(id)
        }}
      >
        {value}
      </button>
      {isOpen && (
        <Passages
          {...props}
          what={what}
          value={value}
          onClose={() => {
            closeFigure(id)
            button.current?.focus()
          }}
        />
      )}
    </>
  )
}

interface PassagesProps extends DisagreementCountProps {
  readonly what: string
  readonly value: string
  readonly onClose: () => void
}

function Passages({ settings, by, group, row, what, value, onClose }: PassagesProps) {
  const asked = { settings, codeId: row.codeId, group: { by, key: group.key } }
  const first = useHostQuery('agreement.evidence', { ...asked, cell: 'onlyFirst' })
  const second = useHostQuery('agreement.evidence', { ...asked, cell: 'onlySecond' })
  const codingIds = first.data && second.data ? [...new Set([...first.data.codingIds, ...second.data.codingIds])] : null
  return (
    <EvidencePane what={what} value={value} evidence={codingIds && { codingIds, stretches: [] }} onClose={onClose} />
  )
}
