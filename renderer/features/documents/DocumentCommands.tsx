import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useCommands } from '../../app/commands.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { useCoders } from '../coding/use-coders.ts'
import { openMemo } from '../memos/open-memo.ts'
import { openDocumentDialog } from './document-dialogs.ts'
import { clearSelection, useDocumentSelection } from './document-selection.ts'
import { chooseList, useListChoice } from './list-choice.ts'
import type { ListRow } from './list-rows.ts'
import { useDocumentActions } from './use-document-actions.ts'
import { stageOf } from './work-progress.ts'

export interface DocumentCommandsProps {
  readonly documents: readonly DocumentRow[]
  readonly lines: readonly ListRow[]
}

const LIST = '[data-pane="documents"] [role="treegrid"]'

/** The commands about transcripts: the one in the reader, or those chosen where the list has the focus. */
export function DocumentCommands({ documents, lines }: DocumentCommandsProps) {
  const t = useT('documents')
  const documentId = useView((state) => state.documentId)
  const openDocument = useView((state) => state.openDocument)
  const { currentId } = useCoders()
  const pane = useListChoice((choice) => choice.pane)
  const { setState } = useDocumentActions()
  const hasSelection = useDocumentSelection((state) => state.ids.size > 0)
  const open = documents.find(({ id }) => id === documentId)
  const isFinished = open !== undefined && stageOf(open, currentId) === 'finished'
  const isOpen = open !== undefined

  function meant(): readonly DocumentRow[] {
    if (document.activeElement?.matches(LIST) !== true) return open === undefined ? [] : [open]
    const { ids, activeId } = useDocumentSelection.getState()
    const active = lines.find(({ id }) => id === activeId)
    if (ids.size > 0) return documents.filter(({ id }) => ids.has(id))
    return active?.kind === 'transcript' ? [active.row] : open === undefined ? [] : [open]
  }

  /** The next of the list that is not finished, from the open one on and round the end. */
  function next(): DocumentRow | undefined {
    const rows = lines.flatMap((line) => (line.kind === 'transcript' && line.row.parallelOf === null ? [line.row] : []))
    const at = rows.findIndex(({ id }) => id === documentId)
    return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find(
      (row) => stageOf(row, currentId) !== 'finished',
    )
  }

  useCommands([
    {
      id: 'document.finish',
      menu: 'edit',
      order: 398,
      keys: 'Mod+Enter',
      label: isFinished ? t('command.reopen') : t('command.finish'),
      enabled: isOpen,
      run: () => {
        const rows = meant()
        const areFinished = rows.every((row) => stageOf(row, currentId) === 'finished')
        void setState(rows, areFinished ? 'in_progress' : 'finished')
      },
    },
    {
      id: 'document.next',
      menu: 'go',
      order: 300,
      keys: 'Mod+Shift+Enter',
      label: t('command.next'),
      enabled: isOpen,
      run: () => {
        const row = next()
        if (row !== undefined) openDocument(row.id)
      },
    },
    {
      id: 'document.details',
      menu: 'edit',
      order: 400,
      label: t('details'),
      enabled: isOpen,
      run: () => {
        openDocumentDialog(
          'details',
          meant().map(({ id }) => id),
        )
      },
    },
    {
      id: 'document.memo',
      menu: 'edit',
      order: 401,
      label: t('memo'),
      enabled: isOpen,
      run: () => {
        const [row] = meant()
        if (row !== undefined) openMemo({ kind: 'document', id: row.id })
      },
    },
    {
      id: 'document.delete',
      menu: 'edit',
      order: 402,
      keys: 'Delete',
      within: LIST,
      label: t('delete'),
      enabled: isOpen,
      run: () => {
        openDocumentDialog(
          'delete',
          meant().map(({ id }) => id),
        )
      },
    },
    {
      id: 'documents.clearSelection',
      menu: 'edit',
      order: 403,
      keys: 'Escape',
      within: '[data-pane="documents"]',
      label: t('clearSelection'),
      enabled: hasSelection,
      run: clearSelection,
    },
    {
      id: 'documents.cases',
      menu: 'view',
      order: 102,
      label: t('command.cases'),
      checked: pane === 'cases',
      run: () => {
        chooseList({ pane: pane === 'cases' ? 'transcripts' : 'cases' })
      },
    },
  ])
  return null
}
