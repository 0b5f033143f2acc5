import { openCoderDialog } from '../features/coders/coder-dialog.ts'
import { CoderMark } from '../features/coders/CoderMark.tsx'
import { useSwitchCoder } from '../features/coders/use-switch-coder.ts'
import { useCoders } from '../features/coding/use-coders.ts'
import { useT } from '../i18n/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { openDialog } from './dialogs.ts'
import { useSettings } from './settings.ts'

/** Who codes: always in sight, for every change is theirs; and who else may from now on. */
export function CoderMenu() {
  const t = useT('shell')
  const { coder } = useSettings()
  const { byId, currentId } = useCoders()
  const switchTo = useSwitchCoder()
  const persons = [...byId.values()].filter(({ kind }) => kind === 'person')
  const current = (currentId === null ? undefined : byId.get(currentId)) ?? coder
  return (
    <Menu
      label={t('coder.menu')}
      placement="bottom end"
      items={[
        ...(currentId === null ? [{ id: 'self', label: coder.name, isChecked: true, onAction: () => undefined }] : []),
        ...persons.map((person) => ({
          id: String(person.id),
          label: person.name,
          keys: person.initials,
          isChecked: person.id === currentId,
          onAction: () => void switchTo(person, person.id),
        })),
        {
          id: 'new',
          label: t('coder.someoneNew'),
          startsGroup: true,
          onAction: () => {
            openCoderDialog({ kind: 'someoneNew' })
          },
        },
        ...(currentId === null
          ? []
          : [
              {
                id: 'edit',
                label: t('coder.edit'),
                onAction: () => {
                  openCoderDialog({ kind: 'edit', id: currentId })
                },
              },
            ]),
        {
          id: 'settings',
          label: t('command.settings'),
          startsGroup: true,
          onAction: () => {
            openDialog('settings')
          },
        },
      ]}
    >
      <Button
        tone="quiet"
        size="small"
        aria-label={t('coderIs', { initials: current.initials || current.name, name: current.name })}
      >
        <CoderMark initials={current.initials || current.name} colour={current.colour} />
      </Button>
    </Menu>
  )
}
