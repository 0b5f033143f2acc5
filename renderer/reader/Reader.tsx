import { useCallback, useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from 'react'
import type { CSSProperties, RefObject } from 'react'
import { useDrop } from 'react-aria-components/useDrop'
import type { CodingRow } from '../../shared/contract/coding.ts'
import type { ChangedEvent } from '../../shared/contract/envelope.ts'
import { concerns } from '../../shared/contract/topics.ts'
import type { Snap } from '../../shared/contract/study.ts'
import type { Span } from '../../shared/text/span.ts'
import { useBridge } from '../app/bridge.ts'
import { useChanged } from '../app/host.ts'
import { useShownKeys } from '../app/use-shown-keys.ts'
import { useT } from '../i18n/i18n.ts'
import { CODE_TYPE, codeIdFrom } from './drag-types.ts'
import type { ReaderListener, ReaderLook, ReaderMarker, ReaderView } from './reader-interface.ts'
import { createReaderView } from './reader-view.ts'
import { rememberedPlace, rememberPlace } from './reading-memory.ts'
import type { OpenDocument } from './reading-state.ts'
import './reader.css'

export interface ReaderProps {
  readonly document: OpenDocument
  /** What the text is called for screen readers. */
  readonly label: string
  readonly look: ReaderLook
  readonly markers: readonly ReaderMarker[]
  readonly listener: Omit<ReaderListener, 'moved'> & {
    moved(view: ReaderView, ...rest: Parameters<ReaderListener['moved']>): void
  }
  /** All codings of the shown layers that overlap a stretch. */
  readonly ask: (stretch: Span) => Promise<readonly CodingRow[]>
  /** Whether a coder's rows are among them. */
  readonly shows: (coderId: number) => boolean
  /** Changes with the layers shown: then the codings are asked for anew. */
  readonly layersKey: string
  /** CSS pixels. */
  readonly fontSize: number
  /** To what selections are widened while they are made. */
  readonly snap: Snap
  /** The view is there, or is going away: then the returned function is called. */
  readonly onView: (view: ReaderView) => () => void
  /** A code was dropped on the text; null: by keyboard, which points nowhere in it. */
  readonly onCodesDropped: (codeIds: readonly number[], stretch: Span | null) => void
}

/**
 * A transcript to read and code. React makes the frame; the text, its paint and the margin are kept by `ReaderView`, which
 * no render touches, so that a coding costs the drawing of one passage and not of a document.
 */
export function Reader(props: ReaderProps) {
  const t = useT('reader')
  const { shell } = useBridge()
  const boxKeys = useShownKeys('code.box')
  const lookKeys = useShownKeys('code.look')
  const { document: opened, look, markers } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const margin = useRef<HTMLDivElement>(null)
  const gutter = useRef<HTMLDivElement>(null)
  const caret = useRef<HTMLDivElement>(null)
  const viewRef = useRef<ReaderView | null>(null)

  const listener = useEffectEvent(() => props.listener)
  const ask = useEffectEvent((stretch: Span) => props.ask(stretch))
  const announceView = useEffectEvent((view: ReaderView) => props.onView(view))
  const currentLook = useEffectEvent(() => look)

  // Before the first paint; and its end comes while the text still stands, so that one's place can be remembered.
  useLayoutEffect(() => {
    if (!scroller.current || !text.current || !margin.current || !gutter.current || !caret.current) return
    const view: ReaderView = createReaderView({
      elements: {
        scroller: scroller.current,
        text: text.current,
        margin: margin.current,
        gutter: gutter.current,
        caret: caret.current,
      },
      documentId: opened.id,
      source: opened,
      os: shell.os,
      ask: (stretch) => ask(stretch),
      look: currentLook(),
      listener: {
        moved: (...event) => {
          if (viewRef.current !== null) listener().moved(viewRef.current, ...event)
        },
        key: (key) => listener().key(key),
        finished: () => {
          listener().finished()
        },
        pointed: (...event) => {
          listener().pointed(...event)
        },
        stripeChosen: (coding) => {
          listener().stripeChosen(coding)
        },
        stripeRemoved: (coding) => {
          listener().stripeRemoved(coding)
        },
        stripeMenu: (...event) => {
          listener().stripeMenu(...event)
        },
        resized: (...event) => {
          listener().resized(...event)
        },
        markerChosen: (key) => {
          listener().markerChosen(key)
        },
        markerPointed: (key) => {
          listener().markerPointed(key)
        },
        markerDragged: (...event) => {
          listener().markerDragged(...event)
        },
        markerDropped: (isDone) => {
          listener().markerDropped(isDone)
        },
        scrolled: () => {
          listener().scrolled()
        },
      },
    })
    viewRef.current = view
    const place = rememberedPlace(opened)
    if (place !== null) view.restore(place)
    if (place?.hasFocus === true) view.focus()
    const stop = announceView(view)
    return () => {
      rememberPlace(opened, view.place())
      viewRef.current = null
      stop()
      view.dispose()
    }
  }, [opened, shell.os])

  useEffect(() => {
    viewRef.current?.setLook(look)
  }, [look])
  useEffect(() => {
    viewRef.current?.setMarkers(markers)
  }, [markers])
  useEffect(() => {
    viewRef.current?.setSnap(props.snap)
  }, [props.snap, opened])
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current) viewRef.current?.reload()
    isFirst.current = false
  }, [props.layersKey])

  const { shows } = props
  useChanged(
    useCallback(
      (event: ChangedEvent) => {
        const before = viewRef.current
        if (event.topics.some((topic) => concerns(topic, `text:document/${opened.id}`))) {
          // The text is on its way, and with it another view. New places are not painted into the old words.
          setTimeout(() => {
            if (viewRef.current === before) before?.reload()
          }, TEXT_COMES)
          return
        }
        const own = event.codings?.find(({ documentId }) => documentId === opened.id)
        if (own !== undefined) {
          const isShown = ({ coderId }: CodingRow): boolean => event.own || shows(coderId)
          viewRef.current?.patch(own.upserted.filter(isShown), own.removed)
        } else if (
          event.codings === undefined &&
          event.topics.some((topic) => concerns(topic, `codings:document/${opened.id}`))
        ) {
          viewRef.current?.reload()
        }
      },
      [opened.id, shows],
    ),
  )

  const drop = useCodeDrop(text, viewRef, props.onCodesDropped)

  return (
    <div
      ref={scroller}
      className="reader-scroller"
      tabIndex={-1}
      style={{ '--reader-size': `${props.fontSize}px` } as CSSProperties}
    >
      <div className="reader-sheet">
        <p id={`${id}help`} className="visually-hidden">
          {[
            t('textDescription'),
            boxKeys === undefined ? '' : t('boxKeys', { keys: boxKeys }),
            lookKeys === undefined ? '' : t('lookKeys', { keys: lookKeys }),
          ].join(' ')}
        </p>
        <div ref={gutter} className="reader-gutter" role="group" aria-label={t('gutter')} />
        <div
          {...drop}
          ref={text}
          className="reader-text"
          role="textbox"
          aria-readonly="true"
          aria-multiline="true"
          aria-label={props.label}
          aria-describedby={`${id}help`}
          tabIndex={0}
          spellCheck={false}
          data-pane-start=""
        />
        <div ref={margin} className="reader-margin" role="group" aria-label={t('margin')} />
        <div ref={caret} className="reader-caret" aria-hidden="true" hidden />
      </div>
    </div>
  )
}

