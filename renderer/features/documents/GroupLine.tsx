import { useT } from '../../i18n/i18n.ts'
import type { GroupRow } from './list-rows.ts'
import { ProgressLine } from './ProgressLine.tsx'
import { StageMark } from './StageMark.tsx'
import styles from './TranscriptLine.module.css'
import { useGroupName } from './use-group-name.ts'

/** A village, wave or state, with how far its interviews are. */
export function GroupLine({ group }: { readonly group: GroupRow }) {
  const t = useT('documents')
  const name = useGroupName()(group)
  const { total } = group.progress
  return (
    <>
      {group.stage !== null && (
        <span className={styles['stages']}>
          <StageMark stage={group.stage} />
        </span>
      )}
      <span className={styles['group']} title={name}>
        {name}
      </span>
      {group.stage === null && (
        <span className={styles['progress']} title={t('progress', { ...group.progress })}>
          <ProgressLine progress={group.progress} isShort />
        </span>
      )}
      <span className={styles['count']}>
        {group.shown === total ? total : t('shownOf', { shown: group.shown, total })}
      </span>
    </>
  )
}
