import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { useCoders } from '../coding/use-coders.ts'
import { useDocumentActions } from '../documents/use-document-actions.ts'
import { stageOf } from '../documents/work-progress.ts'
import styles from './BlindNotice.module.css'

/** Says above a transcript that colleagues' work on it is hidden, until when, and lets one do one's part. */
export function HiddenHere({ documentId }: { readonly documentId: number }) {
  const t = useT('assignments')
  const { data } = useHostQuery('document.list', {})
  const { currentId } = useCoders()
  const { setState } = useDocumentActions()
  const row = data?.documents.find(({ id }) => id === documentId)
  const count = row?.hiddenCoderIds.length ?? 0
  if (row === undefined || count === 0) return null
  const codesHere = row.states.some(({ coderId }) => coderId === currentId)
  const isToFinish = codesHere && stageOf(row, currentId) !== 'finished'
  return (
    <p className={styles['notice']}>
      <span>{t(isToFinish ? 'blind.both' : 'blind.they', { count })}</span>
      {isToFinish && (
        <Button size="small" onPress={() => void setState([row], 'finished')}>
          {t('blind.finish')}
        </Button>
      )}
    </p>
  )
}
