import { useMemo, useState } from 'react'
import { Collection } from 'react-aria-components/Collection'
import { Button } from 'react-aria-components/Button'
import { Tree, TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ChevronRightIcon } from '../../ui/icons.tsx'
import { documentNodeId, documentTree } from './document-tree.ts'
import type { TreeNode } from './document-tree.ts'
import { DocumentLine, VillageLine } from './DocumentLine.tsx'
import styles from './DocumentTree.module.css'
import treeItem from '../../ui/TreeItem.module.css'
import { classNames } from '../../ui/class-names.ts'

const ROW_PX = 26

export interface DocumentTreeProps {
  readonly documents: readonly DocumentRow[]
  readonly filter: string
}

/** Enter or a click opens a transcript in the reader. Villages start open, language versions folded away. */
export function DocumentTree({ documents, filter }: DocumentTreeProps) {
  const t = useT('documents')
  const language = useLanguage()
  const documentId = useView((state) => state.documentId)
  const openDocument = useView((state) => state.openDocument)
  const [foldedVillages, setFoldedVillages] = useState<ReadonlySet<string>>(new Set())
  const [openedDocuments, setOpenedDocuments] = useState<ReadonlySet<string>>(new Set())
  const collator = useMemo(() => new Intl.Collator(language, { numeric: true }), [language])
  const villages = useMemo(() => documentTree(documents, filter, collator), [documents, filter, collator])
  const villageIds = villages.map((village) => village.id)
  // What is searched for is not hidden in a folded village.
  const openVillages = filter === '' ? villageIds.filter((id) => !foldedVillages.has(id)) : villageIds

  function open(id: string): void {
    const row = documents.find((candidate) => documentNodeId(candidate.id) === id)
    if (row) openDocument(row.id)
  }

  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW_PX, padding: 4 }}>
      <Tree
        aria-label={t('tree')}
        items={villages}
        className={styles['tree'] ?? ''}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={documentId === null ? [] : [documentNodeId(documentId)]}
        onSelectionChange={(keys) => {
          for (const key of keys) open(String(key))
        }}
        expandedKeys={[...openVillages, ...openedDocuments]}
        onExpandedChange={(keys) => {
          setFoldedVillages(new Set(villageIds.filter((id) => !keys.has(id))))
          setOpenedDocuments(new Set([...keys].map(String).filter((id) => !id.startsWith('village-'))))
        }}
        renderEmptyState={() => <EmptyState title={t('noMatch')} />}
      >
        {renderNode}
      </Tree>
    </Virtualizer>
  )
}

function renderNode(node: TreeNode) {
  const name = node.kind === 'village' ? node.name : node.row.name
  return (
    <TreeItem id={node.id} textValue={name ?? '–'} className={classNames(treeItem['item'], styles['item'])}>
      <TreeItemContent>
        {({ hasChildItems, isHovered, isFocusVisible, isFocusVisibleWithin }) => (
          <>
            {hasChildItems ? (
              <Button slot="chevron" className={styles['chevron'] ?? ''}>
                <ChevronRightIcon />
              </Button>
            ) : (
              <span className={styles['noChevron']} />
            )}
            {node.kind === 'village' ? (
              <VillageLine village={node} />
            ) : (
              <DocumentLine row={node.row} isActive={isHovered || isFocusVisible || isFocusVisibleWithin} />
            )}
          </>
        )}
      </TreeItemContent>
      <Collection items={node.children}>{renderNode}</Collection>
    </TreeItem>
  )
}
