import { useEffect } from 'react'
import { useCommands } from '../../app/commands.ts'
import { useChanged } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { noteChange } from './bring-back.ts'
import { closeHandOut, openHandOut, useHandOutDialog } from './exchange-dialogs.ts'
import { HandOutDialog } from './HandOutDialog.tsx'
import { forgetReturnedFile, useReturnedFile } from './returned-file.ts'
import { ReturnedFileDialog } from './ReturnedFileDialog.tsx'
import { forgetBringBack, useBringBack } from './use-bring-back.ts'

export interface ExchangeCommandsProps {
  readonly studyName: string
  /** Of the file that is open: the copy a colleague has is the same study in another file. */
  readonly fileName: string
  /** Whether coding is blind. */
  readonly isBlind: boolean
}

/** Handing out and bringing back from anywhere in the study, and the dialog that the first of them opens. */
export function ExchangeCommands({ studyName, fileName, isBlind }: ExchangeCommandsProps) {
  const t = useT('exchange')
  const isHandOutOpen = useHandOutDialog((state) => state.isOpen)
  const returned = useReturnedFile((state) => state.file)
  const { pick } = useBringBack()
  useEffect(
    () => () => {
      forgetBringBack()
      closeHandOut()
      forgetReturnedFile()
    },
    [fileName],
  )
  useChanged(noteChange)
  useCommands([
    {
      id: 'exchange.handOut',
      menu: 'file',
      order: 110,
      label: t('command.handOut'),
      run: () => {
        openHandOut(null)
      },
    },
    {
      id: 'exchange.bringBack',
      menu: 'file',
      order: 111,
      label: t('command.bringBack'),
      run: () => void pick(),
    },
  ])
  if (returned !== null) return <ReturnedFileDialog file={returned} />
  return isHandOutOpen ? <HandOutDialog studyName={studyName} isBlind={isBlind} onClose={closeHandOut} /> : null
}
