import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useBridge } from '../../app/bridge.ts'
import { shownKeys } from '../../app/keys.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import type { MenuAction } from '../../ui/Menu.tsx'
import { useCoders } from '../coding/use-coders.ts'
import { openHandOut } from '../exchange/exchange-dialogs.ts'
import { openMemo } from '../memos/open-memo.ts'
import { openParallelDialog } from '../parallels/parallel-dialog.ts'
import { openDocumentDialog } from './document-dialogs.ts'
import { useDocumentActions } from './use-document-actions.ts'
import { isAssigned, stageOf } from './work-progress.ts'

/** What one does to one or several transcripts of the list. */
export function useDocumentMenu(): (rows: readonly DocumentRow[]) => readonly MenuAction[] {
  const t = useT('documents')
  const parallels = useT('parallels')
  const exchange = useT('exchange')
  const { shell } = useBridge()
  const { currentId } = useCoders()
  const { setState } = useDocumentActions()
  const openDocument = useView((state) => state.openDocument)

  return (rows) => {
    const [only, ...others] = rows
    if (only === undefined) return []
    const one = others.length === 0 ? only : null
    const ids = rows.map(({ id }) => id)
    const stages = rows.map((row) => stageOf(row, currentId))
    const isUntouched = stages.every((stage) => stage === 'notStarted')
    const areAssigned = rows.every((row) => isAssigned(row, currentId))
    return [
      ...(one === null
        ? []
        : [
            {
              id: 'open',
              label: t('menu.open'),
              keys: shownKeys('Enter', shell.os),
              onAction: () => {
                openDocument(one.id)
              },
            },
          ]),
      {
        id: 'finish',
        label: one === null ? t('menu.finishMany', { count: rows.length }) : t('menu.finish'),
        isDisabled: stages.every((stage) => stage === 'finished'),
        startsGroup: true,
        onAction: () => void setState(rows, 'finished'),
      },
      {
        id: 'reopen',
        label: one === null ? t('menu.reopenMany', { count: rows.length }) : t('menu.reopen'),
        isDisabled: !stages.includes('finished'),
        onAction: () => void setState(rows, 'in_progress'),
      },
      {
        id: 'assign',
        label: t(areAssigned ? 'menu.unassign' : 'menu.assign'),
        isDisabled: !isUntouched,
        onAction: () => void setState(rows, areAssigned ? null : 'assigned'),
      },
      {
        id: 'details',
        label: one === null ? t('menu.detailsMany', { count: rows.length }) : t('details'),
        startsGroup: true,
        onAction: () => {
          openDocumentDialog('details', ids)
        },
      },
      ...(one === null
        ? []
        : [
            {
              id: 'versions',
              label: parallels('command.link'),
              onAction: () => {
                openParallelDialog(one.id)
              },
            },
            {
              id: 'memo',
              label: t('memo'),
              onAction: () => {
                openMemo({ kind: 'document', id: one.id })
              },
            },
          ]),
      {
        id: 'handOut',
        label: exchange('menu.handOut', { count: rows.length }),
        startsGroup: true,
        onAction: () => {
          openHandOut(ids)
        },
      },
      {
        id: 'delete',
        label: one === null ? t('menu.deleteMany', { count: rows.length }) : t('delete'),
        isDanger: true,
        startsGroup: true,
        onAction: () => {
          openDocumentDialog('delete', ids)
        },
      },
    ]
  }
}
