import { useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './DocumentsPane.module.css'
import { chooseList, useListChoice } from './list-choice.ts'

/** The same study by its texts or by its people and places. */
export function PaneSwitch() {
  const t = useT('documents')
  const pane = useListChoice((choice) => choice.pane)
  return (
    <h2 className={styles['switch']}>
      {(['transcripts', 'cases'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={pane === name}
          className={classNames(styles['tab'], pane === name && styles['shown'])}
          onClick={() => {
            chooseList({ pane: name })
          }}
        >
          {t(`paneOf.${name}`)}
        </button>
      ))}
    </h2>
  )
}
