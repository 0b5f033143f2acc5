import { useState } from 'react'
import { useHostCommand, useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

export function RenameStudyDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT('welcome')
  const { data: status } = useHostQuery('study.status', {})
  const rename = useHostCommand('study.rename')
  const [typed, setTyped] = useState<string | null>(null)
  const name = typed ?? status?.open?.name ?? ''
  const canRename = name.trim() !== '' && !rename.pending

  async function submit(): Promise<void> {
    if (canRename && (await rename.run({ name })) !== null) onClose()
  }

  return (
    <Dialog
      title={t('rename.title')}
      onClose={onClose}
      size="small"
      isKept
      footer={
        <>
          <Button onPress={onClose}>{t('new.cancel')}</Button>
          <Button tone="primary" isDisabled={!canRename} onPress={() => void submit()}>
            {t('rename.rename')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField label={t('new.name')} value={name} onChange={setTyped} maxLength={500} autoFocus />
      </form>
    </Dialog>
  )
}
