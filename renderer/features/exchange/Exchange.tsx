import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useBringBackStep } from './bring-back.ts'
import { BringBackDone } from './BringBackDone.tsx'
import { BringBackReview } from './BringBackReview.tsx'
import { Conflicts } from './Conflicts.tsx'
import styles from './Exchange.module.css'
import { openHandOut } from './exchange-dialogs.ts'
import { useBringBack } from './use-bring-back.ts'

/** Handing transcripts out as files, bringing the work back, and what both sides have changed. */
export function Exchange() {
  const t = useT('exchange')
  const now = useBringBackStep((state) => state.now)
  const { pick, close } = useBringBack()
  const { data: status } = useHostQuery('study.status', {})
  switch (now.step) {
    case 'reading':
    case 'writing':
      return (
        <div className={styles['running']}>
          <Progress label={t(now.step, { file: now.file.name })} {...now.progress} />
          <Button autoFocus onPress={close}>
            {t('cancel')}
          </Button>
        </div>
      )
    case 'review':
      return <BringBackReview review={now} />
    case 'done':
      return <BringBackDone result={now.result} />
    case 'none':
      return (
        <div className={styles['page']}>
          <div className={styles['intro']}>
            <ol className={styles['steps']}>
              {(['handOut', 'code', 'bringBack', 'compare'] as const).map((step) => (
                <li key={step}>
                  <strong>{t(`steps.${step}`)}</strong> {t(`steps.${step}Text`)}
                </li>
              ))}
            </ol>
            <div className={styles['actions']}>
              <Button
                onPress={() => {
                  openHandOut(null)
                }}
              >
                {t('command.handOut')}
              </Button>
              <Button onPress={() => void pick()}>{t('command.bringBack')}</Button>
            </div>
          </div>
          {status?.open && <Conflicts open={status.open.counts.conflicts} />}
        </div>
      )
  }
}
