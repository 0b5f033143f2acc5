import { useCommands } from '../../app/commands.ts'
import { useHostQuery } from '../../app/host.ts'
import { useT } from '../../i18n/i18n.ts'
import { closeDraw, openDraw, useDrawDialog } from './draw-dialog.ts'
import { DrawDialog } from './DrawDialog.tsx'
import { useSetBlind } from './use-set-blind.ts'

/** Drawing a sample and blind coding from anywhere in the study, and the dialog that the first of them opens. */
export function AssignmentCommands() {
  const t = useT('assignments')
  const { data } = useHostQuery('study.status', {})
  const setBlind = useSetBlind()
  const isDrawing = useDrawDialog((state) => state.isOpen)
  const blind = data?.open?.blind ?? false
  useCommands([
    { id: 'assignments.draw', menu: 'file', order: 120, label: t('draw.command'), run: openDraw },
    {
      id: 'study.blind',
      menu: 'file',
      order: 203,
      label: t('blind.switch'),
      checked: blind,
      run: () => void setBlind(!blind),
    },
  ])
  return isDrawing ? <DrawDialog onClose={closeDraw} /> : null
}
