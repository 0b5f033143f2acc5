import { useT } from '../i18n/i18n.ts'
import { classNames } from '../ui/class-names.ts'
import { ACTIVITIES } from './activities.tsx'
import { paneProps } from './panes.ts'
import styles from './Rail.module.css'
import { useView } from './view-state.ts'

/** The activities, one below the other. */
export function Rail() {
  const t = useT('shell')
  const current = useView((state) => state.activity)
  const show = useView((state) => state.show)
  return (
    <nav aria-label={t('pane.rail')} className={styles['rail']} {...paneProps('rail')}>
      <ul className={styles['list']}>
        {ACTIVITIES.map(({ id, icon }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === current ? 'page' : undefined}
              className={classNames(styles['entry'], id === current && styles['current'])}
              onClick={() => {
                show(id)
              }}
            >
              {icon}
              <span className={styles['label']}>{t(`activity.${id}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
