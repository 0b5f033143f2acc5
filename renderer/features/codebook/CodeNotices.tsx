import type { CodeRow } from '../../../shared/contract/code.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import { useHostCommand } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './CodePage.module.css'
import { meaningIsClear, useMeaningQuestion } from './meaning-question.ts'
import { openReview } from './open-codebook.ts'
import { useReviews } from './use-reviews.ts'

/** What waits for an answer on a code's page: whether new words mean something new, and codings to look at again. */
export function CodeNotices({
  code,
  usage,
}: {
  readonly code: CodeRow
  readonly usage: Out<'code.usage'> | undefined
}) {
  const t = useT('codebook')
  const isAsked = useMeaningQuestion(({ codeIds }) => codeIds.has(code.id))
  const review = useReviews().get(code.id)
  const redefining = useHostCommand('code.redefine')
  const passages = usage?.coders.reduce((sum, coder) => sum + coder.passages + coder.inVersions, 0) ?? 0

  async function redefine(): Promise<void> {
    if ((await redefining.run({ id: code.id })) !== null) meaningIsClear(code.id)
  }

  return (
    <>
      {isAsked && passages > 0 && (
        <div className={classNames(styles['notice'], styles['question'])} role="status">
          <p>{t('meaning.question')}</p>
          <div className={styles['answers']}>
            <Button size="small" onPress={() => void redefine()} isDisabled={redefining.pending}>
              {t('meaning.changed', { count: passages })}
            </Button>
            <Button
              size="small"
              onPress={() => {
                meaningIsClear(code.id)
              }}
            >
              {t('meaning.wording')}
            </Button>
          </div>
        </div>
      )}
      {review !== undefined && review.own + review.others > 0 && (
        <div className={styles['notice']}>
          <p>
            {review.own > 0 ? t('review.own', { count: review.own }) : t('review.noneOwn')}
            {review.others > 0 && ` ${t('review.others', { count: review.others })}`}
          </p>
          {review.own > 0 && (
            <div className={styles['answers']}>
              <Button
                size="small"
                onPress={() => {
                  openReview(code.id)
                }}
              >
                {t('review.begin')}
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  )
}
