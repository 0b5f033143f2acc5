import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { EpisodeAt } from '../episodes/EpisodeAt.tsx'
import { showPassage } from '../episodes/EpisodesHere.tsx'
import type { EpisodePane } from '../episodes/use-episode-pane.ts'
import { BoxAtSelection } from './BoxAtSelection.tsx'
import { ElsewhereCard } from './ElsewhereCard.tsx'
import { PassageCard } from './PassageCard.tsx'
import { PassageOverlay } from './PassageOverlay.tsx'
import type { CodedElsewhere } from './use-elsewhere-markers.ts'
import type { OverlayControl } from './use-overlay.ts'

export interface TranscriptOverlayProps {
  readonly panel: OverlayControl
  readonly opened: OpenDocument
  readonly view: ReaderView
  readonly episodes: EpisodePane
  /** Shows a code's passage in another language version. */
  readonly onElsewhere: (code: CodedElsewhere) => void
  readonly onSelect: (coding: CodingRow) => void
  readonly onUnmark: (coding: CodingRow) => void
  readonly onOpenCode: (codeId: number) => void
}

/** The panel that stands beside the text, whichever it is. Closing it gives the focus back to the text. */
export function TranscriptOverlay(props: TranscriptOverlayProps) {
  const { panel, opened, view } = props
  const { overlay } = panel
  if (overlay === null) return null

  function close(): void {
    panel.close()
    view.focus()
  }

  switch (overlay.kind) {
    case 'box':
      return <BoxAtSelection box={overlay} opened={opened} view={view} onClose={close} />
    case 'card':
      return (
        <PassageCard
          codings={overlay.codings}
          document={opened}
          at={overlay.at}
          isFocused={overlay.isFocused}
          onClose={close}
          onHover={panel.hold}
          view={view}
          onMenu={(coding, at) => {
            panel.open({ kind: 'menu', coding, at })
          }}
          onSelect={(coding) => {
            panel.close()
            props.onSelect(coding)
          }}
          onUnmark={(coding) => {
            props.onUnmark(coding)
            const codings = overlay.codings.filter(({ id }) => id !== coding.id)
            if (codings.length > 0) panel.open({ ...overlay, codings })
            else close()
          }}
        />
      )
    case 'episode':
      return (
        <EpisodeAt
          id={overlay.id}
          at={overlay.at}
          opened={opened}
          episodes={props.episodes.episodes}
          framework={props.episodes.framework}
          onShow={(coding) => {
            panel.close()
            showPassage(coding)
          }}
          onClose={close}
        />
      )
    case 'elsewhere':
      return (
        <ElsewhereCard
          turnRef={overlay.turnRef}
          at={overlay.at}
          codes={overlay.codes}
          onShow={props.onElsewhere}
          onClose={close}
          onHover={panel.hold}
        />
      )
    case 'attribute':
    case 'recode':
    case 'menu':
      return <PassageOverlay {...props} overlay={overlay} />
  }
}
