import type { PickedFile } from '../../../shared/contract/bridge.ts'
import type { ImportItem } from '../../../shared/contract/transfer.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import type { Draft } from './draft.ts'
import type { ImportStep, TableImport } from './import-state.ts'
import { ImportResult } from './ImportResult.tsx'
import { ImportReview } from './ImportReview.tsx'
import { TableResult } from './TableResult.tsx'
import { WhichTable } from './WhichTable.tsx'

export interface ImportDialogProps {
  readonly step: Exclude<ImportStep, { step: 'closed' }>
  readonly onDrafts: (drafts: readonly Draft[]) => void
  readonly onImport: (items: readonly ImportItem[], drafts: readonly Draft[]) => void
  readonly onTable: (kind: TableImport, file: PickedFile) => void
  /** Also cancels what runs. */
  readonly onClose: () => void
}

export function ImportDialog({ step, onDrafts, onImport, onTable, onClose }: ImportDialogProps) {
  const t = useT('import')
  switch (step.step) {
    case 'reading':
      return <Running title={t('title')} label={t('reading')} progress={step.progress} onCancel={onClose} />
    case 'writing':
      return <Running title={t('title')} label={t('writing')} progress={step.progress} onCancel={onClose} />
    case 'tableWriting':
      return <Running title={step.fileName} label={t('writing')} progress={step.progress} onCancel={onClose} />
    case 'review':
      return <ImportReview {...step} onDrafts={onDrafts} onImport={onImport} onClose={onClose} />
    case 'done':
      return <ImportResult result={step.result} onClose={onClose} />
    case 'whichTable':
      return <WhichTable file={step.file} onTable={onTable} onClose={onClose} />
    case 'tableDone':
      return <TableResult fileName={step.fileName} result={step.result} onClose={onClose} />
  }
}

interface RunningProps {
  readonly title: string
  readonly label: string
  readonly progress: { readonly done: number; readonly total: number | null }
  readonly onCancel: () => void
}

function Running({ title, label, progress, onCancel }: RunningProps) {
  const t = useT('common')
  return (
    <Dialog
      title={title}
      size="small"
      isKept
      onClose={onCancel}
      footer={<Button onPress={onCancel}>{t('cancel')}</Button>}
    >
      <Progress label={label} done={progress.done} total={progress.total} />
    </Dialog>
  )
}
