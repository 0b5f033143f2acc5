import type { CodeRow } from '../../../shared/contract/code.ts'
import { announce } from '../../app/announce.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { codeTitle } from '../coding/code-names.ts'
import styles from './DeleteCodeDialog.module.css'

/** Says what goes with a code before it goes. */
export function DeleteCodeDialog({ code, onClose }: { readonly code: CodeRow; readonly onClose: () => void }) {
  const t = useT('codebook')
  const common = useT('common')
  const language = useLanguage()
  const title = codeTitle(code, language)
  const { data } = useHostQuery('code.dependants', { id: code.id })
  const deleting = useHostCommand('code.delete')

  async function remove(): Promise<void> {
    const done = await deleting.run({ id: code.id })
    if (done === null) return
    announce(t('delete.done', { code: title }))
    onClose()
  }

  return (
    <Dialog
      title={t('delete.title', { code: title })}
      size="small"
      isAlert
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button tone="danger" isDisabled={data === undefined || deleting.pending} onPress={() => void remove()}>
            {common('delete')}
          </Button>
        </>
      }
    >
      {data === undefined ? (
        <p>{common('loading')}</p>
      ) : (
        <div className={styles['words']}>
          {data.codes > 1 && <p>{t('delete.children', { count: data.codes - 1 })}</p>}
          <p>
            {data.codings === 0
              ? t('delete.noCodings')
              : t('delete.codings', {
                  count: data.codings,
                  documents: t('delete.documents', { count: data.documents }),
                  coders: t('delete.coders', { count: data.coders }),
                })}
          </p>
          {data.inFramework && <p>{t('delete.inFramework')}</p>}
          <p className={styles['undo']}>{t('delete.undo')}</p>
        </div>
      )}
    </Dialog>
  )
}
