import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import type { Span } from '../../../shared/text/span.ts'
import { runCommand, useCommands } from '../../app/commands.ts'
import { useHostQuery } from '../../app/host.ts'
import { Inspector } from '../../app/Inspector.tsx'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import { useReading } from '../../reader/reading-state.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { CloseIcon, LinkIcon } from '../../ui/icons.tsx'
import { Select } from '../../ui/Select.tsx'
import { CodebookPanel } from '../codebook/CodebookPanel.tsx'
import { CodesHere } from '../codebook/CodesHere.tsx'
import { FinishButton } from '../documents/FinishButton.tsx'
import { TextHistoryPane } from '../correction/TextHistoryPane.tsx'
import { useTextHistory } from '../correction/text-history-state.ts'
import { EpisodesHere } from '../episodes/EpisodesHere.tsx'
import styles from './CodeActivity.module.css'
import { PaintFilterButton } from './PaintFilterButton.tsx'
import { TranscriptPane } from './TranscriptPane.tsx'
import type { ParallelPanes } from './use-parallel-panes.ts'
import { useParallelPanes } from './use-parallel-panes.ts'
import { useVersions } from './use-versions.ts'

/** The activity Code: the transcript in the middle, the codebook on the right. */
export function CodeActivity() {
  const t = useT('reader')
  const documentId = useView((state) => state.documentId)
  const { data } = useHostQuery('document.list', {})
  const hasTextHistory = useTextHistory((state) => state.isOpen)
  const row = data?.documents.find(({ id }) => id === documentId)
  return (
    <>
      {row === undefined ? (
        data !== undefined && <EmptyState title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <Transcripts key={row.id} row={row} rows={data?.documents ?? []} />
      )}
      <TextHistoryPane documentId={documentId ?? 0} />
      <Inspector>
        <div className={styles['inspector']} hidden={hasTextHistory}>
          <CodebookPanel />
          <EpisodesHere />
          <CodesHere />
        </div>
      </Inspector>
    </>
  )
}

/** One transcript, or with another language version beside it. */
function Transcripts({ row, rows }: { readonly row: DocumentRow; readonly rows: readonly DocumentRow[] }) {
  const t = useT('reader')
  const language = useLanguage()
  const versions = useVersions(row.id)
  const [chosenId, setChosenId] = useState<number | null>(null)
  const [isShown, setIsShown] = useState(false)
  const twin = isShown ? (versions.find(({ id }) => id === chosenId) ?? versions[0]) : undefined
  const twinRow = rows.find(({ id }) => id === twin?.id)
  const panes = useParallelPanes(row.id)
  const activeId = useReading((state) => state.document?.id ?? row.id)

  function show(id: number): void {
    setChosenId(id)
    setIsShown(true)
  }

  function hide(): void {
    setIsShown(false)
    panes.focus(row.id)
  }

  function switchSide(): void {
    const other = activeId === row.id ? (twin ?? versions[0]) : row
    if (other === undefined) return
    if (other.id !== row.id) show(other.id)
    panes.focus(other.id)
  }

  useCommands([
    {
      id: 'view.parallel',
      menu: 'view',
      order: 300,
      keys: 'Alt+P',
      label: t('command.parallel'),
      enabled: versions.length > 0,
      checked: twin !== undefined,
      run: () => {
        if (twin === undefined && versions[0] !== undefined) show(versions[0].id)
        else hide()
      },
    },
    {
      id: 'view.otherSide',
      menu: 'view',
      order: 301,
      keys: 'Alt+Shift+P',
      label: t('command.otherSide'),
      enabled: versions.length > 0,
      run: switchSide,
    },
  ])

  /** A passage in another version of the one transcript or of the other. */
  function showElsewhere(id: number, stretch: Span): void {
    if (id !== row.id) show(id)
    panes.show(id, stretch)
  }

  return (
    <div className={styles['room']}>
      <div className={styles['transcripts']}>
        <Side row={row} panes={panes} isMain onElsewhere={showElsewhere}>
          <FinishButton row={row} />
          <PaintFilterButton documentId={row.id} />
          {versions.length > 0 && twin === undefined && (
            <Button size="small" tone="quiet" icon={<LinkIcon />} onPress={() => runCommand('view.parallel')}>
              {t('parallel.show')}
            </Button>
          )}
        </Side>
        {twinRow !== undefined && (
          <Side key={twinRow.id} row={twinRow} panes={panes} isMain={false} onElsewhere={showElsewhere}>
            {versions.length > 1 && (
              <Select
                label={t('parallel.version')}
                isLabelHidden
                isQuiet
                options={versions.map(({ id, language: tag, name }) => ({
                  value: id,
                  label: languageName(tag, language),
                  description: name,
                }))}
                value={twinRow.id}
                onChange={show}
              />
            )}
            <IconButton size="small" icon={<CloseIcon />} label={t('parallel.hide')} onPress={hide} />
          </Side>
        )}
      </div>
    </div>
  )
}

interface SideProps {
  readonly row: DocumentRow
  readonly panes: ParallelPanes
  readonly isMain: boolean
  readonly onElsewhere: (documentId: number, stretch: Span) => void
  readonly children: ReactNode
}

/** A transcript under its heading. Whatever is used, by pointer or keys, leads when both scroll. */
function Side({ row, panes, isMain, onElsewhere, children }: SideProps) {
  const lead = (): void => {
    panes.lead(row.id)
  }
  return (
    <section
      className={styles['pane']}
      aria-label={row.name}
      onPointerDownCapture={lead}
      onWheelCapture={lead}
      onTouchStartCapture={lead}
      onKeyDownCapture={lead}
      onFocusCapture={lead}
    >
      <Heading row={row}>{children}</Heading>
      <TranscriptPane
        documentId={row.id}
        label={row.name}
        isMain={isMain}
        onView={panes.onView}
        onScrolled={panes.onScrolled}
        onMoved={panes.onMoved}
        onElsewhere={onElsewhere}
      />
    </section>
  )
}

/** What one reads: name, place, time, who speaks, which language. */
function Heading({ row, children }: { readonly row: DocumentRow; readonly children?: ReactNode }) {
  const language = useLanguage()
  const waveName = useWaveName()
  const facts = [
    row.village,
    waveName(row.wave),
    row.respondents.map(({ name, role }) => (role === null ? name : `${name} (${role})`)).join(', '),
    row.interviewDate,
    languageName(row.language, language),
  ].filter(Boolean)
  return (
    <header className={styles['heading']}>
      <h2 className={styles['name']}>{row.name}</h2>
      <p className={styles['facts']}>{facts.join(' · ')}</p>
      {children}
    </header>
  )
}
