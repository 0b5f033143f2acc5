import { useState } from 'react'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { utf16 } from '../../../shared/text/offsets.ts'
import { useHostQuery } from '../../app/host.ts'
import { useSettings } from '../../app/settings.ts'
import type { Utf16Offset } from '../../../shared/text/offsets.ts'
import type { Span } from '../../../shared/text/span.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { Reader } from '../../reader/Reader.tsx'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { endReading, useReading } from '../../reader/reading-state.ts'
import type { ReadingSelection } from '../../reader/reading-selection.ts'
import { spanOf } from '../../reader/reading-selection.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import styles from './CodeActivity.module.css'
import { HiddenHere } from '../assignments/HiddenHere.tsx'
import { openCodebookAt } from '../codebook/open-codebook.ts'
import { CorrectionRoom } from '../correction/CorrectionRoom.tsx'
import { EpisodeWalkBar } from '../episodes/EpisodeWalkBar.tsx'
import { useEpisodePane } from '../episodes/use-episode-pane.ts'
import { useFoundMarks } from '../search/use-found-marks.ts'
import { CodingModeBar } from './CodingModeBar.tsx'
import { TranscriptOverlay } from './TranscriptOverlay.tsx'
import { useAskCodings } from './use-ask-codings.ts'
import { useCodeActions } from './use-code-actions.ts'
import { useCodebook } from './use-codebook.ts'
import { useCoders } from './use-coders.ts'
import { useGutter } from './use-gutter.ts'
import { useOverlay } from './use-overlay.ts'
import { usePassages } from './use-passages.ts'
import { useReaderActions } from './use-reader-actions.ts'
import { useReaderCommands } from './use-reader-commands.ts'
import { useReaderLook } from './use-reader-look.ts'
import { useReveal } from './use-reveal.ts'
import { useShownLayers } from './use-shown-layers.ts'

export interface TranscriptPaneProps {
  readonly documentId: number
  readonly label: string
  /** False for the other language version beside it. */
  readonly isMain: boolean
  /** The pane's view came or went (null). */
  readonly onView?: (opened: OpenDocument, view: ReaderView | null) => void
  readonly onScrolled?: (opened: OpenDocument) => void
  readonly onMoved?: (opened: OpenDocument, offset: Utf16Offset | null) => void
  /** Asked to show a passage of another language version. */
  readonly onElsewhere?: (documentId: number, stretch: Span) => void
}

/** One transcript with everything one does to it. */
export function TranscriptPane(props: TranscriptPaneProps) {
  const { data: opened } = useHostQuery('document.open', { id: props.documentId })
  if (opened === undefined) return <div className="reader-scroller" aria-busy="true" />
  return <OpenTranscript key={`${opened.id} ${opened.revisionId}`} opened={opened} {...props} />
}

type OpenTranscriptProps = TranscriptPaneProps & { readonly opened: OpenDocument }

