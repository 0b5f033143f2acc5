import type { Command } from '../../app/commands.ts'
import { IN_THE_TEXT, useCommands } from '../../app/commands.ts'
import { useT } from '../../i18n/i18n.ts'
import type { MarkerEnd } from '../../reader/gutter.ts'
import type { ReaderView } from '../../reader/reader-interface.ts'
import { useReading } from '../../reader/reading-state.ts'

export interface EpisodeCommandParts {
  readonly view: ReaderView | null
  readonly isMain: boolean
  readonly mark: () => void
  readonly suggest: () => void
  readonly step: (end: MarkerEnd, isOutward: boolean) => void
  readonly go: (direction: 1 | -1) => void
  readonly memo: () => void
  readonly remove: () => void
}

/** What one does with episodes, as commands; offered by the pane in which one last read. */
export function useEpisodeCommands({ view, isMain, ...parts }: EpisodeCommandParts): void {
  const t = useT('episodes')
  const isActive = useReading((state) => (state.view === null ? isMain : state.view === view))
  const step = (
    id: string,
    order: number,
    label: string,
    keys: string,
    end: MarkerEnd,
    isOutward: boolean,
  ): Command => ({
    id,
    menu: 'code',
    order,
    label,
    keys,
    repeats: true,
    within: IN_THE_TEXT,
    run: () => {
      parts.step(end, isOutward)
    },
  })
  const commands: readonly Command[] = [
    {
      id: 'episode.mark',
      menu: 'code',
      order: 100,
      label: t('command.mark'),
      // A code that has the plain letter goes first: see commands.ts.
      keys: ['E', 'Alt+E'],
      within: IN_THE_TEXT,
      run: parts.mark,
    },
    {
      id: 'episode.suggest',
      menu: 'code',
      order: 101,
      label: t('command.suggest'),
      keys: 'Alt+Shift+E',
      run: parts.suggest,
    },
    step('episode.endLater', 102, t('command.endLater'), 'Mod+]', 'end', true),
    step('episode.endEarlier', 103, t('command.endEarlier'), 'Mod+}', 'end', false),
    step('episode.startEarlier', 104, t('command.startEarlier'), 'Mod+[', 'start', true),
    step('episode.startLater', 105, t('command.startLater'), 'Mod+{', 'start', false),
    {
      id: 'episode.memo',
      menu: 'code',
      order: 106,
      label: t('command.memo'),
      keys: 'Alt+Shift+M',
      within: IN_THE_TEXT,
      run: parts.memo,
    },
    {
      id: 'episode.remove',
      menu: 'code',
      order: 107,
      label: t('command.remove'),
      run: parts.remove,
    },
    {
      id: 'episode.inspect',
      menu: 'go',
      order: 122,
      label: t('command.inspect'),
      keys: 'Alt+G',
      run: () => {
        document.querySelector<HTMLElement>('[data-episodes] button')?.focus()
      },
    },
    {
      id: 'go.nextEpisode',
      menu: 'go',
      order: 120,
      label: t('command.next'),
      keys: 'Alt+PageDown',
      within: IN_THE_TEXT,
      run: () => {
        parts.go(1)
      },
    },
    {
      id: 'go.previousEpisode',
      menu: 'go',
      order: 121,
      label: t('command.previous'),
      keys: 'Alt+PageUp',
      within: IN_THE_TEXT,
      run: () => {
        parts.go(-1)
      },
    },
  ]
  useCommands(isActive ? commands.map((command) => ({ enabled: view !== null, ...command })) : [])
}
