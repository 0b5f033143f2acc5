import { memo, useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { useBridge } from '../../app/bridge.ts'
import { currentCommands, keysOf, runCommand } from '../../app/commands.ts'
import { isKeystroke } from '../../app/keys.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { DraggedPassage } from '../../reader/drag-types.ts'
import { CODE_TYPE, PASSAGE_TYPE, passageFrom } from '../../reader/drag-types.ts'
import { ChevronRightIcon } from '../../ui/icons.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { CodeLine } from './CodeLine.tsx'
import type { MenuPlace } from './CodeMenu.tsx'
import type { CodeMove, CodeNode } from './code-tree.ts'
import { flatten } from './code-tree.ts'
import styles from './CodeTree.module.css'
import { useFoldedCodes } from './folded-codes.ts'
import { IN_THE_TREE } from './use-code-menu.ts'
import treeItem from '../../ui/TreeItem.module.css'
import { classNames } from '../../ui/class-names.ts'

const ROW_PX = 26

export interface CodeTreeProps {
  readonly nodes: readonly CodeNode[]
  /** While one filters, nothing is folded away. */
  readonly isFiltered: boolean
  readonly chosen: ReadonlySet<number>
  readonly onChoose: (codeIds: ReadonlySet<number>, latest?: number) => void
  /** Enter or a double click. */
  readonly onAction: (codeId: number) => void
  readonly onMove: (codeIds: readonly number[], target: CodeMove) => void
  readonly onPassage?: (codeId: number, passage: DraggedPassage) => void
  /** The other mouse button on a chosen code: viewport pixels. */
  readonly onMenu: (at: MenuPlace) => void
}

/**
 * The codebook as a tree. Codes are dragged onto text and onto each other, passages onto codes; Ctrl, Shift and Ctrl+A
 * choose several. Its keys are the commands of `IN_THE_TREE`.
 *
 * It is drawn anew only when the codebook or its own state changes, so its handlers must stay the same functions; counts
 * come from CodeCountsContext.
 */
export const CodeTree = memo(function CodeTree(props: CodeTreeProps) {
  const { nodes, isFiltered, chosen } = props
  const { shell } = useBridge()
  const t = useT('codebook')
  const language = useLanguage()
  const { byId } = useCodebook()
  const { folded, setFolded } = useFoldedCodes()
  const parents = useMemo(
    () => flatten(nodes).flatMap(({ code, children }) => (children.length > 0 ? [code.id] : [])),
    [nodes],
  )
  const frame = useRef<HTMLDivElement>(null)
  useChosenInSight(frame, nodes, chosen, isFiltered ? NONE : folded)
  const { dragAndDropHooks } = useDragAndDrop<CodeNode>({
    getItems: (keys) => [...keys].map((key) => ({ [CODE_TYPE]: JSON.stringify(Number(key)) })),
    acceptedDragTypes: [CODE_TYPE, PASSAGE_TYPE],
    getDropOperation: (target, types) => {
      if (!types.has(PASSAGE_TYPE)) return 'move'
      return target.type === 'item' && target.dropPosition === 'on' ? 'copy' : 'cancel'
    },
    shouldAcceptItemDrop: (target, types) => !types.has(PASSAGE_TYPE) || byId.get(Number(target.key))?.codable === true,
    onMove: ({ keys, target }) => {
      const place = { on: 'inside', before: 'before', after: 'after' } as const
      props.onMove([...keys].map(Number), { id: Number(target.key), place: place[target.dropPosition] })
    },
    onItemDrop: ({ isInternal, items, target }) => {
      if (isInternal) return
      for (const item of items) {
        if (item.kind !== 'text' || !item.types.has(PASSAGE_TYPE)) continue
        void item.getText(PASSAGE_TYPE).then((json) => {
          const passage = passageFrom(json)
          if (passage !== null) props.onPassage?.(Number(target.key), passage)
        })
      }
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles['indicator'] ?? ''} />,
  })

  function renderNode({ code, children }: CodeNode) {
    return (
      <TreeItem
        id={code.id}
        textValue={codeTitle(code, language)}
        className={classNames(treeItem['item'], styles['item'])}
      >
        <TreeItemContent>
          {({ hasChildItems }) => (
            <>
              {hasChildItems ? (
                <Button slot="chevron" className={styles['chevron'] ?? ''}>
                  <ChevronRightIcon />
                </Button>
              ) : (
                <span className={styles['noChevron']} />
              )}
              <CodeLine code={code} />
              <Button
                slot="drag"
                className={styles['drag'] ?? ''}
                aria-label={t('drag', { code: codeTitle(code, language) })}
              >
                <span />
              </Button>
            </>
          )}
        </TreeItemContent>
        <Collection items={children} dependencies={[language]}>
          {renderNode}
        </Collection>
      </TreeItem>
    )
  }

  /** The tree takes arrows and Delete for itself, so the commands that hold in it are looked for before. */
  function onKeyDown(event: React.KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const command = currentCommands().find(
      (candidate) =>
        candidate.within === IN_THE_TREE &&
        candidate.enabled !== false &&
        keysOf(candidate).some((keys) => isKeystroke(event.nativeEvent, keys, shell.os)),
    )
    if (command === undefined) return
    if (!event.repeat || command.repeats === true) runCommand(command.id)
    event.preventDefault()
    event.stopPropagation()
  }

  function onContextMenu(event: React.MouseEvent): void {
    const row = event.target instanceof HTMLElement ? event.target.closest('[role=row]') : null
    const id = Number(row?.getAttribute('data-key') ?? 0)
    if (row === null || !byId.has(id)) return
    event.preventDefault()
    if (!chosen.has(id)) props.onChoose(new Set([id]), id)
    const box = row.getBoundingClientRect()
    // The context menu's key has no place of its own.
    const isByKey = event.clientX === 0 && event.clientY === 0
    props.onMenu(isByKey ? { x: box.left + 24, y: box.bottom } : { x: event.clientX, y: event.clientY })
  }

  return (
    <div
      ref={frame}
      className={classNames(styles['frame'], 'code-tree')}
      onKeyDownCapture={onKeyDown}
      onContextMenu={onContextMenu}
      role="presentation"
    >
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW_PX, padding: 4, dropIndicatorThickness: 2 }}>
        <Tree
          aria-label={t('tree')}
          items={nodes}
          dependencies={[language]}
          className={styles['tree'] ?? ''}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const ids = keys === 'all' ? flatten(nodes).map(({ code }) => code.id) : [...keys].map(Number)
            const added = ids.filter((id) => !chosen.has(id))
            props.onChoose(new Set(ids), added.length === 1 ? added[0] : undefined)
          }}
          onAction={(key) => {
            props.onAction(Number(key))
          }}
          expandedKeys={isFiltered ? parents : parents.filter((id) => !folded.has(id))}
          onExpandedChange={(keys) => {
            if (!isFiltered) setFolded(parents.filter((id) => !keys.has(id)))
          }}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <p className={styles['empty']}>{isFiltered ? t('noMatch') : t('empty')}</p>}
        >
          {renderNode}
        </Tree>
      </Virtualizer>
    </div>
  )
})

