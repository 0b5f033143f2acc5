import type { CodeRow } from '../../../shared/contract/code.ts'
import { useBridge } from '../../app/bridge.ts'
import { useHostTell } from '../../app/host.ts'
import { shownKeys } from '../../app/keys.ts'
import { useT } from '../../i18n/i18n.ts'
import type { MenuAction } from '../../ui/Menu.tsx'
import { useCodebook } from '../coding/use-codebook.ts'
import type { CodeMove } from './code-tree.ts'
import { moveTo } from './code-tree.ts'
import { openCodebookDialog } from './codebook-dialogs.ts'

/** Moves a code where it may go; does nothing elsewhere. */
export function useMoveCode(): (codeId: number, move: CodeMove) => void {
  const { codes } = useCodebook()
  const tell = useHostTell()
  return (codeId, move) => {
    const goal = moveTo(codes, codeId, move)
    if (goal !== null) void tell('code.move', { id: codeId, ...goal })
  }
}

/** What one does to a code, for its menu. */
export function useCodeMenu(code: CodeRow | undefined): readonly MenuAction[] {
  const t = useT('codebook')
  const { codes } = useCodebook()
  const move = useMoveCode()
  const { shell } = useBridge()
  if (code === undefined) return []
  const { id } = code
  const edit = (field: 'name' | 'colour' | 'shortcut') => () => {
    openCodebookDialog({ kind: 'edit', codeId: id, field })
  }
  const step = (name: 'up' | 'down' | 'in' | 'out', keys: string): MenuAction => ({
    id: name,
    label: t(`menu.${name}`),
    keys: shownKeys(keys, shell.os),
    startsGroup: name === 'up',
    isDisabled: moveTo(codes, id, { id, step: name }) === null,
    onAction: () => {
      move(id, { id, step: name })
    },
  })
  return [
    { id: 'rename', label: t('menu.rename'), keys: 'F2', onAction: edit('name') },
    { id: 'recolour', label: t('menu.recolour'), onAction: edit('colour') },
    { id: 'shortcut', label: t('menu.shortcut'), onAction: edit('shortcut') },
    {
      id: 'child',
      label: t('menu.child'),
      startsGroup: true,
      onAction: () => {
        openCodebookDialog({ kind: 'create', parentId: id, name: '' })
      },
    },
    step('up', 'Alt+ArrowUp'),
    step('down', 'Alt+ArrowDown'),
    step('in', 'Alt+ArrowRight'),
    step('out', 'Alt+ArrowLeft'),
    {
      id: 'delete',
      label: t('menu.delete'),
      keys: 'Delete',
      isDanger: true,
      startsGroup: true,
      onAction: () => {
        openCodebookDialog({ kind: 'delete', codeId: id })
      },
    },
  ]
}
