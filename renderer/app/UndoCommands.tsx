import { useRef } from 'react'
import type { Message } from '../../shared/contract/values.ts'
import type { Out } from '../../shared/contract/contract.ts'
import { utf16 } from '../../shared/text/offsets.ts'
import { sentenceOf, useT } from '../i18n/i18n.ts'
import { showToast } from '../ui/toast-queue.ts'
import { announce } from './announce.ts'
import { useCommands } from './commands.ts'
import { useHostCommand, useHostQuery } from './host.ts'
import { undoneHere } from './undo-place.ts'
import { useView } from './view-state.ts'

/** Undo and redo, named by what they take back; afterwards the view is where it happened and says what it was. */
export function UndoCommands() {
  const t = useT('shell')
  const { data: state } = useHostQuery('history.state', {})
  const undo = useHostCommand('history.undo')
  const redo = useHostCommand('history.redo')
  const goTo = useView((view) => view.goTo)

  async function run(direction: 'undo' | 'redo'): Promise<void> {
    const place: Out<'history.undo'> | null = await (direction === 'undo' ? undo : redo).run({})
    if (!place) return
    if (!undoneHere({ direction, place }) && place.documentId !== null && place.start !== null) {
      goTo({ documentId: place.documentId, start: utf16(place.start), end: utf16(place.start) })
    }
    const said = t(direction === 'undo' ? 'undone' : 'redone', { what: sentenceOf('undo', place.label) })
    showToast({ tone: 'info', text: said })
    announce(said)
  }

  /** One after the other, however fast the keys come: each press is one step. */
  const steps = useRef(Promise.resolve())
  function take(direction: 'undo' | 'redo'): void {
    steps.current = steps.current.then(() => run(direction))
  }

  function labelled(direction: 'undo' | 'redo', next: Message | undefined): string {
    return next
      ? t(direction === 'undo' ? 'command.undoWhat' : 'command.redoWhat', { what: sentenceOf('undo', next) })
      : t(direction === 'undo' ? 'command.undo' : 'command.redo')
  }

  useCommands([
    {
      id: 'edit.undo',
      menu: 'edit',
      order: 0,
      keys: 'Mod+Z',
      label: labelled('undo', state?.undo?.label),
      enabled: state?.undo != null,
      run: () => {
        take('undo')
      },
    },
    {
      id: 'edit.redo',
      menu: 'edit',
      order: 1,
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      label: labelled('redo', state?.redo?.label),
      enabled: state?.redo != null,
      run: () => {
        take('redo')
      },
    },
  ])
  return null
}
