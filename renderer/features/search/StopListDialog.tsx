import { useState } from 'react'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './WordGrid.module.css'

/** The words that are not listed, one per line: the built-in ones and what the study adds and takes away. */
export function StopListDialog({ onClose }: { readonly onClose: () => void }) {
  const { data } = useHostQuery('frequency.stopList', {})
  if (!data) return null
  const removed = new Set(data.removed)
  const words = [...data.added, ...data.builtIn.filter((word) => !removed.has(word))]
  return <StopListForm builtIn={data.builtIn} words={words} onClose={onClose} />
}

interface StopListFormProps {
  readonly builtIn: readonly string[]
  readonly words: readonly string[]
  readonly onClose: () => void
}

function StopListForm({ builtIn, words, onClose }: StopListFormProps) {
  const t = useT('search')
  const common = useT('common')
  const [text, setText] = useState(words.join('\n'))
  const { run, pending } = useHostCommand('frequency.setStopList')
  const typed = new Set(text.split(/[\s,，、;；]+/).filter((word) => word !== ''))
  const added = [...typed].filter((word) => !builtIn.includes(word))
  const removed = builtIn.filter((word) => !typed.has(word))

  async function save(): Promise<void> {
    if (await run({ added, removed })) onClose()
  }

  return (
    <Dialog
      title={t('stopList')}
      isKept
      onClose={onClose}
      footer={
        <>
          <Button
            tone="quiet"
            onPress={() => {
              setText(builtIn.join('\n'))
            }}
          >
            {t('restoreStopList')}
          </Button>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button tone="primary" isPending={pending} onPress={() => void save()}>
            {common('save')}
          </Button>
        </>
      }
    >
      <p className={styles['help']}>{t('stopListHelp')}</p>
      <TextField label={t('stopWords')} rows={16} value={text} onChange={setText} />
      <p className={styles['help']} role="status">
        {t('stopListChanges', { count: typed.size, added: added.length, removed: removed.length })}
      </p>
    </Dialog>
  )
}
