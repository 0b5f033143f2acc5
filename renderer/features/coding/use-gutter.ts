import { useMemo } from 'react'
import type { Span } from '../../../shared/text/span.ts'
import { useHostAsk } from '../../app/host.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import type { ReaderListener, ReaderMarker, ReaderView } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { useEpisodeWalk, walkStretch } from '../episodes/episode-walk.ts'
import type { EpisodePane } from '../episodes/use-episode-pane.ts'
import type { CodedElsewhere } from './use-elsewhere-markers.ts'
import { turnRefOf, useElsewhereMarkers } from './use-elsewhere-markers.ts'
import type { OverlayControl } from './use-overlay.ts'
import { isPassing } from './use-overlay.ts'

export interface GutterParts {
  readonly opened: OpenDocument
  readonly view: ReaderView | null
  readonly panel: OverlayControl
  readonly episodes: EpisodePane
  readonly onElsewhere?: ((documentId: number, stretch: Span) => void) | undefined
}

export interface Gutter {
  readonly markers: readonly ReaderMarker[]
  readonly listener: Pick<ReaderListener, 'markerChosen' | 'markerPointed' | 'markerDragged' | 'markerDropped'>
  /** Shows a code's passage in another language version. */
  readonly elsewhere: (code: CodedElsewhere) => void
}

/** The left gutter of a transcript: its episodes, the one that is suggested, turns that are coded in another version. */
export function useGutter({ opened, view, panel, episodes, onElsewhere }: GutterParts): Gutter {
  const t = useT('episodes')
  const ask = useHostAsk()
  const layer = useView((state) => state.layer)
  const coded = useElsewhereMarkers(opened)
  const suggested = useEpisodeWalk(({ walk }) => (walk?.documentId === opened.id ? walk : null))
  const markers = useMemo(() => {
    const stretch = suggested === null ? null : walkStretch(suggested)
    const suggestion: ReaderMarker[] =
      stretch === null
        ? []
        : [
            {
              key: 'suggested',
              kind: 'suggested',
              span: stretch,
              lane: 0,
              words: '',
              description: t('walk.place', {
                place: (suggested?.at ?? 0) + 1,
                count: suggested?.suggested.length ?? 0,
              }),
            },
          ]
    return [...episodes.markers, ...suggestion, ...coded.markers]
  }, [episodes.markers, suggested, coded.markers, t])

  async function elsewhere({ version: { id: documentId }, codeId, start, end }: CodedElsewhere): Promise<void> {
    panel.close()
    const turn = { start, end }
    const { codings } = await ask('coding.inRange', { documentId, layer, range: turn })
    onElsewhere?.(documentId, codings.find((coding) => coding.codeId === codeId) ?? turn)
  }

  return {
    markers,
    elsewhere: (code) => void elsewhere(code),
    listener: {
      markerChosen(key) {
        episodes.open(key)
        const [first] = coded.codesAt(key)
        if (first !== undefined) void elsewhere(first)
      },
      markerPointed(key) {
        const turnRef = key === null ? null : turnRefOf(key)
        const at = key === null ? null : (view?.markerRect(key) ?? null)
        if (key === null || turnRef === null || at === null) panel.hover(null, null)
        else if (panel.overlay === null || isPassing(panel.overlay))
          panel.open({ kind: 'elsewhere', at, turnRef, codes: coded.codesAt(key) })
      },
      markerDragged: episodes.dragged,
      markerDropped: episodes.dropped,
    },
  }
}
