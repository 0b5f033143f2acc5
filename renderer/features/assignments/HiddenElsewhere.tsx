import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { showAgreement } from '../agreement/agreement-tab.ts'
import styles from './BlindNotice.module.css'
import { useHiddenWork } from './use-hidden-work.ts'

/** Says above what reads many transcripts that colleagues' work on some of them is not in it. */
export function HiddenElsewhere() {
  const t = useT('assignments')
  const count = useHiddenWork().length
  if (count === 0) return null
  return (
    <p className={styles['notice']}>
      <span>{t('blind.analyses', { count })}</span>
      <Button
        size="small"
        tone="quiet"
        onPress={() => {
          showAgreement('assignments')
        }}
      >
        {t('blind.show')}
      </Button>
    </p>
  )
}
