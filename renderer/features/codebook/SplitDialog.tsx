import type { CodeRow } from '../../../shared/contract/code.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { useCoders } from '../coding/use-coders.ts'
import styles from './CodeWords.module.css'
import { openReview } from './open-codebook.ts'
import { useReviews } from './use-reviews.ts'

/** Begins to walk through a code's passages, to give each to the code it now belongs to; or goes on with it. */
export function SplitDialog({ code, onClose }: { readonly code: CodeRow; readonly onClose: () => void }) {
  const t = useT('codebook')
  const common = useT('common')
  const language = useLanguage()
  const layer = useView((state) => state.layer)
  const { currentId } = useCoders()
  const { data } = useHostQuery('code.usage', { id: code.id, layer })
  const left = useReviews().get(code.id)?.own ?? 0
  const redefining = useHostCommand('code.redefine')
  const mine = data?.coders.find(({ coderId }) => coderId === currentId)
  const inVersions = mine?.inVersions ?? 0
  const own = (mine?.passages ?? 0) + inVersions
  const others = data?.coders.filter(({ coderId }) => coderId !== currentId).length ?? 0

  async function begin(): Promise<void> {
    if ((await redefining.run({ id: code.id })) === null) return
    onClose()
    openReview(code.id)
  }

  return (
    <Dialog
      title={t('split.title', { code: codeTitle(code, language) })}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          {left > 0 && (
            <Button
              onPress={() => {
                onClose()
                openReview(code.id)
              }}
            >
              {t('split.goOn', { count: left })}
            </Button>
          )}
          <Button tone="primary" isDisabled={own === 0 || redefining.pending} onPress={() => void begin()}>
            {t('split.begin')}
          </Button>
        </>
      }
    >
      <div className={styles['words']}>
        <p>{own === 0 ? t('split.none') : t('split.text', { count: own })}</p>
        {inVersions > 0 && <p>{t('split.inVersions', { count: inVersions })}</p>}
        {others > 0 && <p>{t('split.others', { count: others })}</p>}
        <p className={styles['undo']}>{t('split.later')}</p>
      </div>
    </Dialog>
  )
}
