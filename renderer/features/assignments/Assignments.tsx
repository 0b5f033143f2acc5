import { useDeferredValue, useMemo, useState } from 'react'
import { useCommands } from '../../app/commands.ts'
import { useHostQuery } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import activity from '../../ui/Activity.module.css'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PersonIcon } from '../../ui/icons.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { openCoderDialog } from '../coders/coder-dialog.ts'
import { useCoders } from '../coding/use-coders.ts'
import { DocumentIndex } from '../documents/document-index.ts'
import { NameOrder } from '../documents/name-order.ts'
import { assignmentLines, countShared, meantBy, rowsOfVersion, WHICH } from './assignment-lines.ts'
import type { AssignmentLine, TablePlace, Which } from './assignment-lines.ts'
import { AssignmentGrid } from './AssignmentGrid.tsx'
import { AssignmentStatus } from './AssignmentStatus.tsx'
import styles from './Assignments.module.css'
import { BlindSwitch } from './BlindSwitch.tsx'
import { openDraw } from './draw-dialog.ts'
import { DrawnSamples } from './DrawnSamples.tsx'
import { useAssign } from './use-assign.ts'

const GRID = '[data-assignments]'
const START: TablePlace = { line: 0, column: 0 }

/** Who is to code which transcript, and how far they are. */
export function Assignments() {
  const t = useT('assignments')
  const language = useLanguage()
  const { data } = useHostQuery('document.list', {})
  const { byId, currentId } = useCoders()
  const openDocument = useView((state) => state.openDocument)
  const assign = useAssign()
  const [typedNow, setTyped] = useState('')
  const typed = useDeferredValue(typedNow)
  const [which, setWhich] = useState<Which>('all')
  const [place, setPlace] = useState<{ active: TablePlace; anchor: TablePlace }>({ active: START, anchor: START })
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())

  const version = useView((state) => state.version)
  const documents = useMemo(() => rowsOfVersion(data?.documents ?? [], version), [data, version])
  const persons = useMemo(() => [...byId.values()].filter(({ kind }) => kind === 'person'), [byId])
  const coderIds = useMemo(() => persons.map(({ id }) => id), [persons])
  const [index] = useState(() => new DocumentIndex())
  const order = useMemo(() => new NameOrder(language), [language])
  const lines = useMemo(
    () =>
      assignmentLines({
        documents,
        coderIds: new Set(coderIds),
        which,
        matches: index.matcher(typed),
        rankOf: order.ranksOf(documents),
      }),
    [documents, coderIds, which, typed, index, order],
  )
  const within = (at: TablePlace): TablePlace => ({
    line: Math.min(at.line, Math.max(0, lines.length - 1)),
    column: Math.min(at.column, coderIds.length - 1),
  })
  const active = within(place.active)
  const anchor = within(place.anchor)
  const meant = meantBy(lines, coderIds, { active, anchor, picked })

  useCommands([
    {
      id: 'assignments.assign',
      menu: 'edit',
      order: 420,
      keys: 'A',
      within: GRID,
      label: t('command.assign'),
      run: () => void assign(meant, 'assigned'),
    },
    {
      id: 'assignments.withdraw',
      menu: 'edit',
      order: 421,
      keys: ['Delete', 'Backspace'],
      within: GRID,
      label: t('command.withdraw'),
      run: () => void assign(meant, null),
    },
    {
      id: 'assignments.coder',
      menu: 'edit',
      order: 423,
      keys: 'F2',
      within: GRID,
      label: t('command.coder'),
      enabled: active.column >= 0,
      run: () => {
        const id = coderIds[active.column]
        if (id !== undefined) openCoderDialog({ kind: 'edit', id })
      },
    },
    {
      id: 'assignments.unpick',
      menu: 'edit',
      order: 422,
      keys: 'Escape',
      within: GRID,
      label: t('command.unpick'),
      enabled: picked.size > 0,
      run: () => {
        setPicked(new Set())
      },
    },
  ])

  function pick(at: TablePlace): void {
    const line = lines[at.line]
    if (!line) return
    const ids = line.kind === 'village' ? line.rows.map(({ id }) => id) : [line.row.id]
    const isPicked = ids.every((id) => picked.has(id))
    setPicked(new Set(isPicked ? [...picked].filter((id) => !ids.includes(id)) : [...picked, ...ids]))
    setPlace({ active: at, anchor: { ...at, column: anchor.column } })
  }

  function open(line: AssignmentLine): void {
    if (line.kind === 'transcript') openDocument(line.row.id)
  }

  if (data === undefined) return null
  return (
    <div className={styles['room']}>
      <div className={activity['bar']}>
        <SearchField label={t('filter')} value={typedNow} onChange={setTyped} className={styles['filter'] ?? ''} />
        <Select
          label={t('which')}
          isLabelHidden
          options={WHICH.map((value) => ({ value, label: t(`whichOf.${value}`) }))}
          value={which}
          onChange={setWhich}
        />
        <span className={styles['faint']}>
          {t('shared', { count: countShared(documents, new Set(coderIds)), total: documents.length })}
        </span>
        <span className={styles['space']} />
        <BlindSwitch />
        <Button
          size="small"
          icon={<PersonIcon />}
          onPress={() => {
            openCoderDialog({ kind: 'add' })
          }}
        >
          {t('addCoder')}
        </Button>
        <Button size="small" onPress={openDraw}>
          {t('draw.button')}
        </Button>
      </div>
      <DrawnSamples />
      {persons.length === 0 ? (
        <EmptyState title={t('noCoders')} text={t('noCodersText')} />
      ) : lines.length === 0 ? (
        <EmptyState
          title={t(documents.length === 0 ? 'noTranscripts' : 'noMatch')}
          text={t(documents.length === 0 ? 'noTranscriptsText' : 'noMatchText')}
        />
      ) : (
        <>
          <AssignmentGrid
            lines={lines}
            documents={documents}
            coders={persons}
            currentId={currentId}
            active={active}
            anchor={anchor}
            picked={picked}
            onMove={(at, extend) => {
              setPlace({ active: at, anchor: extend ? anchor : at })
            }}
            onPick={pick}
            onPickAll={() => {
              setPicked(new Set(lines.flatMap((line) => (line.kind === 'transcript' ? [line.row.id] : []))))
            }}
            onOpen={open}
            onCoder={(id) => {
              openCoderDialog({ kind: 'edit', id })
            }}
          />
          <AssignmentStatus
            meant={meant}
            line={lines[active.line]}
            onAssign={() => void assign(meant, 'assigned')}
            onWithdraw={() => void assign(meant, null)}
          />
        </>
      )}
    </div>
  )
}
