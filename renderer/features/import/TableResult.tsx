import type { Out } from '../../../shared/contract/contract.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { TableImport } from './import-state.ts'
import styles from './ImportResult.module.css'

export interface TableResultProps {
  readonly fileName: string
  readonly result: Out<TableImport>
  readonly onClose: () => void
}

const SHOWN = 500

/** What became of the rows of a table: each that could not be read is named with its line. */
export function TableResult({ fileName, result, onClose }: TableResultProps) {
  const t = useT('import')
  return (
    <Dialog
      title={fileName}
      onClose={onClose}
      footer={
        <Button tone="primary" autoFocus onPress={onClose}>
          {t('result.close')}
        </Button>
      }
    >
      <div role="status">
        <p>{t('tableResult.added', { count: result.added })}</p>
        {result.unchanged > 0 && <p>{t('tableResult.unchanged', { count: result.unchanged })}</p>}
      </div>
      {result.failed.length > 0 && (
        <>
          <h3 className={styles['heading']}>{t('tableResult.failed', { count: result.failed.length })}</h3>
          <ul className={styles['list']}>
            {result.failed.slice(0, SHOWN).map((failure, index) => (
              <li key={index} className={styles['failure']}>
                <span>{t('tableResult.line', { line: failure.line })}</span>
                <span className={styles['reason']}>{sentenceOf('errors', failure.error)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
