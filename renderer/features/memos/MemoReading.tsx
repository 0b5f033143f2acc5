import type { Memo } from '../../../shared/contract/memo.ts'
import { plainMemoBody } from '../../../shared/memo/memo-nodes.ts'
import { useT } from '../../i18n/i18n.ts'
import { useCoders } from '../coding/use-coders.ts'
import styles from './MemoPanel.module.css'
import { MemoMenu } from './MemoMenu.tsx'
import { MemoText } from './MemoText.tsx'
import type { MemoTarget } from './open-memo.ts'
import { useOpenDestination } from './use-open-destination.ts'

/** Another coder's memo. */
export function MemoReading({ memo }: { readonly target: MemoTarget; readonly memo: Memo }) {
  const t = useT('memos')
  const { byId } = useCoders()
  const { open } = useOpenDestination()
  return (
    <>
      <div className={styles['bar']}>
        <p className={styles['note']}>{t('othersMemo', { name: byId.get(memo.coderId)?.name ?? '' })}</p>
        <MemoMenu memoId={memo.id} />
      </div>
      {memo.body === null && <p className={styles['warning']}>{t('unreadable')}</p>}
      <div className={styles['reading']}>
        <MemoText body={memo.body ?? plainMemoBody(memo.plain)} onOpen={open} />
      </div>
    </>
  )
}
