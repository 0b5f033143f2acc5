import { announce } from '../../app/announce.ts'
import { IN_THE_TEXT, useCommands } from '../../app/commands.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { useReading } from '../../reader/reading-state.ts'
import { beginCorrection, isChanged, useCorrection } from './correction-state.ts'
import { toggleTextHistory, useTextHistory } from './text-history-state.ts'

/** Correcting the paragraph at the caret, and what was corrected before; offered by the pane in which one last read. */
export function useCorrectionCommands({ view, isMain }: { view: ReaderView | null; isMain: boolean }): void {
  const t = useT('correction')
  const isActive = useReading((state) => (state.view === null ? isMain : state.view === view))
  const shownId = useReading((state) => state.document?.id)
  const isOpenHere = useCorrection((state) => state.open !== null && state.open.document.id === shownId)
  const hasHistory = useTextHistory((state) => state.isOpen)
  useCommands(
    !isActive
      ? []
      : [
          {
            id: 'text.correct',
            menu: 'edit',
            order: 100,
            keys: 'F2',
            within: IN_THE_TEXT,
            label: t('command.correct'),
            enabled: view !== null && !isOpenHere,
            run: () => {
              const { open } = useCorrection.getState()
              if (open !== null && isChanged(open)) {
                // One at a time: what was begun elsewhere is not dropped.
                useView.getState().openDocument(open.document.id)
                announce(t('openElsewhere'))
                return
              }
              const { document, selection } = useReading.getState()
              if (document !== null) beginCorrection(document, selection?.focus ?? view?.topOffset() ?? 0)
            },
          },
          {
            id: 'text.history',
            menu: 'edit',
            order: 110,
            keys: 'Alt+F2',
            label: t('command.history'),
            enabled: view !== null,
            checked: hasHistory,
            run: toggleTextHistory,
          },
        ],
  )
}
