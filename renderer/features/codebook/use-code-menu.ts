import { useMemo } from 'react'
import { useBridge } from '../../app/bridge.ts'
import type { Command } from '../../app/commands.ts'
import { keysOf, useCommandList, useCommands } from '../../app/commands.ts'
import { useHostTell } from '../../app/host.ts'
import { shownKeys } from '../../app/keys.ts'
import { useT } from '../../i18n/i18n.ts'
import type { MenuAction } from '../../ui/Menu.tsx'
import { useCodebook } from '../coding/use-codebook.ts'
import { openMemo } from '../memos/open-memo.ts'
import type { CodeMove } from './code-tree.ts'
import { moveTo } from './code-tree.ts'
import { openCodebookDialog } from './codebook-dialogs.ts'
import { openReview, useChosenCodes } from './open-codebook.ts'
import { useReviews } from './use-reviews.ts'

/** Where the keys of the codebook's tree hold. */
export const IN_THE_TREE = '.code-tree'

/** Moves codes where they may go; does nothing elsewhere. */
export function useMoveCodes(): (ids: readonly number[], move: CodeMove) => void {
  const { codes } = useCodebook()
  const tell = useHostTell()
  return (ids, move) => {
    const goal = moveTo(codes, ids, move)
    if (goal !== null) void tell('code.move', goal)
  }
}

const STEPS = ['up', 'down', 'in', 'out'] as const

interface CodeAction {
  readonly id: string
  readonly label: string
  /** Shortcut, as in keys.ts. */
  readonly keys?: string
  readonly isEnabled: boolean
  readonly isDanger?: boolean
  readonly startsGroup?: boolean
  readonly run: () => void
}

/** What one does to the chosen codes, in the order of its menu. */
function useCodeActionList(): readonly CodeAction[] {
  const t = useT('codebook')
  const { codes, byId } = useCodebook()
  const { codeId, ids: chosen } = useChosenCodes()
  const move = useMoveCodes()
  const reviews = useReviews()
  const ids = useMemo(() => codes.flatMap(({ id }) => (chosen.has(id) ? [id] : [])), [codes, chosen])
  // Looked up again only with the codebook: menus are drawn anew with every move of the caret.
  const steps = useMemo(
    () => new Set(STEPS.filter((name) => moveTo(codes, ids, { step: name }) !== null)),
    [codes, ids],
  )
  const count = ids.length
  const single = count === 1 ? ids[0] : undefined
  const latest = codeId !== null && byId.has(codeId) ? codeId : undefined

  const edit = (field: 'name' | 'colour' | 'shortcut') => () => {
    if (single !== undefined) openCodebookDialog({ kind: 'edit', codeId: single, field })
  }
  const dialog = (kind: 'colour' | 'move' | 'merge' | 'delete') => () => {
    openCodebookDialog({ kind, ids })
  }
  const step = (name: (typeof STEPS)[number], keys: string, startsGroup = false): CodeAction => ({
    id: name,
    label: t(`menu.${name}`),
    keys,
    startsGroup,
    isEnabled: steps.has(name),
    run: () => {
      move(ids, { step: name })
    },
  })
  return [
    { id: 'rename', label: t('menu.rename'), keys: 'F2', isEnabled: single !== undefined, run: edit('name') },
    {
      id: 'recolour',
      label: t('menu.recolour'),
      isEnabled: count > 0,
      run: single === undefined ? dialog('colour') : edit('colour'),
    },
    { id: 'shortcut', label: t('menu.shortcut'), isEnabled: single !== undefined, run: edit('shortcut') },
    {
      id: 'memo',
      label: t('menu.memo'),
      keys: 'Alt+M',
      isEnabled: single !== undefined,
      run: () => {
        if (single !== undefined) openMemo({ kind: 'code', id: single })
      },
    },
    {
      id: 'child',
      label: t('menu.child'),
      startsGroup: true,
      isEnabled: latest !== undefined,
      run: () => {
        openCodebookDialog({ kind: 'create', parentId: latest ?? null, name: '' })
      },
    },
    step('up', 'Alt+ArrowUp'),
    step('down', 'Alt+ArrowDown'),
    step('in', 'Alt+ArrowRight'),
    step('out', 'Alt+ArrowLeft'),
    { id: 'moveUnder', label: t('menu.moveUnder'), isEnabled: count > 0, run: dialog('move') },
    {
      id: 'merge',
      label: t('menu.merge'),
      startsGroup: true,
      isEnabled: count > 0 && codes.length > 1,
      run: dialog('merge'),
    },
    {
      id: 'split',
      label: t('menu.split'),
      isEnabled: single !== undefined,
      run: () => {
        if (single !== undefined) openCodebookDialog({ kind: 'split', codeId: single })
      },
    },
    {
      id: 'review',
      label: t('menu.review'),
      isEnabled: single !== undefined && (reviews.get(single)?.own ?? 0) > 0,
      run: () => {
        if (single !== undefined) openReview(single)
      },
    },
    {
      id: 'delete',
      label: t('menu.delete'),
      keys: 'Delete',
      isDanger: true,
      startsGroup: true,
      isEnabled: count > 0,
      run: dialog('delete'),
    },
  ]
}

/** Offers the actions on the chosen codes as commands, and returns them for a menu. */
export function useCodeMenu(): readonly MenuAction[] {
  const t = useT('codebook')
  const { shell } = useBridge()
  const actions = useCodeActionList()
  useCommands(
    actions.map(({ id, label, keys, isEnabled, run }, index): Command => ({
      id: `codebook.${id}`,
      menu: 'code',
      order: 210 + index,
      label: t('command.onCode', { action: label }),
      within: IN_THE_TREE,
      enabled: isEnabled,
      repeats: keys?.startsWith('Alt+Arrow') ?? false,
      run,
      ...(keys === undefined ? {} : { keys }),
    })),
  )
  const offered = useCommandList()
  return actions.map(({ id, label, isEnabled, isDanger, startsGroup, run }) => {
    // The keys that work: the user may have set others.
    const command = offered.find((candidate) => candidate.id === `codebook.${id}`)
    const keys = command && keysOf(command)[0]
    return {
      id,
      label,
      isDisabled: !isEnabled,
      isDanger: isDanger ?? false,
      startsGroup: startsGroup ?? false,
      onAction: run,
      ...(keys === undefined ? {} : { keys: shownKeys(keys, shell.os) }),
    }
  })
}
