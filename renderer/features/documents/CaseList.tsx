import { useDeferredValue, useMemo, useState } from 'react'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { ContextMenu } from '../../ui/ContextMenu.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { MenuAction } from '../../ui/Menu.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { TreeGrid } from '../../ui/TreeGrid.tsx'
import { openMemo } from '../memos/open-memo.ts'
import { caseLines } from './case-lines.ts'
import type { CaseLine } from './case-lines.ts'
import { CaseDialog } from './CaseDialog.tsx'
import styles from './DocumentsPane.module.css'
import { chooseList, useListChoice } from './list-choice.ts'
import lineStyles from './TranscriptLine.module.css'

/** Villages, households and persons with their interviews. Enter opens an interview, or what is below a case. */
export function CaseList() {
  const t = useT('documents')
  const language = useLanguage()
  const typedCases = useListChoice((choice) => choice.typedCases)
  const toggledCases = useListChoice((choice) => choice.toggledCases)
  const typed = useDeferredValue(typedCases)
  const { data: cases } = useHostQuery('case.list', {})
  const { data: documents } = useHostQuery('document.list', {})
  const documentId = useView((state) => state.documentId)
  const openDocument = useView((state) => state.openDocument)
  const [activeId, setActiveId] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ x: number; y: number; line: CaseLine } | null>(null)
  const [editedId, setEditedId] = useState<number | null>(null)
  const lines = useMemo(
    () =>
      caseLines({
        cases: cases?.cases ?? [],
        documents: documents?.documents ?? [],
        typed,
        toggled: new Set(toggledCases),
        compare: new Intl.Collator(language, { numeric: true }).compare,
      }),
    [cases, documents, typed, toggledCases, language],
  )
  const edited = cases?.cases.find(({ id }) => id === editedId)
  if (cases === undefined) return null
  if (cases.cases.length === 0) return <EmptyState title={t('cases.none')} text={t('cases.noneText')} />

  function toggle(line: CaseLine): void {
    if (line.kind !== 'case' || line.isOpen === undefined) return
    const { id } = line.row
    const before = toggledCases
    chooseList({ toggledCases: before.includes(id) ? before.filter((other) => other !== id) : [...before, id] })
  }

  function open(line: CaseLine): void {
    const only = line.kind === 'case' && line.row.kind === 'person' ? line.row.documentIds : []
    if (line.kind === 'interview') openDocument(line.row.id)
    else if (only.length === 1) openDocument(only[0] ?? null)
    else toggle(line)
  }

  function menuOf(line: CaseLine): readonly MenuAction[] {
    if (line.kind === 'interview')
      return [
        {
          id: 'open',
          label: t('menu.open'),
          onAction: () => {
            openDocument(line.row.id)
          },
        },
      ]
    return [
      {
        id: 'edit',
        label: t('cases.edit'),
        onAction: () => {
          setEditedId(line.row.id)
        },
      },
      {
        id: 'memo',
        label: t('cases.memo'),
        onAction: () => {
          openMemo({ kind: 'case', id: line.row.id })
        },
      },
    ]
  }

  function sayLine(line: CaseLine): string {
    if (line.kind === 'interview') return line.row.name
    const { name, role, documentIds, attributes } = line.row
    return [
      name,
      role ?? '',
      t('cases.interviews', { count: documentIds.length }),
      attributes > 0 ? t('cases.attributes', { count: attributes }) : '',
    ]
      .filter(Boolean)
      .join(', ')
  }

  return (
    <>
      <div className={styles['filter']}>
        <SearchField
          label={t('cases.filter')}
          value={typedCases}
          onChange={(next) => {
            chooseList({ typedCases: next })
          }}
        />
      </div>
      {lines.length === 0 ? (
        <EmptyState title={t('cases.noMatch')} />
      ) : (
        <TreeGrid
          label={t('cases.tree')}
          lines={lines}
          activeId={activeId}
          currentId={lines.find((line) => line.kind === 'interview' && line.row.id === documentId)?.id ?? null}
          nameOf={({ row }) => row.name}
          sayLine={sayLine}
          onMove={(line) => {
            setActiveId(line.id)
          }}
          onOpen={open}
          onToggle={toggle}
          onMenu={(line, at) => {
            setMenu({ ...at, line })
          }}
        >
          {(line) => (
            <>
              <span className={lineStyles[line.kind === 'case' && line.row.kind !== 'person' ? 'group' : 'name']}>
                {line.row.name}
              </span>
              {line.kind === 'case' && (
                <>
                  <span className={lineStyles['facts']}>
                    {[
                      line.row.role,
                      line.row.attributes > 0 ? t('cases.attributes', { count: line.row.attributes }) : null,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <span
                    className={lineStyles['count']}
                    title={t('cases.interviews', { count: line.row.documentIds.length })}
                  >
                    {line.row.documentIds.length}
                  </span>
                </>
              )}
            </>
          )}
        </TreeGrid>
      )}
      <ContextMenu
        label={menu?.line.row.name ?? ''}
        at={menu}
        items={menu === null ? [] : menuOf(menu.line)}
        onClose={() => {
          setMenu(null)
        }}
      />
      {edited && (
        <CaseDialog
          row={edited}
          cases={cases.cases}
          onClose={() => {
            setEditedId(null)
          }}
        />
      )}
    </>
  )
}
