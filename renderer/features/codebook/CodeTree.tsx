import { memo, useMemo } from 'react'
import { Button } from 'react-aria-components/Button'
import { Collection } from 'react-aria-components/Collection'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import type { DraggedPassage } from '../../reader/drag-types.ts'
import { CODE_TYPE, PASSAGE_TYPE, passageFrom } from '../../reader/drag-types.ts'
import { ChevronRightIcon } from '../../ui/icons.tsx'
import { codeTitle } from '../coding/code-names.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { CodeLine } from './CodeLine.tsx'
import type { CodeMove, CodeNode } from './code-tree.ts'
import { flatten } from './code-tree.ts'
import styles from './CodeTree.module.css'
import { useFoldedCodes } from './folded-codes.ts'
import treeItem from '../../ui/TreeItem.module.css'
import { classNames } from '../../ui/class-names.ts'

const ROW_PX = 26

export interface CodeTreeProps {
  readonly nodes: readonly CodeNode[]
  /** While one filters, nothing is folded away. */
  readonly isFiltered: boolean
  readonly chosenId: number | null
  readonly onChoose: (codeId: number) => void
  /** Enter or a double click. */
  readonly onAction: (codeId: number) => void
  readonly onMove: (codeId: number, target: CodeMove) => void
  readonly onPassage?: (codeId: number, passage: DraggedPassage) => void
  readonly onEdit: (codeId: number) => void
  readonly onDelete: (codeId: number) => void
}

/**
 * The codebook as a tree. Codes are dragged onto text and onto each other, passages onto codes; F2 edits, Delete deletes,
 * Alt+arrows move a code: up and down among its siblings, right under the one above, left out of its parent.
 *
 * It is drawn anew only when the codebook or its own state changes, so its handlers must stay the same functions; counts
 * come from CodeCountsContext.
 */
export const CodeTree = memo(function CodeTree(props: CodeTreeProps) {
  const { nodes, isFiltered, chosenId } = props
  const t = useT('codebook')
  const language = useLanguage()
  const { byId } = useCodebook()
  const { folded, setFolded } = useFoldedCodes()
  const parents = useMemo(
    () => flatten(nodes).flatMap(({ code, children }) => (children.length > 0 ? [code.id] : [])),
    [nodes],
  )
  const { dragAndDropHooks } = useDragAndDrop<CodeNode>({
    getItems: (keys) => [...keys].map((key) => ({ [CODE_TYPE]: JSON.stringify(Number(key)) })),
    acceptedDragTypes: [CODE_TYPE, PASSAGE_TYPE],
    getDropOperation: (target, types) => {
      if (!types.has(PASSAGE_TYPE)) return 'move'
      return target.type === 'item' && target.dropPosition === 'on' ? 'copy' : 'cancel'
    },
    shouldAcceptItemDrop: (target, types) => !types.has(PASSAGE_TYPE) || byId.get(Number(target.key))?.codable === true,
    onMove: ({ keys, target }) => {
      for (const key of keys) {
        const place = { on: 'inside', before: 'before', after: 'after' } as const
        props.onMove(Number(key), { id: Number(target.key), place: place[target.dropPosition] })
      }
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

  function onKeyDown(event: React.KeyboardEvent): void {
    const row = event.target instanceof HTMLElement ? event.target.closest('[role=row]') : null
    const id = Number(row?.getAttribute('data-key') ?? chosenId ?? 0)
    if (!byId.has(id) || event.ctrlKey || event.metaKey) return
    const move = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' } as const
    if (event.altKey && event.key in move) props.onMove(id, { id, step: move[event.key as keyof typeof move] })
    else if (event.altKey) return
    else if (event.key === 'F2') props.onEdit(id)
    else if (event.key === 'Delete') props.onDelete(id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles['frame']} onKeyDownCapture={onKeyDown} role="presentation">
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW_PX, padding: 4, dropIndicatorThickness: 2 }}>
        <Tree
          aria-label={t('tree')}
          items={nodes}
          dependencies={[language]}
          className={styles['tree'] ?? ''}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={chosenId === null ? [] : [chosenId]}
          onSelectionChange={(keys) => {
            for (const key of keys) props.onChoose(Number(key))
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
