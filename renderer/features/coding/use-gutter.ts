import { useMemo } from 'react'
import { utf16 } from '../../../shared/text/offsets.ts'
import type { Span } from '../../../shared/text/span.ts'
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

  function elsewhere({ version, start, end }: CodedElsewhere): void {
    panel.close()
    onElsewhere?.(version.id, { start: utf16(start), end: utf16(end) })
  }

  return {
    markers,
    elsewhere,
    listener: {
      markerChosen(key) {
        episodes.open(key)
        const [first] = coded.codesAt(key)
        if (first !== undefined) elsewhere(first)
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
