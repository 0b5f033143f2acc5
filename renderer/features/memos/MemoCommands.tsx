import { useCommands } from '../../app/commands.ts'
import { useView } from '../../app/view-state.ts'
import { useT } from '../../i18n/i18n.ts'
import { selectedPassage, useReading } from '../../reader/reading-state.ts'
import { showToast } from '../../ui/toast-queue.ts'
import { insertInMemo } from './memo-editor-slot.ts'
import { closeMemo, leaveMemo, openJournal, openMemo, openNewNote, useOpenMemo } from './open-memo.ts'
import { useQuote } from './use-quote.ts'
import { useEffect } from 'react'

/** The commands of memos that hold in every activity. */
export function MemoCommands() {
  const t = useT('memos')
  const isOpen = useOpenMemo((state) => state.target !== null)
  const documentId = useView((state) => state.documentId)
  const isReading = useView((state) => state.activity === 'code' && state.documentId !== null)
  const quote = useQuote()

  // The memo of one study is not open in the next.
  useEffect(() => closeMemo, [])

  async function quoteSelection(): Promise<void> {
    const reading = useReading.getState()
    const range = selectedPassage(reading)
    if (reading.document === null || range === null) {
      showToast({ tone: 'info', text: t('nothingSelected') })
      return
    }
    const passage = await quote({ documentId: reading.document.id, range })
    if (passage === null) return
    if (useOpenMemo.getState().target === null) openJournal()
    insertInMemo(passage)
  }

  useCommands([
    {
      id: 'memo.journal',
      menu: 'go',
      order: 100,
      keys: 'Mod+J',
      whileTyping: true,
      label: t('command.journal'),
      run: () => {
        openJournal()
      },
    },
    {
      id: 'memo.note',
      menu: 'go',
      order: 101,
      label: t('command.newNote'),
      run: openNewNote,
    },
    {
      id: 'memo.document',
      menu: 'go',
      order: 102,
      label: t('command.document'),
      enabled: isReading,
      run: () => {
        if (documentId !== null) openMemo({ kind: 'document', id: documentId })
      },
    },
    {
      id: 'memo.quoteSelection',
      menu: 'code',
      order: 300,
      keys: 'Alt+Q',
      label: t('command.quote'),
      enabled: isReading,
      run: () => void quoteSelection(),
    },
    {
      id: 'memo.close',
      menu: 'view',
      order: 102,
      keys: 'Mod+Shift+J',
      whileTyping: true,
      label: t('command.close'),
      enabled: isOpen,
      run: () => {
        leaveMemo()
        closeMemo()
      },
    },
  ])
  return null
}