/** Milliseconds within which a text that changed has been fetched. */
const TEXT_COMES = 500

/** Codes dragged from the codebook, by pointer or by React Aria's drag with the keyboard. */
function useCodeDrop(
  text: RefObject<HTMLDivElement | null>,
  view: RefObject<ReaderView | null>,
  onDropped: ReaderProps['onCodesDropped'],
) {
  const target = useRef<Span | null>(null)
  const isPointed = useRef(false)
  function point(stretch: Span | null): void {
    target.current = stretch
    view.current?.mark('drop', stretch)
  }
  const { dropProps } = useDrop({
    ref: text,
    getDropOperation: (types) => (types.has(CODE_TYPE) ? 'copy' : 'cancel'),
    onDropMove: ({ x, y }) => {
      isPointed.current = true
      const box = text.current?.getBoundingClientRect()
      if (box !== undefined) point(view.current?.dropTarget(box.left + x, box.top + y) ?? null)
    },
    onDropEnter: () => {
      isPointed.current = false
    },
    onDropExit: () => {
      point(null)
    },
    onDrop: ({ items }) => {
      const stretch = target.current
      point(null)
      if (isPointed.current && stretch === null) return
      const codes = items.flatMap((item) => (item.kind === 'text' && item.types.has(CODE_TYPE) ? [item] : []))
      void Promise.all(codes.map((item) => item.getText(CODE_TYPE))).then((dropped) => {
        const codeIds = dropped.map(codeIdFrom).filter((id) => id !== null)
        if (codeIds.length > 0) onDropped(codeIds, stretch)
      })
    },
  })
  return dropProps
}