const NONE: ReadonlySet<number> = new Set()

/** A code that was chosen elsewhere (made just now, opened from a passage) is scrolled to: only rows in sight are drawn. */
function useChosenInSight(
  frame: RefObject<HTMLDivElement | null>,
  nodes: readonly CodeNode[],
  chosen: ReadonlySet<number>,
  folded: ReadonlySet<number>,
): void {
  const [only] = chosen.size === 1 ? chosen : []
  const seen = useRef<number | undefined>(undefined)
  useEffect(() => {
    const tree = frame.current?.querySelector('[role=treegrid]')
    // Where it stands matters when it is chosen; later the user scrolls as they like.
    if (only === seen.current || !tree) return
    const index = only === undefined ? -1 : shownIds(nodes, folded).indexOf(only)
    if (only !== undefined && index < 0) return
    seen.current = only
    if (only === undefined || tree.querySelector(`[data-key="${only}"]`) !== null) return
    // The tree grows by the new row first.
    requestAnimationFrame(() => {
      tree.scrollTop = index * ROW_PX - tree.clientHeight / 2
    })
  }, [frame, nodes, folded, only])
}

function shownIds(nodes: readonly CodeNode[], folded: ReadonlySet<number>): number[] {
  return nodes.flatMap(({ code, children }) => [code.id, ...(folded.has(code.id) ? [] : shownIds(children, folded))])
}
