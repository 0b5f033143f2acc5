import { useMemo, useRef, useState } from 'react'
import { useCommands } from '../../app/commands.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import type { DraggedPassage } from '../../reader/drag-types.ts'
import { useReading } from '../../reader/reading-state.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useStableCallback } from '../../ui/use-stable-callback.ts'
import { matchCodes } from '../coding/match-codes.ts'
import { recentCodes } from '../coding/recent-codes.ts'
import { useCodeActions } from '../coding/use-code-actions.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { codeTree, pruned } from './code-tree.ts'
import { CodebookDialogs } from './CodebookDialogs.tsx'
import { openCodebookDialog } from './codebook-dialogs.ts'
import styles from './CodebookPanel.module.css'
import { CodeCounts } from './CodeCounts.tsx'
import { CodeDefinition } from './CodeDefinition.tsx'
import { CodeMenu } from './CodeMenu.tsx'
import type { MenuPlace } from './CodeMenu.tsx'
import { CodeTree } from './CodeTree.tsx'
import { chooseCodes, useChosenCodes } from './open-codebook.ts'
import { useMoveCodes } from './use-code-menu.ts'

/** The codebook beside the transcript: type to filter, Enter applies the best match, drag either way. */
export function CodebookPanel() {
  const t = useT('codebook')
  const documentId = useView((state) => state.documentId)
  const { codes, byId, index } = useCodebook()
  const { codeId: chosenId, ids: chosenIds } = useChosenCodes()
  const [typed, setTyped] = useState('')
  const filter = useRef<HTMLInputElement>(null)
  const actions = useCodeActions()
  const move = useMoveCodes()
  const chosen = chosenId === null ? undefined : byId.get(chosenId)
  const [menuAt, setMenuAt] = useState<MenuPlace | null>(null)
  const isFiltered = typed.trim() !== ''
  const tree = useMemo(() => codeTree(codes), [codes])
  const found = useMemo(() => (isFiltered ? matchCodes(index, typed, recentCodes()) : []), [index, typed, isFiltered])
  const nodes = useMemo(
    () => (isFiltered ? pruned(tree, new Set(found.map(({ id }) => id))) : tree),
    [tree, found, isFiltered],
  )
  // While one filters, the best match is the one that Enter would apply.
  const best = found.find((code) => code.codable)
  const bestId = best?.id
  const shownIds = useMemo(() => (bestId === undefined ? chosenIds : new Set([bestId])), [bestId, chosenIds])

  useCommands([
    {
      id: 'codebook.filter',
      menu: 'code',
      order: 200,
      keys: 'Mod+Shift+F',
      label: t('command.filter'),
      run: () => {
        filter.current?.focus()
      },
    },
    {
      id: 'codebook.create',
      menu: 'code',
      order: 201,
      label: t('command.create'),
      run: () => {
        openCodebookDialog({ kind: 'create', parentId: null, name: '' })
      },
    },
  ])

  const act = useStableCallback((codeId: number) => void actions.apply([codeId]))
  const moveCode = useStableCallback(move)
  const takePassage = useStableCallback((codeId: number, passage: DraggedPassage) => {
    if (passage.documentId === useReading.getState().document?.id) void actions.apply([codeId], passage.range)
  })

  function onFilterKey(event: { readonly key: string; preventDefault(): void; readonly isComposing?: boolean }): void {
    if (event.key === 'Enter' && best !== undefined) {
      event.preventDefault()
      void actions.apply([best.id])
      setTyped('')
      useReading.getState().view?.focus()
    } else if (event.key === 'Enter' && isFiltered && found.length === 0) {
      event.preventDefault()
      openCodebookDialog({ kind: 'create', parentId: null, name: typed.trim() })
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      filter.current
        ?.closest('section')
        ?.querySelector<HTMLElement>('[role=row][tabindex="0"], [role=treegrid]')
        ?.focus()
    }
  }

  return (
    <section className={styles['panel']} aria-label={t('title')}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>{t('title')}</h2>
        <IconButton
          size="small"
          icon={<PlusIcon />}
          label={t('command.create')}
          onPress={() => {
            openCodebookDialog({ kind: 'create', parentId: null, name: '' })
          }}
        />
        <CodeMenu
          at={menuAt}
          onClose={() => {
            setMenuAt(null)
          }}
        />
      </header>
      <div className={styles['filter']}>
        <SearchField
          label={t('filter')}
          inputRef={filter}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (!event.nativeEvent.isComposing) onFilterKey(event)
          }}
        />
      </div>
      <CodeCounts documentId={documentId}>
        <CodeTree
          nodes={nodes}
          isFiltered={isFiltered}
          chosen={shownIds}
          onChoose={chooseCodes}
          onAction={act}
          onMove={moveCode}
          onPassage={takePassage}
          onMenu={setMenuAt}
        />
      </CodeCounts>
      {chosen !== undefined && <CodeDefinition code={chosen} />}
      <CodebookDialogs />
    </section>
  )
}
