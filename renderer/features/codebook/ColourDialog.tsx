import { useState } from 'react'
import type { CodeRow } from '../../../shared/contract/code.ts'
import { useHostCommand } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ColourChoice } from './ColourChoice.tsx'
import { CODE_COLOURS } from './palette.ts'

export interface CodesDialogProps {
  readonly codes: readonly CodeRow[]
  readonly onClose: () => void
}

/** One colour for several codes. */
export function ColourDialog({ codes, onClose }: CodesDialogProps) {
  const t = useT('codebook')
  const common = useT('common')
  const [colour, setColour] = useState(codes[0]?.colour ?? CODE_COLOURS[0] ?? '')
  const updating = useHostCommand('code.updateMany')

  async function save(): Promise<void> {
    if ((await updating.run({ ids: codes.map(({ id }) => id), colour })) !== null) onClose()
  }

  return (
    <Dialog
      title={t('many.colour', { count: codes.length })}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button tone="primary" isDisabled={updating.pending} onPress={() => void save()}>
            {common('save')}
          </Button>
        </>
      }
    >
      <ColourChoice value={colour} onChange={setColour} />
    </Dialog>
  )
}
