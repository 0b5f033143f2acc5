import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Group, Panel, useDefaultLayout, usePanelRef } from 'react-resizable-panels'
import type { StudyStatus } from '../../shared/contract/study.ts'
import { HiddenElsewhere } from '../features/assignments/HiddenElsewhere.tsx'
import { DocumentsPane } from '../features/documents/DocumentsPane.tsx'
import { useRememberedPaintFilter } from '../features/coding/use-paint-filter.ts'
import { useRememberedDocument } from '../features/documents/use-remembered-document.ts'
import { ExchangeCommands } from '../features/exchange/ExchangeCommands.tsx'
import { GuideBar } from '../features/guide/GuideBar.tsx'
import { EmptyStudy } from '../features/import/EmptyStudy.tsx'
import { needsTranscripts } from '../features/import/needs-transcripts.ts'
import { MemoCommands } from '../features/memos/MemoCommands.tsx'
import { useOpenMemo } from '../features/memos/open-memo.ts'
import { Palette } from '../features/palette/Palette.tsx'
import { Parallels } from '../features/parallels/Parallels.tsx'
import { useT } from '../i18n/i18n.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Splitter } from '../ui/Splitter.tsx'
import { ACTIVITIES } from './activities.tsx'
import { useBridge } from './bridge.ts'
import { Header } from './Header.tsx'
import { useInspectorSlot } from './inspector-slot.ts'
import { NativeMenu } from './NativeMenu.tsx'
import { usePaneVisibility } from './pane-visibility.ts'
import { paneProps } from './panes.ts'
import { Rail } from './Rail.tsx'
import { SideColumn } from './SideColumn.tsx'
import { StudyCommands } from './StudyCommands.tsx'
import { StudyWarnings } from './StudyWarnings.tsx'
import { UndoCommands } from './UndoCommands.tsx'
import { useView } from './view-state.ts'
import styles from './Workbench.module.css'

export type OpenStudyStatus = NonNullable<StudyStatus['open']>

/** The window with a study in it: header, rail, transcripts, the activity, and what it says about the chosen thing. */
export function Workbench({ study }: { readonly study: OpenStudyStatus }) {
  const t = useT('shell')
  const { shell } = useBridge()
  useRememberedDocument(study.guid)
  useRememberedPaintFilter(study.guid)
  useEffect(() => {
    shell.setTitle(t('windowTitle', { study: study.name }), false)
  }, [shell, study.name, t])
  return (
    <div className={styles['workbench']}>
      <a className={styles['skip']} href="#activity">
        {t('skipToActivity')}
      </a>
      <StudyCommands study={study} />
      <UndoCommands />
      <MemoCommands />
      <Parallels />
      <ExchangeCommands studyName={study.name} fileName={study.fileName} isBlind={study.blind} />
      <NativeMenu />
      <Palette hasStudy />
      <Header study={study} />
      <StudyWarnings warnings={study.warnings} />
      <div className={styles['body']}>
        <Rail />
        <Panes study={study} />
      </div>
    </div>
  )
}

function Panes({ study }: { readonly study: OpenStudyStatus }) {
  const t = useT('shell')
  const shown = usePaneVisibility()
  // Once: what the user drags afterwards is kept in pixels whatever the window does.
  const [isTight] = useState(() => matchMedia('(max-width: 1100px)').matches)
  const isFilled = useInspectorSlot((state) => state.filledBy > 0)
  const hasInspector = shown.inspector && isFilled
  const hasMemo = useOpenMemo((state) => state.target !== null)
  // The reader says it of the one transcript, the pages of agreement of what they leave out.
  const readsManyTranscripts = useView(({ activity }) => activity !== 'code' && activity !== 'agreement')
  const hasSide = hasInspector || hasMemo
  const side = useRoomForMemo(hasMemo)
  const panelIds = [...(shown.documents ? ['documents'] : []), 'centre', ...(hasSide ? ['inspector'] : [])]
  const layout = useDefaultLayout({ id: 'tianye-panes', panelIds, storage: localStorage })
  return (
    <Group
      role="main"
      className={styles['panes'] ?? ''}
      {...(layout.defaultLayout ? { defaultLayout: layout.defaultLayout } : {})}
      onLayoutChanged={layout.onLayoutChanged}
    >
      {shown.documents && (
        <>
          <Panel
            id="documents"
            defaultSize={isTight ? '180px' : '250px'}
            minSize="160px"
            maxSize="45%"
            groupResizeBehavior="preserve-pixel-size"
          >
            <DocumentsPane />
          </Panel>
          <Splitter label={t('splitter.documents')} />
        </>
      )}
      <Panel id="centre" minSize="400px">
        <div className={styles['column']}>
          {readsManyTranscripts && <HiddenElsewhere />}
          <section
            id="activity"
            aria-label={t('pane.activity')}
            className={styles['centre']}
            {...paneProps('activity')}
          >
            <ActivityPane study={study} />
          </section>
          <GuideBar study={study} />
        </div>
      </Panel>
      {hasSide && (
        <>
          <Splitter label={t('splitter.inspector')} />
          <Panel
            id="inspector"
            panelRef={side}
            defaultSize={isTight ? '230px' : '300px'}
            minSize="180px"
            maxSize="45%"
            groupResizeBehavior="preserve-pixel-size"
          >
            <SideColumn hasInspector={hasInspector} hasMemo={hasMemo} />
          </Panel>
        </>
      )}
    </Group>
  )
}

/** CSS px that one can write in. */
const MEMO_WIDTH = 360

/** Makes the side column wide enough when a memo opens, if it is not. */
function useRoomForMemo(hasMemo: boolean) {
  const side = usePanelRef()
  useEffect(() => {
    if (!hasMemo) return
    // A column that comes with the memo has no size before it is drawn.
    const drawn = requestAnimationFrame(() => {
      if (side.current !== null && side.current.getSize().inPixels < MEMO_WIDTH) side.current.resize(MEMO_WIDTH)
    })
    return () => {
      cancelAnimationFrame(drawn)
    }
  }, [hasMemo, side])
  return side
}

function ActivityPane({ study }: { readonly study: OpenStudyStatus }): ReactNode {
  const t = useT('shell')
  const activity = useView((state) => state.activity)
  const documentId = useView((state) => state.documentId)
  if (study.counts.documents === 0 && needsTranscripts(activity)) return <EmptyStudy study={study} />
  if (activity === 'code' && documentId === null) {
    return <EmptyState title={t('noDocument.title')} text={t('noDocument.text')} />
  }
  const Component = ACTIVITIES.find((entry) => entry.id === activity)?.Component
  return Component && <Component />
}
