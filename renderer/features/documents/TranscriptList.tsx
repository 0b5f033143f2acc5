import { memo, useMemo, useState } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { MoreIcon } from '../../ui/icons.tsx'
import { TreeGrid } from '../../ui/TreeGrid.tsx'
import { useCoders } from '../coding/use-coders.ts'
import type { Coder } from '../coding/use-coders.ts'
import { clearSelection, selectDocuments, toggleSelected, useDocumentSelection } from './document-selection.ts'
import { GroupLine } from './GroupLine.tsx'
import { chooseList, currentListChoice, useListChoice } from './list-choice.ts'
import { transcriptRowId } from './list-rows.ts'
import type { ListRow } from './list-rows.ts'
import styles from './TranscriptLine.module.css'
import { TranscriptLine } from './TranscriptLine.tsx'
import { useDocumentMenu } from './use-document-menu.ts'
import { useGroupName } from './use-group-name.ts'
import { codingsIn, isAssigned, isHiddenIn, stageOf } from './work-progress.ts'

export interface TranscriptListProps {
  readonly lines: readonly ListRow[]
  readonly documents: readonly DocumentRow[]
}

/** The transcripts in groups. Enter or a click opens one in the reader; Space and Shift choose several. */
export const TranscriptList = memo(function TranscriptList({ lines, documents }: TranscriptListProps) {
  const t = useT('documents')
  const documentId = useView((state) => state.documentId)
  const layer = useView((state) => state.layer)
  const openDocument = useView((state) => state.openDocument)
  const { byId, currentId } = useCoders()
  const persons = useMemo(
    () => [...byId.values()].filter(({ kind }) => kind === 'person').sort(ownFirst(currentId)),
    [byId, currentId],
  )
  const grouping = useListChoice((choice) => choice.grouping)
  const byCoder = useListChoice((choice) => choice.byCoder)
  const selection = useDocumentSelection()
  const groupName = useGroupName()
  const menuOf = useDocumentMenu()
  const [menu, setMenu] = useState<{ x: number; y: number; line: ListRow } | null>(null)

  function toggle(line: ListRow): void {
    const { folded, unfolded } = currentListChoice()
    if (line.kind === 'group') chooseList({ folded: toggled(folded, line.id) })
    else chooseList({ unfolded: toggled(unfolded, line.row.id) })
  }

  /** All lines from the anchor to this one. */
  function extendTo(line: ListRow): void {
    const to = lines.indexOf(line)
    const anchored = lines.findIndex(({ id }) => id === selection.anchorId)
    const from = anchored < 0 ? to : anchored
    const stretch = lines.slice(Math.min(from, to), Math.max(from, to) + 1)
    selectDocuments(stretch.flatMap((each) => (each.kind === 'group' && each.isOpen ? [] : documentIdsOf(each))))
  }

  function move(line: ListRow, how: 'key' | 'pointer' | 'menu' | 'extend'): void {
    if (how === 'extend') extendTo(line)
    else if (how === 'pointer' || (how === 'menu' && !documentIdsOf(line).every((id) => selection.ids.has(id))))
      clearSelection()
    useDocumentSelection.setState({ activeId: line.id, ...(how === 'extend' ? {} : { anchorId: line.id }) })
  }

  /** What the menu of a line is about: all that is chosen, where the line belongs to it. */
  function rowsMeant(line: ListRow): readonly DocumentRow[] {
    const own = documentIdsOf(line)
    const ids = own.every((id) => selection.ids.has(id)) ? selection.ids : new Set(own)
    return documents.filter((row) => ids.has(row.id))
  }

  function sayLine(line: ListRow): string {
    if (line.kind === 'group') return `${groupName(line)}, ${t('progress', { ...line.progress })}`
    const { row } = line
    const stage = isAssigned(row, currentId) ? 'assigned' : stageOf(row, currentId)
    const people = row.respondents.map(({ name, role }) => [name, role].filter(Boolean).join(' ')).join(', ')
    const coded = codingsIn(row, layer)
    const said = coded !== null ? t('coded', { count: coded }) : isHiddenIn(row, layer) ? t('codedHidden') : ''
    return [row.name, people, t(`stage.${stage}`), said].filter(Boolean).join(', ')
  }

  return (
    <>
      <TreeGrid
        label={t('tree')}
        lines={lines}
        activeId={selection.activeId}
        currentId={documentId === null ? null : transcriptRowId(documentId)}
        isSelected={(line) => line.kind === 'transcript' && selection.ids.has(line.row.id)}
        nameOf={(line) => (line.kind === 'group' ? groupName(line) : line.row.name)}
        sayLine={sayLine}
        onMove={move}
        onOpen={(line) => {
          if (line.kind === 'group') toggle(line)
          else openDocument(line.row.id)
        }}
        onToggle={toggle}
        onSelect={(line) => {
          toggleSelected(documentIdsOf(line))
          useDocumentSelection.setState({ activeId: line.id, anchorId: line.id })
        }}
        onSelectAll={() => {
          selectDocuments(lines.flatMap(documentIdsOf))
        }}
        onMenu={(line, at) => {
          setMenu({ ...at, line })
        }}
      >
        {(line, isPointedAt) =>
          line.kind === 'group' ? (
            <GroupLine group={line} />
          ) : (
            <>
              <TranscriptLine
                row={line.row}
                grouping={grouping}
                byCoder={byCoder}
                layer={layer}
                persons={persons}
                coderId={currentId}
              />
              {(isPointedAt || menu?.line === line) && (
                <IconButton
                  size="small"
                  icon={<MoreIcon />}
                  label={t('more', { name: line.row.name })}
                  className={styles['more'] ?? ''}
                  excludeFromTabOrder
                  onPress={({ target }) => {
                    const { left, bottom } = target.getBoundingClientRect()
                    setMenu({ x: left, y: bottom, line })
                  }}
                />
              )}
            </>
          )
        }
      </TreeGrid>
      <ContextMenu
        label={menu === null ? '' : sayLine(menu.line)}
        at={menu}
        items={menu === null ? [] : menuOf(rowsMeant(menu.line))}
        onClose={() => {
          setMenu(null)
        }}
      />
    </>
  )
})

function documentIdsOf(line: ListRow): readonly number[] {
  return line.kind === 'group' ? line.documentIds : [line.row.id]
}

/** The list without what is in it, or with what is not. */
function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item]
}

function ownFirst(currentId: number | null): (one: Coder, other: Coder) => number {
  return (one, other) => Number(other.id === currentId) - Number(one.id === currentId) || one.id - other.id
}
