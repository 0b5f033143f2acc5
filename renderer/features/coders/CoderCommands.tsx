import { useCommands } from '../../app/commands.ts'
import type { Command } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import { useCoders } from '../coding/use-coders.ts'
import { closeCoderDialog, openCoderDialog, useCoderDialog } from './coder-dialog.ts'
import { CoderDialog } from './CoderDialog.tsx'
import { useSwitchCoder } from './use-switch-coder.ts'

/** Who codes, from anywhere in the study, and the dialog about one of them. */
export function CoderCommands() {
  const t = useT('shell')
  const { byId, currentId } = useCoders()
  const switchTo = useSwitchCoder()
  const dialog = useCoderDialog((state) => state.open)
  const persons = [...byId.values()].filter(({ kind }) => kind === 'person')
  useCommands([
    ...persons.map<Command>((person, index) => ({
      id: `coder.switch.${person.id}`,
      menu: 'code',
      order: 900 + index,
      label: t('coder.codeAs', { name: person.name }),
      checked: person.id === currentId,
      run: () => void switchTo(person, person.id),
    })),
    {
      id: 'coder.new',
      menu: 'code',
      order: 1000,
      label: t('coder.someoneNew'),
      run: () => {
        openCoderDialog({ kind: 'someoneNew' })
      },
    },
  ])
  return dialog === null ? null : <CoderDialog dialog={dialog} onClose={closeCoderDialog} />
}
