import type { Out } from '../../../shared/contract/contract.ts'
import { announce } from '../../app/announce.ts'
import { useT } from '../../i18n/i18n.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './HandOut.module.css'

export interface HandOutDoneProps {
  readonly result: Out<'merge.handOut'>
  readonly coder: string
  readonly onClose: () => void
}

/** What is in the file, and what the colleague is to do with it. */
export function HandOutDone({ result, coder, onClose }: HandOutDoneProps) {
  const t = useT('exchange')
  const format = useFormat()
  const { fileName, documents, codings, episodes, memos } = result
  const count = (key: 'codings' | 'episodes' | 'memos', number: number): string =>
    t(key, { count: number, shown: format.count(number) })
  const letter = t('letter.text', { coder, file: fileName, count: documents })
  return (
    <Dialog
      title={t('handOut.done', { coder })}
      onClose={onClose}
      footer={
        <>
          <Button
            onPress={() => {
              void navigator.clipboard.writeText(letter).then(() => {
                announce(t('letter.copied'))
              })
            }}
          >
            {t('letter.copy')}
          </Button>
          <Button tone="primary" autoFocus onPress={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p role="status">
        <strong className={styles['file']}>{fileName}</strong>{' '}
        {t('handOut.contains', {
          count: documents,
          codings: count('codings', codings),
          episodes: count('episodes', episodes),
          memos: count('memos', memos),
        })}
      </p>
      <h3 className={styles['heading']}>{t('letter.title', { coder })}</h3>
      <p className={styles['letter']}>{letter}</p>
    </Dialog>
  )
}
