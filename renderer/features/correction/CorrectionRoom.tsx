import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { ReaderRoom } from '../../reader/reader-room.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import type { OpenDocument } from '../../reader/reading-state.ts'
import { moveCorrection, useCorrection } from './correction-state.ts'
import { useCorrectionCommands } from './use-correction-commands.ts'

/** Lexical comes with the first paragraph that is corrected. */
const CorrectionForm = lazy(async () => ({ default: (await import('./CorrectionForm.tsx')).CorrectionForm }))

export interface CorrectionRoomProps {
  readonly opened: OpenDocument
  readonly view: ReaderView | null
  readonly isMain: boolean
}

/** The paragraph of a transcript that is being corrected, at its place in the text. */
export function CorrectionRoom({ opened, view, isMain }: CorrectionRoomProps) {
  useCorrectionCommands({ view, isMain })
  const open = useCorrection((state) => (state.open?.document.id === opened.id ? state.open : null))
  const isCurrent = open?.document.revisionId === opened.revisionId
  useEffect(() => {
    if (open !== null && !isCurrent) moveCorrection(open, opened)
  }, [open, isCurrent, opened])
  if (open === null || !isCurrent || view === null) return null
  return <Room view={view} />
}

function Room({ view }: { readonly view: ReaderView }) {
  const [element] = useState(() => document.createElement('div'))
  const stretch = useCorrection((state) => state.open?.stretch)
  const room = useRef<ReaderRoom | null>(null)
  useLayoutEffect(() => {
    const { open } = useCorrection.getState()
    if (open === null) return
    const made = view.openRoom(element, open.stretch)
    room.current = made
    return () => {
      room.current = null
      made.close()
    }
  }, [view, element])
  useLayoutEffect(() => {
    if (stretch !== undefined) room.current?.cover(stretch)
  }, [stretch])
  return createPortal(
    <Suspense>
      <CorrectionForm view={view} />
    </Suspense>,
    element,
  )
}
