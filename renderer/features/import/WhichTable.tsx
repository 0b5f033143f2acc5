import type { PickedFile } from '../../../shared/contract/bridge.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { TableImport } from './import-state.ts'
import styles from './ImportResult.module.css'

export interface WhichTableProps {
  readonly file: PickedFile
  readonly onTable: (kind: TableImport, file: PickedFile) => void
  readonly onClose: () => void
}

const KINDS = { 'import.codings': 'codings', 'import.episodes': 'episodes', 'import.attributes': 'attributes' } as const

/** Asks what is in a table that was dropped on the window. */
export function WhichTable({ file, onTable, onClose }: WhichTableProps) {
  const t = useT('import')
  return (
    <Dialog title={file.name} size="small" onClose={onClose}>
      <p>{t('whichTable.question')}</p>
      <div className={styles['choices']}>
        {(Object.keys(KINDS) as TableImport[]).map((kind) => (
          <Button
            key={kind}
            onPress={() => {
              onTable(kind, file)
            }}
          >
            {t(`whichTable.${KINDS[kind]}`)}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}
