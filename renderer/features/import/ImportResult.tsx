import type { Out } from '../../../shared/contract/contract.ts'
import { useView } from '../../app/view-state.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './ImportResult.module.css'

export interface ImportResultProps {
  readonly result: Out<'import.documents'>
  readonly onClose: () => void
}

const SHOWN = 500

/** What became of the files: how many are in, and why the others are not. */
export function ImportResult({ result, onClose }: ImportResultProps) {
  const t = useT('import')
  const openDocument = useView((state) => state.openDocument)
  const [first] = result.imported
  return (
    <Dialog
      title={t('result.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('result.close')}</Button>
          {first && (
            <Button
              tone="primary"
              autoFocus
              onPress={() => {
                openDocument(first.documentId)
                onClose()
              }}
            >
              {t('result.open', { name: first.name })}
            </Button>
          )}
        </>
      }
    >
      <p role="status">{t('result.imported', { count: result.imported.length })}</p>
      {result.failed.length > 0 && (
        <>
          <h3 className={styles['heading']}>{t('result.failed', { count: result.failed.length })}</h3>
          <ul className={styles['list']}>
            {result.failed.slice(0, SHOWN).map((failure, index) => (
              <li key={index} className={styles['failure']}>
                <span className={styles['file']}>{failure.fileName}</span>
                <span className={styles['reason']}>{sentenceOf('errors', failure.error)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
