import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { DocumentRow } from '../../../shared/contract/document.ts'
import { useCommands } from '../../app/commands.ts'
import { useHostQuery } from '../../app/host.ts'
import { Inspector } from '../../app/Inspector.tsx'
import { useView } from '../../app/view-state.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/language-names.ts'
import { useWaveName } from '../../i18n/use-wave-name.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LinkIcon } from '../../ui/icons.tsx'
import { CodebookPanel } from '../codebook/CodebookPanel.tsx'
import { CodesHere } from '../codebook/CodesHere.tsx'
import styles from './CodeActivity.module.css'
import { alignTwin, twinOffset } from './parallel-reading.ts'
import { PaintFilterButton } from './PaintFilterButton.tsx'
import { TranscriptPane } from './TranscriptPane.tsx'

/** The activity Code: the transcript in the middle, the codebook on the right. */
export function CodeActivity() {
  const t = useT('reader')
  const documentId = useView((state) => state.documentId)
  const { data } = useHostQuery('document.list', {})
  const row = data?.documents.find(({ id }) => id === documentId)
  return (
    <>
      {row === undefined ? (
        data !== undefined && <EmptyState title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <Transcripts key={row.id} row={row} rows={data?.documents ?? []} />
      )}
      <Inspector>
        <div className={styles['inspector']}>
          <CodebookPanel />
          <CodesHere />
        </div>
      </Inspector>
    </>
  )
}

/** A pane on the screen. */
interface Pane {
  readonly opened: OpenDocument
  readonly view: ReaderView
}

/** One transcript, or with its other language version beside it. */
function Transcripts({ row, rows }: { readonly row: DocumentRow; readonly rows: readonly DocumentRow[] }) {
  const t = useT('reader')
  const { data: opened } = useHostQuery('document.open', { id: row.id })
  const [twinId, setTwinId] = useState<number | null>(null)
  const parallels = opened?.parallels ?? []
  const twin = parallels.find(({ id }) => id === twinId)
  const twinRow = rows.find(({ id }) => id === twin?.id)
  const panes = useRef(new Map<number, Pane>())
  const lead = useRef(row.id)
  const waiting = useRef<string | null>(null)

  function toggleTwin(): void {
    setTwinId(twin === undefined ? (parallels[0]?.id ?? null) : null)
  }

  useCommands([
    {
      id: 'view.parallel',
      menu: 'view',
      order: 300,
      keys: 'Alt+P',
      label: t('command.parallel'),
      enabled: parallels.length > 0,
      checked: twin !== undefined,
      run: toggleTwin,
    },
  ])

  function onView(shown: OpenDocument, view: ReaderView | null): void {
    if (view === null) panes.current.delete(shown.id)
    else panes.current.set(shown.id, { opened: shown, view })
    const main = panes.current.get(row.id)
    const other = panes.current.get(twinId ?? 0)
    if (main === undefined || other === undefined) return
    const ref = waiting.current
    waiting.current = null
    if (ref === null) alignTwin(main, other)
    else showTurn(other, ref)
  }

  function onScrolled(shown: OpenDocument): void {
    if (shown.id !== lead.current) return
    const from = panes.current.get(shown.id)
    const to = [...panes.current.values()].find(({ opened: other }) => other.id !== shown.id)
    if (from !== undefined && to !== undefined) alignTwin(from, to)
  }

  function onTwin(turnRef: string): void {
    const other = panes.current.get(twinId ?? 0)
    if (other !== undefined) {
      showTurn(other, turnRef)
      return
    }
    waiting.current = turnRef
    setTwinId(parallels[0]?.id ?? null)
  }

  return (
    <div className={styles['transcripts']}>
      <section
        className={styles['pane']}
        aria-label={row.name}
        onPointerEnter={() => {
          lead.current = row.id
        }}
        onFocusCapture={() => {
          lead.current = row.id
        }}
      >
        <Heading row={row}>
          <PaintFilterButton documentId={row.id} />
          {parallels.length > 0 && (
            <Button
              size="small"
              tone="quiet"
              icon={<LinkIcon />}
              aria-pressed={twin !== undefined}
              onPress={toggleTwin}
            >
              {twin === undefined ? t('parallel.show') : t('parallel.hide')}
            </Button>
          )}
        </Heading>
        <TranscriptPane
          documentId={row.id}
          label={row.name}
          isMain
          onView={onView}
          onScrolled={onScrolled}
          onTwin={onTwin}
        />
      </section>
      {twinRow !== undefined && (
        <section
          className={styles['pane']}
          aria-label={twinRow.name}
          onPointerEnter={() => {
            lead.current = twinRow.id
          }}
          onFocusCapture={() => {
            lead.current = twinRow.id
          }}
        >
          <Heading row={twinRow} />
          <TranscriptPane
            documentId={twinRow.id}
            label={twinRow.name}
            isMain={false}
            onView={onView}
            onScrolled={onScrolled}
            onTwin={(turnRef) => {
              const main = panes.current.get(row.id)
              if (main !== undefined) showTurn(main, turnRef)
            }}
          />
        </section>
      )}
    </div>
  )
}

function showTurn({ opened, view }: Pane, turnRef: string): void {
  const offset = twinOffset(opened, turnRef)
  const turn = opened.turns.find(({ ref }) => ref === turnRef)
  if (offset === null || turn === undefined) return
  view.scrollTo(offset)
  view.mark('flash', { start: turn.speechStart, end: turn.end })
  setTimeout(() => {
    view.mark('flash', null)
  }, 1800)
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
