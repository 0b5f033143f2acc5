import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Help } from '../../ui/Help.tsx'
import styles from './Assignments.module.css'
import { useSetBlind } from './use-set-blind.ts'

/** Whether colleagues' work is hidden until both have finished; with what that means. */
export function BlindSwitch() {
  const t = useT('assignments')
  const { data } = useHostQuery('study.status', {})
  const setBlind = useSetBlind()
  return (
    <span className={styles['blind']}>
      <Checkbox isSelected={data?.open?.blind ?? false} onChange={(blind) => void setBlind(blind)}>
        {t('blind.switch')}
      </Checkbox>
      <Help label={t('blind.helpTitle')}>
        <p>{t('blind.what')}</p>
        <p>{t('blind.lifts')}</p>
        <p>{t('blind.limits')}</p>
      </Help>
    </span>
  )
}