function OpenTranscript({ opened, label, isMain, onView, onScrolled, onMoved, onElsewhere }: OpenTranscriptProps) {
  const { reader } = useSettings()
  const shown = useShownLayers(opened.id)
  const { layers, layerCoderId, shows } = shown
  const codebook = useCodebook()
  const coders = useCoders()
  const look = useReaderLook(opened, codebook, coders, shown)
  const codeActions = useCodeActions()
  const panel = useOverlay()
  const ask = useAskCodings(opened.id, layers)
  const passages = usePassages({ documentId: opened.id, isEnabled: isMain, panel })
  const [view, setView] = useState<ReaderView | null>(null)
  const episodes = useEpisodePane({ opened, view, isMain, layers, panel })
  const gutter = useGutter({ opened, view, panel, episodes, onElsewhere })
  useReveal(isMain ? view : null, opened)
  useFoundMarks(isMain ? view : null, opened)
  const actions = useReaderActions(view, panel)

  useReaderCommands({ view, isMain, actions })

  return (
    <>
      <HiddenHere documentId={opened.id} />
      {shown.undecided.length > 0 && <UndecidedNote coderIds={shown.undecided} />}
      {isMain && <CodingModeBar />}
      <Reader
        document={opened}
        label={label}
        look={look}
        markers={gutter.markers}
        ask={ask}
        shows={shows}
        layersKey={`${layers.join(' ')} ${layerCoderId}`}
        fontSize={reader.fontSize}
        snap={reader.snap}
        onView={(made) => {
          setView(made)
          onView?.(opened, made)
          if (isMain) useReading.setState({ document: opened, view: made, selection: made.selection(), here: [] })
          return () => {
            setView(null)
            onView?.(opened, null)
            endReading(made)
          }
        }}
        onCodesDropped={(codeIds, stretch) => void codeActions.apply(codeIds, stretch ?? undefined)}
        listener={{
          moved(moved, selection, here) {
            // The other of two transcripts on the screen may have news without being read.
            if (useReading.getState().view !== moved && !moved.hasFocus()) return
            const { chosen, here: before } = useReading.getState()
            const still = chosen === null ? null : stillChosen(moved, chosen, selection)
            if (chosen !== null && still === null) moved.choose(null)
            useReading.setState({
              document: opened,
              view: moved,
              selection,
              here: isSame(here, before) ? before : here,
              chosen: still,
            })
            onMoved?.(opened, selection?.focus ?? null)
          },
          key: actions.key,
          finished: actions.finished,
          pointed: panel.hover,
          stripeChosen(coding) {
            if (view !== null) choosePassage(view, coding)
          },
          stripeRemoved(coding) {
            void codeActions.unmark([coding])
          },
          stripeMenu: passages.openMenu,
          resized: passages.resized,
          ...gutter.listener,
          scrolled() {
            if (panel.overlay?.kind === 'card') panel.close()
            onScrolled?.(opened)
          },
        }}
      />
      {view !== null && <EpisodeWalkBar opened={opened} view={view} drawn={episodes.own} />}
      <CorrectionRoom opened={opened} view={view} isMain={isMain} />
      {view !== null && (
        <TranscriptOverlay
          panel={panel}
          opened={opened}
          view={view}
          episodes={episodes}
          onElsewhere={gutter.elsewhere}
          onSelect={(coding) => {
            choosePassage(view, coding)
          }}
          onUnmark={(coding) => void codeActions.unmark([coding])}
          onOpenCode={openCodebookAt}
        />
      )}
    </>
  )
}

/** Says that several people have coded the transcript and the study cannot tell whose rows count. */
function UndecidedNote({ coderIds }: { readonly coderIds: readonly number[] }) {
  const t = useT('reader')
  const language = useLanguage()
  const { byId } = useCoders()
  // A consensus that is being made is not one of those between whom it has to choose.
  const people = coderIds.flatMap((id) => byId.get(id) ?? []).filter(({ kind }) => kind === 'person')
  const names = people.map(({ name }) => name)
  return (
    <p className={styles['note']}>
      {t('undecided', { coders: new Intl.ListFormat(language, { type: 'conjunction' }).format(names) })}
    </p>
  )
}

/** Selects the words of a coding and sets it off, so that what one does next is done to it. */
function choosePassage(view: ReaderView, coding: CodingRow): void {
  view.focus()
  view.select({ anchor: utf16(coding.start), focus: utf16(coding.end) })
  view.choose(coding)
  useReading.setState({ chosen: coding })
}

function isSame(one: readonly CodingRow[], other: readonly CodingRow[]): boolean {
  return one.length === other.length && one.every((coding, index) => coding === other[index])
}

/** The chosen coding as it is now; null once it is gone or something else is selected. */
function stillChosen(view: ReaderView, chosen: CodingRow, selection: ReadingSelection | null): CodingRow | null {
  if (selection === null) return null
  const stretch = spanOf(selection)
  const now = view.codingsIn(stretch).find(({ id }) => id === chosen.id)
  return now?.start === stretch.start && now.end === stretch.end && view.isPainted(now) ? now : null
}
