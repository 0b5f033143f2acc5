import type { PickedFile } from '../../../shared/contract/bridge.ts'
import { useBridge } from '../../app/bridge.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { forgetReturnedFile, openStudy } from './returned-file.ts'
import { useBringBack } from './use-bring-back.ts'

/** Whether a hand-out that was dropped on the window is to be brought back, or opened. */
export function ReturnedFileDialog({ file }: { readonly file: PickedFile }) {
  const t = useT('exchange')
  const bridge = useBridge()
  const { read } = useBringBack()
  return (
    <Dialog
      title={file.name}
      size="small"
      onClose={forgetReturnedFile}
      footer={
        <>
          <Button
            onPress={() => {
              forgetReturnedFile()
              void openStudy(bridge, file)
            }}
          >
            {t('returned.open')}
          </Button>
          <Button
            tone="primary"
            autoFocus
            onPress={() => {
              forgetReturnedFile()
              void read(file)
            }}
          >
            {t('returned.bringBack')}
          </Button>
        </>
      }
    >
      <p>{t('returned.text')}</p>
    </Dialog>
  )
}
