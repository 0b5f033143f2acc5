import { useState } from 'react'
import type { EpisodeRow } from '../../../shared/contract/episode.ts'
import type { Framework } from '../../../shared/framework/framework-schema.ts'
import type { Utf16Offset } from '../../../shared/text/offsets.ts'
import { overlaps, type Span } from '../../../shared/text/span.ts'
import type { Layer } from '../../../shared/contract/values.ts'
import { explain } from '../../app/announce.ts'
import { useT } from '../../i18n/i18n.ts'
import type { MarkerEnd } from '../../reader/gutter.ts'
import type { ReaderMarker, ReaderView } from '../../reader/reader-interface.ts'
import { spanOf } from '../../reader/reading-selection.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { selectedPassage, useReading } from '../../reader/reading-state.ts'
import { useCoders } from '../coding/use-coders.ts'
import type { OverlayControl } from '../coding/use-overlay.ts'
import { openMemo } from '../memos/open-memo.ts'
import { episodeAt } from './episode-at.ts'
import { resumeWalk, startWalk, useEpisodeWalk } from './episode-walk.ts'
import { draggedExtent, steppedExtent, unitsOf } from './extent.ts'
import { useEpisodeActions } from './use-episode-actions.ts'
import { useEpisodeCommands } from './use-episode-commands.ts'
import { useEpisodes, useFramework } from './use-episodes.ts'
import { episodeIdOf, useEpisodeMarkers } from './use-markers.ts'

export interface EpisodePane {
  readonly episodes: readonly EpisodeRow[]
  readonly framework: Framework | null
  /** One's own episodes, among which no other may be drawn. */
  readonly own: readonly EpisodeRow[]
  readonly markers: readonly ReaderMarker[]
  /** Opens an episode beside its mark. */
  open(markerKey: string): void
  dragged(markerKey: string, end: MarkerEnd, offset: Utf16Offset): void
  dropped(isDone: boolean): void
}

export interface EpisodePaneParts {
  readonly opened: OpenDocument
  readonly view: ReaderView | null
  /** False for the other language version beside the transcript. */
  readonly isMain: boolean
  readonly layers: readonly Layer[]
  readonly panel: OverlayControl
}

/** An extent that is shown before it is stored; only as long as the episodes are those it was dragged among. */
interface Dragging {
  readonly among: readonly EpisodeRow[]
  readonly id: number
  readonly extent: Span
}

/** Episodes in one pane of the reader: their marks, what one does with the pointer there, and their commands. */
export function useEpisodePane({ opened, view, isMain, layers, panel }: EpisodePaneParts): EpisodePane {
  const t = useT('episodes')
  const framework = useFramework()
  const episodes = useEpisodes(opened.id, layers)
  const coders = useCoders()
  const { currentId } = coders
  const actions = useEpisodeActions()
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const own = episodes.filter(({ coderId }) => coderId === currentId)
  const isDragging = dragging !== null && dragging.among === episodes
  const shown = isDragging
    ? episodes.map((row) => (row.id === dragging.id ? { ...row, ...dragging.extent } : row))
    : episodes
  const markers = useEpisodeMarkers(shown, framework, coders)

  function othersThan(id: number): readonly EpisodeRow[] {
    return own.filter((row) => row.id !== id)
  }

  /** One's own episode at the caret; says so where there is none. */
  function ownHere(): EpisodeRow | null {
    const found = episodeAt(own, useReading.getState().selection?.focus ?? null, currentId)
    if (found === null) explain(t('noneHere'))
    return found
  }

  function openPopover(id: number, start: Utf16Offset): void {
    if (view === null) return
    panel.open({ kind: 'episode', id, at: view.rectAt(start) })
  }

  /** Marks the selection, else the turn at the caret; where an episode of one's own is, opens that one. */
  async function mark(): Promise<void> {
    const state = useReading.getState()
    if (state.selection === null) return
    const passage = selectedPassage(state)
    const { focus } = state.selection
    const here = episodeAt(own, focus, currentId)
    const isInside = here !== null && (passage === null || (here.start <= passage.start && passage.end <= here.end))
    if (isInside) {
      openPopover(here.id, spanOf(state.selection).start)
      return
    }
    const target = passage ?? unitsOf(opened).find(({ start, end }) => start <= focus && focus <= end) ?? null
    if (target === null) {
      explain(t('nothingToMark'))
      return
    }
    const id = await actions.mark(opened, target)
    if (id !== null) openPopover(id, spanOf(state.selection).start)
  }

  function step(end: MarkerEnd, isOutward: boolean): void {
    const episode = ownHere()
    if (episode === null) return
    const range = steppedExtent(unitsOf(opened), episode, end, isOutward, othersThan(episode.id))
    if (range === null) explain(t(isOutward ? 'noRoom' : 'noLess'))
    else void actions.update({ id: episode.id, range })
  }

  function go(direction: 1 | -1): void {
    const at = useReading.getState().selection?.focus ?? 0
    const next =
      direction === 1 ? episodes.find(({ start }) => start > at) : episodes.findLast(({ start }) => start < at)
    if (next === undefined || view === null) {
      explain(t('noFurther'))
      return
    }
    view.focus()
    view.select({ anchor: next.start, focus: next.start }, { scroll: false })
    view.scrollTo(next.start)
  }

  function suggest(): void {
    const { walk } = useEpisodeWalk.getState()
    if (walk?.documentId === opened.id) resumeWalk()
    else startWalk(opened, own, useReading.getState().selection?.focus ?? 0)
  }

  useEpisodeCommands({
    view,
    isMain,
    mark: () => void mark(),
    suggest,
    step,
    go,
    memo() {
      const found = episodeAt(episodes, useReading.getState().selection?.focus ?? null, currentId)
      if (found === null) explain(t('noneHere'))
      else openMemo({ kind: 'episode', id: found.id })
    },
    remove() {
      const episode = ownHere()
      if (episode !== null) void actions.remove(episode.id)
    },
  })

  return {
    episodes,
    framework,
    own,
    markers,
    open(markerKey) {
      const id = episodeIdOf(markerKey)
      const at = view?.markerRect(markerKey) ?? null
      if (id !== null && at !== null) panel.open({ kind: 'episode', id, at })
    },
    dragged(markerKey, end, offset) {
      const id = episodeIdOf(markerKey)
      const episode = own.find((row) => row.id === id)
      if (episode === undefined) return
      const extent = draggedExtent(unitsOf(opened), episode, end, offset, othersThan(episode.id))
      const before = isDragging ? dragging.extent : episode
      if (extent.start === before.start && extent.end === before.end) return
      setDragging({ among: episodes, id: episode.id, extent })
      view?.mark('drop', overlaps(extent, episode) ? extent : null)
    },
    dropped(isDone) {
      view?.mark('drop', null)
      if (!isDragging) return
      const { id, extent } = dragging
      const episode = own.find((row) => row.id === id)
      const isSame = episode?.start === extent.start && episode.end === extent.end
      if (!isDone || isSame) {
        setDragging(null)
        return
      }
      // It is shown where it was dropped until the host has answered.
      void actions.update({ id, range: { start: extent.start, end: extent.end } }).then((done) => {
        if (!done) setDragging(null)
      })
    },
  }
}
