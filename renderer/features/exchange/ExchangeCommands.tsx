import { useCommands } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import { closeHandOut, openHandOut, useHandOutDialog } from './exchange-dialogs.ts'
import { HandOutDialog } from './HandOutDialog.tsx'

/** Handing out and bringing back from anywhere in the study, and the dialog that the first of them opens. */
export function ExchangeCommands({ studyName }: { readonly studyName: string }) {
  const t = useT('exchange')
  const isHandOutOpen = useHandOutDialog((state) => state.isOpen)
  useCommands([{ id: 'exchange.handOut', menu: 'file', order: 110, label: t('command.handOut'), run: openHandOut }])
  return isHandOutOpen ? <HandOutDialog studyName={studyName} onClose={closeHandOut} /> : null
}
