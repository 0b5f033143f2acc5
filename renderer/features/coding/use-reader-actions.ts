import { useEffect } from 'react'
import type { CodingRow } from '../../../shared/contract/coding.ts'
import { setCodeKeys } from '../../app/commands.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import type { ReaderListener, ReaderView } from '../../reader/reader-interface.ts'
import { caretAt, isCaret, spanOf } from '../../reader/reading-selection.ts'
import { selectedPassage, useReading } from '../../reader/reading-state.ts'
import { codeTitle } from './code-names.ts'
import { setCodingMode, useCodingMode } from './coding-mode.ts'
import { useCodeActions } from './use-code-actions.ts'
import { useCodebook } from './use-codebook.ts'
import type { Overlay, OverlayControl } from './use-overlay.ts'

export interface ReaderActions {
  openBox(purpose?: Extract<Overlay, { kind: 'box' }>['purpose'], only?: readonly number[]): void
  /** The card of these codings, taking the focus. */
  showCard(codings: readonly CodingRow[]): void
  unmark(): Promise<void>
  applyLast(): void
  applyInVivo(): void
  /** Keys of codes, and Escape: what is not set as a command's key. */
  readonly key: ReaderListener['key']
  /** Something was selected, by mouse or keyboard: what the mode says happens to it. */
  finished(): void
}

/** What one does in a transcript by key or mouse, with the panels that open beside it. */
export function useReaderActions(view: ReaderView | null, panel: OverlayControl): ReaderActions {
  const codebook = useCodebook()
  const language = useLanguage()
  const codeActions = useCodeActions()

  const { byShortcut } = codebook
  useEffect(() => {
    setCodeKeys(
      [...byShortcut].flatMap(([key, codes]) => codes.map((code) => ({ key, code: codeTitle(code, language) }))),
    )
  }, [byShortcut, language])

  function openBox(purpose: 'apply' | 'sweep' = 'apply', only?: readonly number[]): void {
    if (view === null) return
    const { selection } = useReading.getState()
    const at = view.rectAt(selection === null ? view.topOffset() : spanOf(selection).end)
    panel.open({ kind: 'box', at, purpose, ...(only === undefined ? {} : { only }) })
  }

  function showCard(codings: readonly CodingRow[]): void {
    const { selection } = useReading.getState()
    if (view === null || selection === null || codings.length === 0) return
    panel.open({ kind: 'card', codings, at: view.rectAt(selection.focus), isFocused: true })
  }

  function pressCodeKey(key: string): boolean {
    const codes = byShortcut.get(key) ?? []
    // Two codes may have one key after an import: then one says which.
    if (codes.length > 1) {
      openBox(
        'apply',
        codes.map(({ id }) => id),
      )
    } else for (const { id } of codes) void codeActions.apply([id])
    return codes.length > 0
  }

  function escape(): void {
    if (panel.overlay !== null) panel.close()
    else if (useCodingMode.getState().mode.kind !== 'single') setCodingMode({ kind: 'single' })
    else leaveSelection(view)
  }

  return {
    openBox,
    showCard,
    async unmark() {
      const codings = codeActions.unmarkable()
      // Several codes on one passage: one says which.
      if (codings.length > 1) showCard(codings)
      else await codeActions.unmark(codings)
    },
    applyLast: () => void codeActions.applyLast(),
    applyInVivo: () => void codeActions.applyInVivo(),
    key(key) {
      if (key.kind === 'plain') return pressCodeKey(key.key)
      escape()
      return true
    },
    finished() {
      const { mode } = useCodingMode.getState()
      if (mode.kind === 'single' || selectedPassage(useReading.getState()) === null) return
      if (mode.kind === 'open') {
        openBox()
        return
      }
      const codeIds = mode.codeIds.filter((id) => codebook.byId.has(id))
      if (codeIds.length > 0) void codeActions.apply(codeIds)
    },
  }
}

/** Escape: first the chosen coding is let go, then the selection. */
function leaveSelection(view: ReaderView | null): void {
  const { selection, chosen } = useReading.getState()
  if (view === null || selection === null) return
  if (chosen !== null) {
    view.choose(null)
    useReading.setState({ chosen: null })
  }
  if (!isCaret(selection)) view.select(caretAt(selection.focus), { scroll: false })
}
