import { useCommands } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import type { ReaderKey } from '../../reader/reader-keys.ts'

export interface ReaderCommandParts {
  readonly isEnabled: boolean
  /** Whether plain `E` is free for marking episodes. */
  readonly hasEpisodeKey: boolean
  readonly press: (key: ReaderKey) => void
  readonly openBox: () => void
  readonly look: () => void
  readonly unmark: () => void
  readonly markEpisode: () => void
}

/**
 * The reader's commands for menus, palette and key overlay. Inside the text the reader takes the keys itself, before the
 * page's shortcuts are asked; the two lists name the same keys.
 */
export function useReaderCommands(parts: ReaderCommandParts): void {
  const t = useT('reader')
  const { isEnabled: enabled } = parts
  const within = '.reader-text'
  const step = (
    id: string,
    order: number,
    label: string,
    keys: readonly string[],
    unit: 'sentence' | 'turn',
    direction: 'forward' | 'backward',
  ) => ({
    id,
    menu: 'go' as const,
    order,
    label,
    keys,
    within,
    enabled,
    run: () => {
      parts.press({ kind: 'step', step: unit, direction, extend: false })
    },
  })
  useCommands([
    {
      id: 'code.box',
      menu: 'code',
      order: 0,
      label: t('command.box'),
      keys: ['Enter', '/'],
      within,
      enabled,
      run: parts.openBox,
    },
    {
      id: 'code.look',
      menu: 'code',
      order: 1,
      label: t('command.look'),
      keys: 'Space',
      within,
      enabled,
      run: parts.look,
    },
    {
      id: 'code.unmark',
      menu: 'code',
      order: 2,
      label: t('command.unmark'),
      keys: ['Delete', 'Backspace'],
      within,
      enabled,
      run: parts.unmark,
    },
    {
      id: 'episode.mark',
      menu: 'code',
      order: 100,
      label: t('command.markEpisode'),
      keys: parts.hasEpisodeKey ? ['E', 'Alt+E'] : 'Alt+E',
      within,
      enabled,
      run: parts.markEpisode,
    },
    step('go.nextTurn', 100, t('command.nextTurn'), ['Alt+ArrowDown'], 'turn', 'forward'),
    step('go.previousTurn', 101, t('command.previousTurn'), ['Alt+ArrowUp'], 'turn', 'backward'),
    step('go.nextSentence', 102, t('command.nextSentence'), ['.', 'Mod+ArrowDown'], 'sentence', 'forward'),
    step('go.previousSentence', 103, t('command.previousSentence'), [',', 'Mod+ArrowUp'], 'sentence', 'backward'),
  ])
}
