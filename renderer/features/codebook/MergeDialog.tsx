import { useState } from 'react'
import type { MergedWords } from '../../../shared/contract/code.ts'
import type { Out } from '../../../shared/contract/contract.ts'
import { announce } from '../../app/announce.ts'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { sentenceOf, useLanguage, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Select } from '../../ui/Select.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { useCoders } from '../coding/use-coders.ts'
import { branchOf } from './code-tree.ts'
import styles from './CodeWords.module.css'
import { CodePicker } from './CodePicker.tsx'
import type { CodesDialogProps } from './ColourDialog.tsx'
import { chooseCode } from './open-codebook.ts'

/** Which code stays, what would happen, and what becomes of the definitions; then one step that can be undone. */
export function MergeDialog({ codes: chosen, onClose }: CodesDialogProps) {
  const t = useT('codebook')
  const common = useT('common')
  const language = useLanguage()
  const { codes, byId } = useCodebook()
  const isAmongThem = chosen.length > 1
  const [into, setInto] = useState<number | null>(isAmongThem ? (chosen[0]?.id ?? null) : null)
  const [words, setWords] = useState<MergedWords>('memo')
  const [progress, setProgress] = useState<{ done: number; total: number | null } | null>(null)
  const going = chosen.filter(({ id }) => id !== into)
  const ids = going.map(({ id }) => id)
  const target = into === null ? undefined : byId.get(into)
  const isReady = target !== undefined && ids.length > 0
  const preview = useHostQuery('code.mergePreview', { ids: isReady ? ids : [1], into: into ?? 1 }, { enabled: isReady })
  const merging = useHostCommand('code.merge')
  const below = new Set(going.flatMap(({ id }) => [...branchOf(codes, id)]))

  async function merge(): Promise<void> {
    if (target === undefined) return
    const done = await merging.run(
      { ids, into: target.id, words: preview.data?.hasWords === true ? words : 'drop', language },
      { onProgress: setProgress },
    )
    setProgress(null)
    if (done === null) return
    announce(t('merge.done', { count: done.codings, code: codeTitle(target, language) }))
    chooseCode(target.id)
    onClose()
  }

  return (
    <Dialog
      title={
        isAmongThem
          ? t('merge.titleMany', { count: chosen.length })
          : t('merge.title', { code: chosen.map((code) => codeTitle(code, language)).join() })
      }
      onClose={onClose}
      isKept
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button
            tone="primary"
            isDisabled={!isReady || preview.data === undefined || merging.pending}
            onPress={() => void merge()}
          >
            {t('merge.do')}
          </Button>
        </>
      }
    >
      <div className={styles['words']}>
        {isAmongThem ? (
          <Select
            label={t('merge.stays')}
            options={chosen.map((code) => ({ value: code.id, label: codeTitle(code, language) }))}
            value={into}
            onChange={setInto}
          />
        ) : (
          <CodePicker
            label={t('merge.into')}
            value={into}
            onChange={setInto}
            isOffered={({ id }) => !below.has(id)}
            autoFocus
          />
        )}
        {preview.error !== null && isReady && <p className={styles['error']}>{sentenceOf('errors', preview.error)}</p>}
        {isReady && preview.data !== undefined && preview.error === null && (
          <>
            <MergePreview preview={preview.data} target={codeTitle(target, language)} />
            {preview.data.hasWords && (
              <Select
                label={t('merge.words')}
                options={(['memo', 'definition', 'drop'] as const).map((value) => ({
                  value,
                  label: t(`merge.keep.${value}`),
                }))}
                value={words}
                onChange={setWords}
              />
            )}
            <p className={styles['undo']}>{t('merge.undo')}</p>
          </>
        )}
        {progress !== null && <Progress label={t('merge.progress')} {...progress} />}
      </div>
    </Dialog>
  )
}

function MergePreview({ preview, target }: { readonly preview: Out<'code.mergePreview'>; readonly target: string }) {
  const t = useT('codebook')
  const coders = useCoders()
  const total = preview.coders.reduce((sum, { codings }) => sum + codings, 0)
  return (
    <>
      {total === 0 ? (
        !preview.hidden && <p>{t('merge.noCodings')}</p>
      ) : (
        <>
          <p>
            {t('merge.codings', {
              count: total,
              documents: t('delete.documents', { count: preview.documents }),
              code: target,
            })}
          </p>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('merge.coder')}</th>
                <th scope="col">{t('merge.moving')}</th>
                <th scope="col">{t('merge.uniting')}</th>
              </tr>
            </thead>
            <tbody>
              {preview.coders.map(({ coderId, codings, united }) => (
                <tr key={coderId}>
                  <th scope="row">{coders.byId.get(coderId)?.name ?? ''}</th>
                  <td>{codings}</td>
                  <td>{united}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles['undo']}>{t('merge.unitingNote')}</p>
        </>
      )}
      {preview.hidden && <p>{t('merge.hidden')}</p>}
      {preview.children > 0 && <p>{t('merge.children', { count: preview.children, code: target })}</p>}
      {preview.memos > 0 && <p>{t('merge.memos', { count: preview.memos, code: target })}</p>}
      {preview.framework !== 'none' && <p>{t(`merge.framework.${preview.framework}`, { code: target })}</p>}
    </>
  )
}
