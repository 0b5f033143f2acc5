import { useEffect, useMemo, useRef, useState } from 'react'
import type { Coder, Coders } from '../coding/use-coders.ts'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import type { DisagreementRow } from '../../../shared/contract/disagreement.ts'
import { useSettings } from '../../app/settings.ts'
import { useLanguage, useT } from '../../i18n/i18n.ts'
import { assignLanes } from '../../reader/assign-lanes.ts'
import type { ReaderListener, ReaderLook, ReaderMarker, ReaderView } from '../../reader/reader-interface.ts'
import { Reader } from '../../reader/Reader.tsx'
import type { ReadingSelection } from '../../reader/reading-selection.ts'
import { caretAt } from '../../reader/reading-selection.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { codeTitle } from '../coding/code-names.ts'
import { useAskCodings } from '../coding/use-ask-codings.ts'
import { useCodebook } from '../coding/use-codebook.ts'
import { useCoders } from '../coding/use-coders.ts'
import { useReaderLook } from '../coding/use-reader-look.ts'
import { differingSpans } from './differing-spans.ts'
import styles from './Resolver.module.css'
import type { TwoCoders } from './use-two-coders.ts'

export interface DisagreementTextProps {
  readonly row: DisagreementRow
  readonly document: OpenDocument
  readonly coders: TwoCoders
  /** Shows all codes of both, and not only what the disagreement is about. */
  readonly showsAll: boolean
  readonly onView: (view: ReaderView | null) => void
  readonly onMoved: (selection: ReadingSelection | null) => void
  /** Something was selected, and pointer or keys were let go. */
  readonly onSelected: () => void
}

/** The transcript at the disagreement: both coders' stripes beside it, and the consensus once there is one. */
export function DisagreementText({ row, document, coders, showsAll, ...on }: DisagreementTextProps) {
  const t = useT('disagreements')
  const language = useLanguage()
  const { reader } = useSettings()
  const codebook = useCodebook()
  const everyone = useCoders()
  const consensus = consensusOf(everyone)
  const { a, b } = coders
  const shown = useMemo(() => {
    const layers = [a.id, b.id, ...(consensus === undefined ? [] : [consensus.id])]
    const shows = (coderId: number): boolean => layers.includes(coderId)
    return { layers, layerCoderId: null, undecided: [], shows }
  }, [a.id, b.id, consensus])
  const ask = useAskCodings(document.id, shown.layers)
  const titles = useMemo(
    () => new Map(codebook.codes.map((code) => [code.id, codeTitle(code, language)])),
    [codebook, language],
  )
  const base = useReaderLook(document, codebook, everyone, shown)
  const look = useMemo(
    (): ReaderLook => ({
      ...base,
      isOwn: () => false,
      isPainted: (coding) => shown.shows(coding.coderId) && (showsAll || isConcerned(coding, row)),
      stripeOf(coding) {
        const stripe = base.stripeOf(coding)
        const { coderId } = coding
        // Who comes first: the names of the codes are often the same.
        const who = coderId === a.id ? a.short : coderId === b.id ? b.short : (consensus?.initials ?? '')
        return {
          ...stripe,
          label: who,
          name: titles.get(coding.codeId) ?? stripe.name,
          note: '',
          description: `${who} ${stripe.description}`,
          isForeign: coderId === b.id,
        }
      },
    }),
    [base, titles, shown, showsAll, row, a, b, consensus],
  )
  const markers = useEpisodeMarks(row, coders)
  const [view, setView] = useState<ReaderView | null>(null)

  const { key, start } = row
  useEffect(() => {
    if (view === null) return
    view.select(caretAt(start), { scroll: false })
    view.scrollTo(start)
  }, [view, key, start])
  // The pane changes its size with what stands below it: the passage stays in sight.
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = frame.current
    if (element === null || view === null) return
    const resizing = new ResizeObserver(() => {
      const below = view.belowTop(start)
      if (below < 0 || below > element.clientHeight * 0.6) view.scrollTo(start)
    })
    resizing.observe(element)
    return () => {
      resizing.disconnect()
    }
  }, [view, start])
  const differing = useMemo(() => differingSpans(row), [row])
  useEffect(() => {
    view?.mark('found', differing)
    return () => view?.mark('found', null)
  }, [view, differing])

  return (
    <div ref={frame} className={styles['text']}>
      <Reader
        document={document}
        label={t('textLabel', { document: row.document, a: a.name, b: b.name })}
        look={look}
        markers={markers}
        ask={ask}
        shows={shown.shows}
        layersKey={shown.layers.join(' ')}
        fontSize={reader.fontSize}
        snap={reader.snap}
        onView={(made) => {
          setView(made)
          on.onView(made)
          return () => {
            setView(null)
            on.onView(null)
          }
        }}
        onCodesDropped={ignore}
        listener={{
          ...SILENT,
          moved(_view, selection) {
            on.onMoved(selection)
          },
          finished: on.onSelected,
          stripeChosen(coding) {
            view?.scrollTo(coding.start)
          },
        }}
      />
    </div>
  )
}

function ignore(): void {
  // Only the codes of others are here, and they are only looked at.
}

const SILENT: Omit<ReaderListener, 'moved' | 'finished'> = {
  key: () => false,
  pointed: ignore,
  stripeChosen: ignore,
  stripeRemoved: ignore,
  stripeMenu: ignore,
  resized: ignore,
  markerChosen: ignore,
  markerPointed: ignore,
  markerDragged: ignore,
  markerDropped: ignore,
  scrolled: ignore,
}

function consensusOf({ byId }: Coders): Coder | undefined {
  return [...byId.values()].find(({ kind }) => kind === 'consensus')
}

/** What the disagreement is about: its passages, and what the consensus made of them. */
function isConcerned(coding: CodingRow, { a, b, decision }: DisagreementRow): boolean {
  return [a, b, decision].some((part) => part?.codings.some(({ id }) => id === coding.id) === true)
}

/** Episodes that differ, as brackets. */
function useEpisodeMarks({ a, b }: DisagreementRow, coders: TwoCoders): readonly ReaderMarker[] {
  const t = useT('disagreements')
  return useMemo(() => {
    const episodes = [
      { coder: coders.a, episode: a?.episode ?? null },
      { coder: coders.b, episode: b?.episode ?? null },
    ].flatMap(({ coder, episode }) => (episode === null ? [] : [{ coder, ...episode }]))
    const lanes = assignLanes(episodes, new Map())
    return episodes.map(({ coder, id, start, end, affair }) => ({
      key: `${coder.side} ${id}`,
      kind: 'episode',
      span: { start, end },
      lane: lanes.get(id) ?? 0,
      look: coder.side === 'A' ? 'solid' : 'dashed',
      words: [coder.short, affair].filter((part) => part !== null).join(' · '),
      description: `${coder.name}: ${affair ?? t('side.episode')}`,
    }))
  }, [a, b, coders, t])
}
