import { useMemo } from 'react'
import type { DisagreementGroup } from '../../../shared/contract/disagreement.ts'
import { useHostRows } from '../../app/use-host-rows.ts'
import { useT } from '../../i18n/i18n.ts'
import { RowList } from '../../ui/RowList.tsx'
import { useRowList } from '../../ui/use-row-list.ts'
import { DisagreementLine, GroupLine } from './DisagreementLine.tsx'
import styles from './DisagreementLine.module.css'
import type { DisagreementQuery } from './disagreement-filters.ts'
import { layOut, rowsOn } from './list-lines.ts'
import type { TwoCoders } from './use-two-coders.ts'

/** CSS px; DisagreementLine.module.css says the same. */
const LINE = 52

export interface DisagreementListProps {
  readonly query: DisagreementQuery
  readonly groups: readonly DisagreementGroup[]
  readonly total: number
  readonly coders: TwoCoders
  readonly active: number
  readonly onMove: (index: number) => void
}

/** All disagreements under the codes they are about; only what is on the screen is asked for and drawn. */
export function DisagreementList({ query, groups, total, coders, active, onMove }: DisagreementListProps) {
  const t = useT('disagreements')
  const layout = useMemo(() => layOut(groups, total), [groups, total])
  const activeLine = layout.lineOf(active)

  /** A heading is gone past: down to the first below it, up to the last above it. */
  function moveTo(line: number): void {
    const { kind, index } = layout.lineAt(line)
    if (kind === 'row') onMove(index)
    else onMove(Math.max(0, line < activeLine ? index - 1 : index))
  }

  const list = useRowList({
    count: layout.count,
    size: LINE,
    active: activeLine,
    top: 0,
    follows: true,
    onMove: moveTo,
    onOpen: moveTo,
  })
  const { at } = useHostRows(
    'disagreement.list',
    rowsOn(layout, list.range),
    (page) => ({ ...query, ...page }),
    ({ rows }) => rows,
  )

  return (
    <RowList
      list={list}
      label={t('list')}
      line={(position) => {
        const line = layout.lineAt(position)
        if (line.kind === 'group') return { className: styles['group'], content: <GroupLine group={line.group} /> }
        const row = at(line.index)
        return { className: styles['line'], content: row && <DisagreementLine row={row} coders={coders} /> }
      }}
    />
  )
}
