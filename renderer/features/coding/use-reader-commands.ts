import type { Snap } from '../../../shared/contract/study.ts'
import type { Command } from '../../app/commands.ts'
import { IN_THE_TEXT, useCommands } from '../../app/commands.ts'
import { useSettings, useUpdateSettings } from '../../app/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { useReading } from '../../reader/reading-state.ts'
import { setCodingMode, useCodingMode } from './coding-mode.ts'
import type { ReaderActions } from './use-reader-actions.ts'

export interface ReaderCommandParts {
  readonly view: ReaderView | null
  /** False for the other language version beside the transcript. */
  readonly isMain: boolean
  readonly actions: ReaderActions
}

/**
 * What one does in a transcript, as commands: for menus, palette, key overlay, and the keys in the text themselves. They
 * are offered by the pane in which one last read.
 */
export function useReaderCommands({ view, isMain, actions }: ReaderCommandParts): void {
  const t = useT('reader')
  const isActive = useReading((state) => (state.view === null ? isMain : state.view === view))
  const codingCommands = useCodingCommands(actions)
  const snapCommands = useSnapCommands()
  const step = (
    id: string,
    order: number,
    label: string,
    keys: readonly string[],
    unit: 'sentence' | 'turn',
    direction: 'forward' | 'backward',
    extend = false,
  ): Command => ({
    id,
    menu: 'go',
    order,
    label,
    keys,
    repeats: true,
    run: () => {
      view?.move({ kind: 'step', step: unit, direction, extend })
    },
  })
  const commands: readonly Command[] = [
    ...codingCommands,
    ...snapCommands,
    step('go.nextTurn', 100, t('command.nextTurn'), ['Alt+ArrowDown'], 'turn', 'forward'),
    step('go.previousTurn', 101, t('command.previousTurn'), ['Alt+ArrowUp'], 'turn', 'backward'),
    step('go.nextSentence', 102, t('command.nextSentence'), ['.', 'Mod+ArrowDown'], 'sentence', 'forward'),
    step('go.previousSentence', 103, t('command.previousSentence'), [',', 'Mod+ArrowUp'], 'sentence', 'backward'),
    step('select.turnEnd', 110, t('command.toTurnEnd'), ['Alt+Shift+ArrowDown'], 'turn', 'forward', true),
    step('select.turnStart', 111, t('command.toTurnStart'), ['Alt+Shift+ArrowUp'], 'turn', 'backward', true),
    step(
      'select.sentenceEnd',
      112,
      t('command.toSentenceEnd'),
      ['>', 'Mod+Shift+ArrowDown'],
      'sentence',
      'forward',
      true,
    ),
    step(
      'select.sentenceStart',
      113,
      t('command.toSentenceStart'),
      ['<', 'Mod+Shift+ArrowUp'],
      'sentence',
      'backward',
      true,
    ),
  ]
  useCommands(isActive ? commands.map((command) => ({ within: IN_THE_TEXT, enabled: view !== null, ...command })) : [])
}

function useCodingCommands(actions: ReaderActions): readonly Command[] {
  const t = useT('reader')
  const mode = useCodingMode((state) => state.mode.kind)
  return [
    {
      id: 'code.box',
      menu: 'code',
      order: 0,
      label: t('command.box'),
      keys: ['Enter', '/'],
      run: () => {
        actions.openBox()
      },
    },
    {
      id: 'code.last',
      menu: 'code',
      order: 1,
      label: t('command.last'),
      keys: ';',
      run: actions.applyLast,
    },
    {
      id: 'code.inVivo',
      menu: 'code',
      order: 2,
      label: t('command.inVivo'),
      keys: 'Alt+I',
      run: actions.applyInVivo,
    },
    {
      id: 'code.look',
      menu: 'code',
      order: 3,
      label: t('command.look'),
      keys: 'Space',
      run: () => {
        actions.showCard(useReading.getState().here)
      },
    },
    {
      id: 'code.unmark',
      menu: 'code',
      order: 4,
      label: t('command.unmark'),
      keys: ['Delete', 'Backspace'],
      run: () => void actions.unmark(),
    },
    {
      id: 'code.sweep',
      menu: 'code',
      order: 50,
      label: t('command.sweep'),
      keys: 'Alt+S',
      checked: mode === 'sweep',
      run: () => {
        if (mode === 'sweep') setCodingMode({ kind: 'single' })
        else actions.openBox('sweep')
      },
    },
    {
      id: 'code.sweepOther',
      menu: 'code',
      order: 51,
      label: t('command.sweepOther'),
      enabled: mode === 'sweep',
      run: () => {
        actions.openBox('sweep')
      },
    },
    {
      id: 'code.open',
      menu: 'code',
      order: 52,
      label: t('command.open'),
      keys: 'Alt+O',
      checked: mode === 'open',
      run: () => {
        setCodingMode({ kind: mode === 'open' ? 'single' : 'open' })
      },
    },
  ]
}

const SNAPS: readonly Snap[] = ['none', 'word', 'sentence', 'turn']

/** To what selections are widened, one command each. */
function useSnapCommands(): readonly Command[] {
  const t = useT('reader')
  const { reader } = useSettings()
  const update = useUpdateSettings()
  return SNAPS.map((snap, index) => ({
    id: `code.snap.${snap}`,
    menu: 'code',
    order: 60 + index,
    label: t(`command.snap.${snap}`),
    checked: reader.snap === snap,
    run: () => {
      update({ reader: { ...reader, snap } })
    },
  }))
}
