import { useCommands } from '../../app/commands.ts'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { closeParallelDialog, openParallelDialog, useParallelDialog } from './parallel-dialog.ts'
import { ParallelDialog } from './ParallelDialog.tsx'

/** The dialog about the language versions of an interview, and its command for the transcript in the reader. */
export function Parallels() {
  const t = useT('parallels')
  const documentId = useView((state) => state.documentId)
  const openId = useParallelDialog((state) => state.documentId)
  const { data } = useHostQuery('document.list', {})
  useCommands([
    {
      id: 'document.versions',
      menu: 'edit',
      order: 402,
      label: t('command.link'),
      enabled: documentId !== null,
      run: () => {
        if (documentId !== null) openParallelDialog(documentId)
      },
    },
  ])
  const row = openId === null ? undefined : data?.documents.find(({ id }) => id === openId)
  return row === undefined || data === undefined ? null : (
    <ParallelDialog key={row.id} row={row} documents={data.documents} onClose={closeParallelDialog} />
  )
}
