import { useState } from 'react'
import { announce } from '../../app/announce.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { codeTitle } from '../coding/code-names.ts'
import styles from './CodeWords.module.css'
import type { CodesDialogProps } from './ColourDialog.tsx'

/** Says what goes with codes before they go. */
export function DeleteCodesDialog({ codes, onClose }: CodesDialogProps) {
  const t = useT('codebook')
  const common = useT('common')
  const language = useLanguage()
  const ids = codes.map(({ id }) => id)
  const titles = codes.map((code) => codeTitle(code, language))
  const [first = ''] = titles
  const { data } = useHostQuery('code.dependants', { ids })
  const deleting = useHostCommand('code.delete')
  const [progress, setProgress] = useState<{ done: number; total: number | null } | null>(null)

  async function remove(): Promise<void> {
    const done = await deleting.run({ ids }, { onProgress: setProgress })
    setProgress(null)
    if (done === null) return
    announce(codes.length === 1 ? t('delete.done', { code: first }) : t('delete.doneMany', { count: done.codes }))
    onClose()
  }

  return (
    <Dialog
      title={codes.length === 1 ? t('delete.title', { code: first }) : t('delete.titleMany', { count: codes.length })}
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
          {codes.length > 1 && <p className={styles['names']}>{titles.join(t('many.separator'))}</p>}
          {data.codes > codes.length && <p>{t('delete.children', { count: data.codes - codes.length })}</p>}
          {(data.codings > 0 || !data.hidden) && (
            <p>
              {data.codings === 0
                ? t('delete.noCodings')
                : t('delete.codings', {
                    count: data.codings,
                    documents: t('delete.documents', { count: data.documents }),
                    coders: t('delete.coders', { count: data.coders }),
                  })}
            </p>
          )}
          {data.hidden && <p>{t('delete.hidden')}</p>}
          {data.memos > 0 && <p>{t('delete.memos', { count: data.memos })}</p>}
          {data.inFramework && <p>{t('delete.inFramework')}</p>}
          <p className={styles['undo']}>{t('delete.undo')}</p>
          {progress !== null && <Progress label={t('delete.progress')} {...progress} />}
        </div>
      )}
    </Dialog>
  )
}
