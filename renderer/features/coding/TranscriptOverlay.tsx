import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { EpisodePopover } from '../episodes/EpisodePopover.tsx'
import { BoxAtSelection } from './BoxAtSelection.tsx'
import { PassageCard } from './PassageCard.tsx'
import { PassageOverlay } from './PassageOverlay.tsx'
import { useCodebook } from './use-codebook.ts'
import type { OverlayControl } from './use-overlay.ts'

export interface TranscriptOverlayProps {
  readonly panel: OverlayControl
  readonly opened: OpenDocument
  readonly view: ReaderView
  readonly episodes: readonly EpisodeRow[]
  readonly framework: Framework | null
  readonly onSelect: (coding: CodingRow) => void
  readonly onUnmark: (coding: CodingRow) => void
  readonly onOpenCode: (codeId: number) => void
  readonly onRenameEpisode: (id: number, affair: string | null, eventTime: string | null) => void
  readonly onRemoveEpisode: (id: number) => void
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
      return <EpisodeAt {...props} id={overlay.id} at={overlay.at} onClose={close} />
    case 'attribute':
    case 'recode':
    case 'menu':
      return <PassageOverlay {...props} overlay={overlay} />
  }
}

type PanelProps = TranscriptOverlayProps & { readonly at: DOMRect; readonly onClose: () => void }

function EpisodeAt({
  id,
  at,
  view,
  episodes,
  framework,
  onRenameEpisode,
  onRemoveEpisode,
  onClose,
}: PanelProps & { readonly id: number }) {
  const { byId } = useCodebook()
  const episode = episodes.find((candidate) => candidate.id === id)
  if (episode === undefined) return null
  const counts = Map.groupBy(
    view.codingsIn(episode).filter(({ coderId }) => coderId === episode.coderId),
    ({ codeId }) => codeId,
  )
  const codes = [...counts].flatMap(([codeId, rows]) => {
    const code = byId.get(codeId)
    return code === undefined ? [] : [{ code, count: rows.length }]
  })
  const affairs = [...new Set(episodes.flatMap(({ affair }) => (affair === null ? [] : [affair])))]
  return (
    <EpisodePopover
      key={id}
      episode={episode}
      framework={framework}
      codes={codes}
      affairs={affairs}
      at={at}
      onRename={(affair, eventTime) => {
        onRenameEpisode(id, affair, eventTime)
      }}
      onRemove={() => {
        onRemoveEpisode(id)
        onClose()
      }}
      onClose={onClose}
    />
  )
}
