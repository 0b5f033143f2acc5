import { useEffect } from 'react'
import type { MergeResult } from '../../../shared/contract/merge.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { acceptable, isNothingNew } from './bring-back.ts'
import type { BringBack } from './bring-back.ts'
import styles from './BringBack.module.css'
import { ChangeTables } from './ChangeTables.tsx'
import { ComingConflicts } from './ComingConflicts.tsx'
import { Proposals } from './Proposals.tsx'
import { StaysOut } from './StaysOut.tsx'
import { useBringBack } from './use-bring-back.ts'
import { useReturnedBy } from './use-returned-by.ts'

/** What bringing a file back would do, before it does it. */
export function BringBackReview({ review }: { readonly review: Extract<BringBack, { step: 'review' }> }) {
  const t = useT('exchange')
  const { accept, apply, close } = useBringBack()
  const { result, accepted, isAsking, isStale } = review
  useEffect(() => {
    if (isStale && !isAsking) void accept(accepted)
  }, [isStale, isAsking, accept, accepted])
  const returned = useReturnedBy(result)

  if (isNothingNew(result)) {
    return (
      <EmptyState title={t('review.nothing')} text={t('review.nothingText', { returned })}>
        <Button tone="primary" autoFocus onPress={close}>
          {t('close')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <div className={styles['words']}>
          <h3 className={styles['title']}>{t('review.title', { file: result.fileName })}</h3>
          <p className={styles['about']}>{t('review.about', { returned })}</p>
        </div>
        <Button onPress={close}>{t('cancel')}</Button>
        <Button tone="primary" autoFocus isDisabled={isAsking || !hasEffect(result)} onPress={() => void apply()}>
          {t('review.apply')}
        </Button>
      </header>
      <div className={styles['body']} aria-busy={isAsking}>
        <ChangeTables result={result} isDone={false} />
        <Proposals
          proposals={result.proposals}
          accepted={accepted}
          onAccept={(keys) => void accept(keys)}
          acceptable={acceptable(result)}
        />
        <ComingConflicts conflicts={result.conflicts} isDone={false} />
        <StaysOut result={result} />
      </div>
    </div>
  )
}

/** Whether bringing in would change anything: something comes, or a conflict is to be listed. */
function hasEffect({ counts, conflicts }: MergeResult): boolean {
  return counts.length > 0 || conflicts.length > 0
}
