import type { CodingRow } from '../../../shared/contract/coding.ts'
import { useBridge } from '../../app/bridge.ts'
import type { Command } from '../../app/commands.ts'
import { keysOf, runCommand, useCommandList } from '../../app/commands.ts'
import { shownKeys } from '../../app/keys.ts'
import { useT } from '../../i18n/i18n.ts'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { ATTRIBUTES } from './coding-attributes.ts'
import { usePaintFilter } from './use-paint-filter.ts'

export interface PassageMenuProps {
  readonly coding: CodingRow
  readonly at: DOMRect
  readonly isOwn: boolean
  readonly onChoose: () => void
  readonly onUnmark: () => void
  readonly onOpenCode: () => void
  readonly onClose: () => void
}

/** Everything one does to a coding, with its keys: the commands about passages, and what only a menu has. */
export function PassageMenu({ coding, at, isOwn, onChoose, onUnmark, onOpenCode, onClose }: PassageMenuProps) {
  const t = useT('passages')
  const commands = useCommandList()
  const { shell } = useBridge()
  const filter = usePaintFilter()
  const isOnly = filter.filter.onlyCodeId === coding.codeId
  const labelOf = ({ id, label }: Command): string => {
    const attribute = ATTRIBUTES.find((name) => id === `passage.${name}`)
    return attribute === undefined ? label : t('menu.attribute', { attribute: t(`attribute.${attribute}`) })
  }
  const own = commands
    .filter(({ id }) => id.startsWith('passage.') && id !== 'passage.menu' && !id.endsWith('All'))
    .filter(({ id }) => !id.endsWith('Sentence'))
    .map((command) => ({
      id: command.id,
      label: labelOf(command),
      keys: keysOf(command)[0],
      hundred: Math.floor((command.order ?? 0) / 100),
    }))
  return (
    <ContextMenu
      label={t('command.menu')}
      at={{ x: at.right, y: at.bottom }}
      onClose={onClose}
      items={[
        { id: 'select', label: t('menu.select'), onAction: onChoose },
        { id: 'openCode', label: t('card.openCode'), onAction: onOpenCode },
        {
          id: 'only',
          label: t('menu.only'),
          isChecked: isOnly,
          onAction: () => {
            filter.change({ onlyCodeId: isOnly ? null : coding.codeId })
          },
        },
        ...own.map(({ id, label, keys, hundred }, index) => ({
          id,
          label,
          keys: keys === undefined ? undefined : shownKeys(keys, shell.os),
          isDisabled: !isOwn && id !== 'passage.memo',
          startsGroup: index === 0 || hundred !== own[index - 1]?.hundred,
          onAction: () => {
            // Commands are about what is chosen.
            onChoose()
            runCommand(id)
          },
        })),
        {
          id: 'unmark',
          label: t('card.unmark'),
          keys: 'Delete',
          isDisabled: !isOwn,
          isDanger: true,
          startsGroup: true,
          onAction: onUnmark,
        },
      ]}
    />
  )
}
