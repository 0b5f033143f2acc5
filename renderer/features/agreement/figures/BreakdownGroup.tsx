import { useId, useState } from 'react'
import type { AgreementBy } from '../../../../shared/contract/agreement.ts'
import type { AgreementSettings } from '../../../../shared/contract/agreement-settings.ts'
import { useT } from '../../../i18n/i18n.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { ChevronDownIcon, ChevronRightIcon } from '../../../ui/icons.tsx'
import { useCoders } from '../../coding/use-coders.ts'
import { SegmentCode } from '../../evidence/SegmentCode.tsx'
import type { GroupLine } from './breakdown-view.ts'
import { DisagreementCount } from './DisagreementCount.tsx'
import styles from './figures.module.css'
import { FigureText } from './FigureText.tsx'
import { ShareBar } from './ShareBar.tsx'
import { useGroupName } from './use-group-name.ts'

export interface BreakdownGroupProps {
  readonly by: AgreementBy
  readonly line: GroupLine
  readonly figures: readonly ('percent' | 'positive' | 'kappa' | 'alpha')[]
  readonly settings: AgreementSettings
}

/** A group in a line; opened, its codes below it, those that coders disagree about the most first. */
export function BreakdownGroup({ by, line, figures, settings }: BreakdownGroupProps) {
  const t = useT('agreement')
  const format = useFormat()
  const nameOf = useGroupName(by)
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const { group } = line
  const codes = group.rows.toSorted((a, b) => b.onlyFirst + b.onlySecond - (a.onlyFirst + a.onlySecond))
  const columns = 4 + figures.length + (figures.includes('kappa') ? 1 : 0)
  return (
    <>
      <tbody>
        <tr>
          <th scope="row">
            <button
              type="button"
              aria-expanded={isOpen}
              aria-controls={isOpen ? id : undefined}
              className={styles['disclose']}
              onClick={() => {
                setOpen(!isOpen)
              }}
            >
              {isOpen ? <ChevronDownIcon /> : <ChevronRightIcon />}
              <span>{nameOf(group)}</span>
            </button>
            {by !== 'document' && (
              <span className={styles['below']}> {t('figures.documents', { count: group.documents })}</span>
            )}
          </th>
          <td>
            {format.count(group.units)}
            {line.units !== null && <span className={styles['small']}> {format.share(line.units)}</span>}
          </td>
          <td>{format.count(group.disagreements)}</td>
          <td className={styles['share']}>
            <ShareBar share={line.disagreements} reason={t('figures.by.noDisagreement')} against={line.units} />
          </td>
          {figures.map((name) => (
            <td key={name}>
              <FigureText figure={group.macro[name]} as={name} />
            </td>
          ))}
          {figures.includes('kappa') && (
            <td>
              <FigureText figure={group.pooled} as="kappa" />
            </td>
          )}
        </tr>
      </tbody>
      {isOpen && (
        <tbody id={id} className={styles['opened']}>
          {codes.length === 0 && (
            <tr>
              <td colSpan={columns} className={styles['words']}>
                {t('figures.by.noCodes')}
              </td>
            </tr>
          )}
          {codes.map((row) => (
            <tr key={row.codeId}>
              <th scope="row">
                <SegmentCode codeId={row.codeId} />
              </th>
              <td title={t('figures.appliedIn', { count: row.appliedUnits })}>{format.count(row.appliedUnits)}</td>
              <td>
                <DisagreementCount settings={settings} by={by} group={group} row={row} />
                <WhoAlone row={row} coderIds={settings.coderIds} />
              </td>
              <td className={styles['share']}>
                <ShareBar
                  share={group.disagreements === 0 ? null : (row.onlyFirst + row.onlySecond) / group.disagreements}
                  reason={t('figures.by.noDisagreement')}
                />
              </td>
              {figures.map((name) => (
                <td key={name}>
                  <FigureText figure={row[name]} as={name} />
                </td>
              ))}
              {figures.includes('kappa') && <td />}
            </tr>
          ))}
        </tbody>
      )}
    </>
  )
}

interface WhoAloneProps {
  readonly row: GroupLine['group']['rows'][number]
  readonly coderIds: readonly number[]
}

/** Of two coders, who applied the code alone how often. */
function WhoAlone({ row: { onlyFirst, onlySecond }, coderIds }: WhoAloneProps) {
  const t = useT('agreement')
  const format = useFormat()
  const { byId } = useCoders()
  if (coderIds.length !== 2 || onlyFirst + onlySecond === 0) return null
  const [first, second] = coderIds.map((id) => byId.get(id)?.initials ?? '')
  return (
    <span className={styles['small']}>
      {' '}
      {t('figures.by.alone', {
        first,
        second,
        onlyFirst: format.count(onlyFirst),
        onlySecond: format.count(onlySecond),
      })}
    </span>
  )
}
