import { useEffect } from 'react'
import type { MergeResult } from '../../../shared/contract/merge.ts'
import { announce } from '../../app/announce.ts'
import { runCommand } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './BringBack.module.css'
import { ChangeTables } from './ChangeTables.tsx'
import { ComingConflicts } from './ComingConflicts.tsx'
import { StaysOut } from './StaysOut.tsx'
import { useBringBack } from './use-bring-back.ts'
import { useReturnedBy } from './use-returned-by.ts'

/** What came in, until it is read or undone. */
export function BringBackDone({ result }: { readonly result: MergeResult }) {
  const t = useT('exchange')
  const { close } = useBringBack()
  const returned = useReturnedBy(result)
  const title = t('done.title', { file: result.fileName })
  useEffect(() => {
    announce(title)
  }, [title])
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <div className={styles['words']}>
          <h3 className={styles['title']}>{title}</h3>
          <p className={styles['about']}>{t('done.about', { returned })}</p>
        </div>
        <Button
          onPress={() => {
            runCommand('edit.undo')
          }}
        >
          {t('done.undo')}
        </Button>
        <Button tone="primary" autoFocus onPress={close}>
          {t(result.conflicts.length === 0 ? 'close' : 'done.decide')}
        </Button>
      </header>
      <div className={styles['body']}>
        <ChangeTables result={result} isDone />
        <ComingConflicts conflicts={result.conflicts} isDone />
        <StaysOut result={result} />
      </div>
    </div>
  )
}
