import { useEffect, useState } from 'react'
import type { Out } from '../../../shared/contract/contract.ts'
import { useHostCommand } from '../../app/host.ts'
import { sentenceOf, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import styles from './CheckStudyDialog.module.css'

const SHOWN = 200

/** Integrity, anchors against quotes, orphans: the same check as the command line's. */
export function CheckStudyDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('welcome')
  const { run } = useHostCommand('study.check')
  const [start] = useState(() => run)
  const [result, setResult] = useState<Out<'study.check'> | null>(null)
  useEffect(() => {
    let isWanted = true
    void start({}).then((checked) => {
      if (!isWanted) return
      if (checked) setResult(checked)
      else onClose()
    })
    return () => {
      isWanted = false
    }
  }, [start, onClose])
  return (
    <Dialog title={t('check.title')} onClose={onClose} footer={<Button onPress={onClose}>{t('check.close')}</Button>}>
      {result === null && <Progress label={t('check.running')} done={0} total={null} />}
      {result?.problems.length === 0 && <p role="status">{t('check.sound')}</p>}
      {result !== null && result.problems.length > 0 && (
        <>
          <p role="status">{t('check.problems', { count: result.problems.length })}</p>
          <ul className={styles['list']}>
            {result.problems.slice(0, SHOWN).map((problem, index) => (
              <li key={index}>{sentenceOf('errors', problem)}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
